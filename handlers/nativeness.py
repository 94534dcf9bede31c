"""Whether tables go out natively: never where that is switched off, nor for a while after a refusal."""

import time
from collections.abc import Callable

import structlog
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound

from handlers.table import Tables

log = structlog.get_logger(__name__)


# Seconds without native tables. A server without the method does not learn it within the day; one that did
# not like a table may like the next; and one that failed may only have stumbled.
PAUSES: dict[type[AiogramError], float] = {TelegramNotFound: 86_400.0, TelegramBadRequest: 3_600.0}
STUMBLE = 300.0


class Nativeness:
    """What is known of one server; `now` are seconds of a steady clock."""

    def __init__(self, tables: Tables = Tables.AUTO, now: Callable[[], float] = time.monotonic) -> None:
        self.tables = tables
        self._now = now
        self._silent_until = float("-inf")

    @property
    def wanted(self) -> bool:
        return self.tables is Tables.AUTO and self._now() >= self._silent_until

    def refused(self, error: AiogramError) -> None:
        """From now on texts, for as long as this refusal is worth remembering."""
        pause = next((wait for kind, wait in PAUSES.items() if isinstance(error, kind)), STUMBLE)
        self._silent_until = max(self._silent_until, self._now() + pause)
        log.warning("tables_refused", error=type(error).__name__, seconds=pause)

    def forget(self) -> None:
        """Try again at the next screen."""
        self._silent_until = float("-inf")
