"""How much of a file from outside is read at all, so that no file can exhaust the machine."""

from collections.abc import Callable
from dataclasses import dataclass

# Told how far a long job is: how much is done, of how much.
Progress = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """A progress nobody watches."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one import; the defaults hold a school of several thousand with a wide margin."""

    # A messenger delivers documents up to 20 MB; a school's real exports stay under two.
    file_bytes: int = 20_000_000
    unpacked_bytes: int = 100_000_000
    # Office files unpack to about thirty times their size at most; bombs to a thousand and more.
    unpacked_ratio: int = 150
    # Below this size a member's ratio says nothing.
    ratio_from_bytes: int = 1_000_000
    members: int = 1_000
    rows: int = 100_000
    columns: int = 60
    cells: int = 2_000_000
    # A formula is never evaluated; thousands of them only cost time.
    formulas: int = 2_000
    text_length: int = 4_000
    problems: int = 500


DEFAULT_LIMITS = Limits()
