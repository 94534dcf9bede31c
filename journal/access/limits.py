"""How often one account may fail before it has to wait. Pure.

A code locks by itself after five wrong birth dates; these limits are the account's own, whatever it tries.
They are wide enough for somebody who mistypes a slip, and leave a guesser some thirty tries a day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

WINDOWS: tuple[tuple[timedelta, int], ...] = ((timedelta(minutes=15), 10), (timedelta(days=1), 30))
LONGEST = max(window for window, _ in WINDOWS)


def blocked_until(
    failed_at: Sequence[datetime], now: datetime, windows: Sequence[tuple[timedelta, int]] = WINDOWS
) -> datetime | None:
    """The moment from which the account may try again; None if it may now.

    `failed_at` covers the longest of the `windows`.
    """
    recent = sorted(failed_at, reverse=True)
    ends = [
        recent[allowed - 1] + window
        for window, allowed in windows
        if len(recent) >= allowed and recent[allowed - 1] + window > now
    ]
    return max(ends, default=None)
