"""Everything that may be set from outside, from the environment or `.env`; described in `.env.example`."""

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.roles import Role, roles_of
from handlers.channels.server import read_server
from handlers.table import Tables
from journal.access import values
from journal.access.codes import MIN_SECRET
from journal.errors import InvalidError
from journal.model.fare import PaidBroadcast
from journal.model.profile import Field as ProfileField

LOOPBACK = ("127.0.0.1", "::1", "localhost")
DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")
# What the messenger takes for a secret, Bot API `setWebhook`; and as long as a secret has to be.
_POSTABLE = re.compile(rf"[A-Za-z0-9_-]{{{MIN_SECRET},256}}")


class Settings(BaseSettings):
    """One process of one school with one bot; or what the schools of one process have in common."""

    # Whoever hands on what was never filled in, as Docker does, has set nothing: an empty secret is none.
    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    schools: Path | None = None
    bot_token: SecretStr | None = None
    secret: SecretStr | None = None
    database_url: str = "sqlite+aiosqlite:///var/dnevnichok.sqlite"
    api_url: str = "https://api.telegram.org"
    roles: str = ",".join(Role)

    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(8080, ge=0, le=65535)

    metrics_host: str = "127.0.0.1"
    metrics_port: int = Field(9100, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"

    tables: Tables = Tables.AUTO

    smtp_url: SecretStr | None = None
    smtp_authorities: Path | None = None
    mail_from: str | None = None
    mail_reply_to: str | None = None
    mail_per_second: float = Field(2.0, gt=0)
    sms_carrier: str | None = None
    sms_per_second: float = Field(1.0, gt=0)

    paid_broadcast: PaidBroadcast = PaidBroadcast.OFF

    rate_burst: int = Field(60, ge=1)
    rate_per_second: float = Field(5.0, gt=0)
    concurrency: int = Field(32, ge=1, le=1000)
    stop_patience: float = Field(10.0, ge=0)

    @model_validator(mode="after")
    def _hang_together(self) -> "Settings":
        if self.schools is not None:
            # What the schools have in common; whether it all hangs together is asked of each of them.
            return self
        try:
            driver = make_url(self.database_url).drivername
        except ArgumentError:
            raise ValueError("DATABASE_URL is not a URL of a database") from None
        if driver not in DRIVERS:
            raise ValueError(f"DATABASE_URL must begin with {' or '.join(DRIVERS)}, not with {driver}")
        if self.database_file is not None and self.duties != frozenset(Role):
            raise ValueError(
                "ROLES: an SQLite file is served by one process in all roles; apart they need PostgreSQL"
            )
        if self.bot_token is not None and self.secret is None:
            raise ValueError("SECRET is missing: the codes of families are hashed with it")
        if self.secret is not None and len(self.pepper) < MIN_SECRET:
            raise ValueError(f"SECRET is too short: it needs at least {MIN_SECRET} bytes, drawn at random")
        if self.webhook_url is not None:
            _ensure_door(self.webhook_url, self.webhook_secret)
        if self.smtp_url is not None:
            _ensure_mail(self.smtp_url.get_secret_value(), self.mail_from, self.mail_reply_to)
        return self

    @property
    def duties(self) -> frozenset[Role]:
        """What this process is there for."""
        return roles_of(self.roles)

    @property
    def posted(self) -> bool:
        """Whether updates are posted to this process."""
        return self.webhook_url is not None and Role.WEB in self.duties

    @property
    def posted_with(self) -> str:
        """What the messenger shows that it is itself; never empty where updates are posted."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""

    @property
    def pepper(self) -> bytes:
        """What the codes of families are hashed with; empty where no bot runs."""
        return self.secret.get_secret_value().encode() if self.secret else b""

    @property
    def database_file(self) -> Path | None:
        """The file of the embedded database; None for a server."""
        url = make_url(self.database_url)
        return Path(url.database) if url.drivername.startswith("sqlite") and url.database else None


def _ensure_door(url: str, secret: SecretStr | None) -> None:
    """Updates are let in by a secret that nobody guesses."""
    if secret is None:
        raise ValueError("WEBHOOK_SECRET is missing: without it anybody could post updates")
    if not _POSTABLE.fullmatch(secret.get_secret_value()):
        raise ValueError(
            f"WEBHOOK_SECRET must be {MIN_SECRET} to 256 letters, digits, _ and -:"
            " `python -m bot secret` draws one"
        )
    if not _confidential(url):
        raise ValueError("WEBHOOK_URL must begin with https:// (http:// on loopback alone)")


def _confidential(url: str) -> bool:
    """Updates are families' words: encrypted, or never leaving the machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _ensure_mail(url: str, *addresses: str | None) -> None:
    """Letters need a server, and somebody to be from."""
    try:
        read_server(url)
    except ValueError as error:
        raise ValueError(f"SMTP_URL: {error}") from None
    sender, reply_to = addresses
    if sender is None or not _is_address(sender):
        raise ValueError("MAIL_FROM is missing or no address: letters must be from somebody")
    if reply_to is not None and not _is_address(reply_to):
        raise ValueError("MAIL_REPLY_TO is no address")


def _is_address(said: str) -> bool:
    try:
        return bool(values.read(ProfileField.EMAIL, said))
    except InvalidError:
        return False


class Misconfigured(Exception):  # noqa: N818 - read aloud: "the bot is misconfigured"
    """The settings cannot work; the message is one line for a person."""


def load(**given: object) -> Settings:
    """The settings of the school that is meant. Raises `Misconfigured` with one clear line."""
    process = load_process(**given)
    if process.schools is None:
        return process
    from bot.schools.files import meant

    return meant(process, given)


def load_process(**given: object) -> Settings:
    """The settings of the environment, whatever schools it is for. Raises `Misconfigured`."""
    try:
        return Settings(**given)  # type: ignore[arg-type] # pydantic checks them
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else ""
        said = str(first["msg"]).removeprefix("Value error, ")
        raise Misconfigured(f"{name}: {said}" if name else said) from None
