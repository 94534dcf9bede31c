"""Structured logs: readable lines on a console, JSON for collectors; ids only, never names or words."""

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import structlog

from bot.settings import Settings

# These tell of every update, request and statement; what matters of them is in our own lines.
TALKATIVE = (
    "aiogram.event",
    "aiogram.dispatcher",
    "aiohttp.access",
    "sqlalchemy.engine",
    "apscheduler",
    "alembic",
)
HERE = Path(__file__).parents[1]


def ensure_configured(settings: Settings) -> None:
    """Set up logs where the program around us has not: structlog's own ways print people's words."""
    if not structlog.is_configured():
        configure(settings)


def configure(settings: Settings) -> None:
    """Set up structlog and route the libraries' logs through it."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_words,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(settings)],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def without_words(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replace an exception by its types and places: messages and variables may hold people's words."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = " <- ".join(_told(error))
    return event


def _told(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        places = [_place(frame) for frame in traceback.extract_tb(error.__traceback__)[-6:]]
        yield f"{type(error).__module__}.{type(error).__qualname__} at {' > '.join(places) or '?'}"
        error = error.__cause__ or error.__context__


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    shown = path.relative_to(HERE) if path.is_relative_to(HERE) else path.name
    return f"{shown}:{frame.lineno} {frame.name}"


def _renderer(settings: Settings) -> Any:
    if settings.log_format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
