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
    with database.with_name(f"{database.name}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServedError(str(database)) from None
        yield
