"""Who is at work on an embedded database: any number of processes together, or one that wants it alone.

A lock on a file beside it, which ends with the process whatever ends that. Not on the database itself:
there the locks of SQLite are, and closing the file once more would take them away.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ServedError(Exception):
    """Others are at work on the database; or one has it for itself."""


@contextmanager
def at_work(database: Path, *, alone: bool = False) -> Iterator[None]:
    """At work on the database of that file until left. Raises `ServedError` at once where that cannot be."""
    with _locked(database.with_name(f"{database.name}.lock"), alone):
        yield


@contextmanager
def only_bot(database: Path) -> Iterator[None]:
    """The one process that runs the bot on that file. Raises `ServedError` at once where another one does.

    Its sender takes everything that was on its way at the start for lost: two would tell things twice.
    """
    with _locked(database.with_name(f"{database.name}.bot.lock"), alone=True):
        yield


@contextmanager
def _locked(path: Path, alone: bool) -> Iterator[None]:
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServedError(str(path)) from None
        yield
