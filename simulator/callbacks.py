"""Button presses awaiting an answer: each may be answered once, within 150 seconds."""

import secrets
from dataclasses import dataclass

from simulator.clock import Clock
from simulator.errors import Error

LIFE_SECONDS = 150


@dataclass(slots=True)
class CallbackQuery:
    """One press. `text` is None until it is answered, then the answer's text (maybe empty)."""

    id: str
    person: int
    message_id: int
    data: str
    at: float
    text: str | None = None
    show_alert: bool = False


class CallbackQueries:
    """All presses of all people, by id."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._queries: dict[str, CallbackQuery] = {}

    def press(self, person: int, message_id: int, data: str) -> CallbackQuery:
        """Remember a press and give it an id as long as Telegram's."""
        query = CallbackQuery(
            str(secrets.randbelow(9 * 10**18) + 10**18), person, message_id, data, self._clock.elapsed()
        )
        self._queries[query.id] = query
        return query

    def answer(self, query_id: str, text: str, show_alert: bool) -> CallbackQuery:
        """Record the answer; refused when the id is unknown, answered before, or older than 150 seconds."""
        query = self._queries.get(query_id)
        if query is None or query.text is not None or self._clock.elapsed() - query.at > LIFE_SECONDS:
            raise Error.QUERY_TOO_OLD()
        query.text, query.show_alert = text, show_alert
        return query
