"""The folder of schools: an `.env` of each, named after it."""

from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.settings import Misconfigured, Settings, load_process

# A school's alone: never taken from what the process has in common.
OWN = ("bot_token", "secret", "database_url", "webhook_url", "webhook_secret")
NEEDED = OWN[:3]
# The process's: one port, one log, one set of roles for all of them.
COMMON = (
    "schools",
    "roles",
    "webhook_host",
    "webhook_port",
    "metrics_host",
    "metrics_port",
    "log_level",
    "log_format",
)
_named: ContextVar[str | None] = ContextVar("the school that a command is for", default=None)


def name(school: str | None) -> None:
    """The school that the command is for, as its file is called."""
    _named.set(school)


def meant(process: Settings, given: Mapping[str, object]) -> Settings:
    """The settings of the school that was named. Raises `Misconfigured` where none was, or there is none."""
    called = _named.get()
    there = sorted(files(process))
    if called is None:
        raise Misconfigured(f"several schools are here: say `--school` with one of {', '.join(there)}")
    if called not in there:
        raise Misconfigured(f"there is no school {called}, only {', '.join(there)}")
    return read(files(process)[called], given)


def files(process: Settings) -> dict[str, Path]:
    """The files of the schools by name. Raises `Misconfigured` for a folder without any."""
    folder = process.schools or Path()
    found = {path.stem: path for path in sorted(folder.glob("*.env")) if path.stem}
    if not found:
        raise Misconfigured(f"SCHOOLS: there is no file like school.env in {folder}")
    return found


def read(path: Path, given: Mapping[str, object] | None = None) -> Settings:
    """One school's settings; what its file leaves out, the process has. Raises `Misconfigured`."""
    try:
        lines = dotenv_values(path, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path.name} cannot be read: {type(error).__name__}") from None
    written = {key.lower(): value for key, value in lines.items() if value}
    for key in COMMON:
        if key in written:
            raise Misconfigured(f"{path.name}: {key.upper()} is set for all schools at once, not for one")
    for key in NEEDED:
        if key not in written:
            raise Misconfigured(f"{path.name}: {key.upper()} is missing: each school has one of its own")
    own = dict.fromkeys(OWN, None)
    try:
        return load_process(**{**own, **written, **(given or {}), "schools": None})
    except Misconfigured as error:
        raise Misconfigured(f"{path.name}: {error}") from None


def read_all(process: Settings) -> dict[str, Settings | Misconfigured]:
    """Every school's settings, or what is wrong with them; what two have in common is the later's fault."""
    common = {key: getattr(process, key) for key in COMMON}
    found: dict[str, Settings | Misconfigured] = {}
    taken: dict[tuple[str, object], str] = {}
    for school, path in files(process).items():
        try:
            found[school] = _alone(school, read(path, common), taken)
        except Misconfigured as error:
            found[school] = error
    return found


def _alone(school: str, settings: Settings, taken: dict[tuple[str, object], str]) -> Settings:
    """The settings, unless another school has what must be one's own. Raises `Misconfigured`."""
    file, url = settings.database_file, settings.webhook_url
    marks = {
        "BOT_TOKEN": settings.bot_token,
        "DATABASE_URL": settings.database_url if file is None else file.resolve(),
        "path of WEBHOOK_URL": url and urlsplit(url).path,
    }
    for name, value in marks.items():
        if value is not None and (other := taken.setdefault((name, value), school)) != school:
            raise Misconfigured(f"{school}.env: the {name} is that of {other}")
    return settings
