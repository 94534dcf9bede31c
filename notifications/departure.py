"""When a message really leaves: whoever puts it on the wire says so; until then a busy machine may doze."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class _Leave:
    """What to do when it leaves, and whether its message was sent."""

    departed: Callable[[], object]
    spent: bool = False


_OF_THIS_TASK: ContextVar[_Leave | None] = ContextVar("departure", default=None)


def expected(departed: Callable[[], object]) -> None:
    """What this task sends is expected to leave soon; `departed` is called when it does."""
    _OF_THIS_TASK.set(_Leave(departed))


@contextmanager
def instead(departed: Callable[[], object]) -> Iterator[None]:
    """The same for one call of the task; afterwards as before."""
    before = _OF_THIS_TASK.set(_Leave(departed))
    try:
        yield
    finally:
        _OF_THIS_TASK.reset(before)


def planned() -> bool:
    """Whether this task is the sender's."""
    return _OF_THIS_TASK.get() is not None


def spend() -> bool:
    """Whether the message about to leave has the task's slot; the slot is for one."""
    leave = _OF_THIS_TASK.get()
    if leave is None or leave.spent:
        return False
    leave.spent = True
    return True


def now() -> None:
    """Something leaves now, if it was expected to."""
    if leave := _OF_THIS_TASK.get():
        leave.departed()
