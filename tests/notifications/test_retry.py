"""What becomes of a message after an attempt."""

from datetime import UTC, datetime, timedelta

import pytest

from notifications.courier import Delivered, Failed, Limited, Moved, Outcome, Rejected, Unreachable
from notifications.retry import BACKOFF, PROBE, Again, Dead, Fate, Readdressed, Sent, Unreached, fate

NOW = datetime(2026, 10, 14, 7, tzinfo=UTC)
# As often as in weeks without a network.
MANY = 3000


@pytest.mark.parametrize(
    ("outcome", "attempts", "end"),
    [
        (Delivered(7), 0, Sent(7)),
        (Delivered(7), MANY, Sent(7)),
        (Limited(13.5), 0, Again(NOW + timedelta(seconds=13.5), counted=False, reason="limited")),
        (Limited(1), MANY, Again(NOW + timedelta(seconds=1), counted=False, reason="limited")),
        (Failed("502"), 0, Again(NOW + BACKOFF[0], counted=True, reason="502")),
        (Failed("502"), 2, Again(NOW + BACKOFF[2], counted=True, reason="502")),
        (Failed("reset"), len(BACKOFF) + 3, Again(NOW + BACKOFF[-1], counted=True, reason="reset")),
        (Failed("reset"), MANY, Again(NOW + BACKOFF[-1], counted=True, reason="reset")),
        (Rejected("can't parse entities"), 0, Dead("can't parse entities")),
        (Unreachable("blocked"), 0, Unreached(NOW + PROBE, "blocked")),
        (Moved("7"), 0, Readdressed("7")),
        (Moved("7"), MANY, Readdressed("7")),
        (Unreachable("blocked"), MANY, Unreached(NOW + PROBE, "blocked")),
    ],
)
def test_every_outcome_has_its_fate(outcome: Outcome, attempts: int, end: Fate) -> None:
    assert fate(outcome, attempts, NOW) == end


def test_a_chat_that_moves_twice_running_is_none() -> None:
    assert fate(Moved("7"), 1, NOW, moved=True) == Dead("moved again and again")


def test_waits_between_attempts_grow() -> None:
    assert list(BACKOFF) == sorted(BACKOFF)
