"""Which of several schools in one process is at work here; every task that is started there knows it too."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from structlog.contextvars import bound_contextvars

# Empty where the process serves one school: then it need not be told apart.
_school: ContextVar[str] = ContextVar("school", default="")


@contextmanager
def within(name: str) -> Iterator[None]:
    """Within that school: logs name it, and what is measured counts for it."""
    before = _school.set(name)
    try:
        with bound_contextvars(school=name):
            yield
    finally:
        _school.reset(before)


def present() -> str:
    """The name of the school at work."""
    return _school.get()
