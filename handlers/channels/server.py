"""Where letters are handed in: the mail server as the settings name it."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Security(StrEnum):
    # TLS before the first word.
    TLS = "smtps"
    # TLS before anything of a letter or a password; without it nothing is sent.
    STARTTLS = "smtp"
    # On the machine itself alone.
    NONE = "smtp+plain"


_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed in."""

    host: str
    port: int
    security: Security = Security.STARTTLS
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    # The certificates to trust, where they are the school's own.
    authorities: Path | None = None


def read_server(url: str, authorities: Path | None = None) -> Server:
    """`smtp://user:password@mail.example.org:587`; raises ValueError with one line for a person."""
    try:
        parts = urlsplit(url)
        security, port = Security(parts.scheme), parts.port
    except ValueError:
        raise ValueError("it looks like smtp://user:password@mail.example.org:587 (or smtps://)") from None
    if not parts.hostname:
        raise ValueError("it names no mail server")
    if security is Security.NONE and parts.hostname not in LOOPBACK:
        raise ValueError("smtp+plain:// is for a server on this very machine: letters are families' words")
    user, password = (unquote(said) if said else None for said in (parts.username, parts.password))
    return Server(parts.hostname, port or _PORTS[security], security, user, password, authorities)
