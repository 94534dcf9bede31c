"""When a message really leaves: whoever puts it on the wire says so; until then a busy machine may doze."""

from collections.abc import Callable
from contextvars import ContextVar

_OF_THIS_TASK: ContextVar[Callable[[], object] | None] = ContextVar("departure", default=None)


def expected(departed: Callable[[], object]) -> None:
    """What this task sends is expected to leave soon; `departed` is called when it does."""
    _OF_THIS_TASK.set(departed)


def now() -> None:
    """Something leaves now, if it was expected to."""
    if departed := _OF_THIS_TASK.get():
        departed()
