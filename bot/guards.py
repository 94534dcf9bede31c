"""The memory of the guards before a bot: how fast who presses, what last, whose commands are right. Pure."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from journal.model.access import Actor
from journal.regulation import Regulation

REMEMBERED = 10_000
AT_ONCE = 0.4


class Buckets:
    """Token buckets: `burst` updates of an account at once, `per_second` on the average."""

    def __init__(self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        # Tokens left, the moment they were counted, and whether the account was told to slow down.
        self._buckets: OrderedDict[int, tuple[float, float, bool]] = OrderedDict()

    def take(self, person_id: int) -> bool:
        """Whether one more update of that person may pass; it is counted then."""
        now = self._clock()
        tokens, counted_at, told = self._buckets.get(person_id, (float(self._burst), now, False))
        tokens = min(self._burst, tokens + (now - counted_at) * self._per_second)
        passes = tokens >= 1
        self._buckets[person_id] = (tokens - 1, now, False) if passes else (tokens, now, told)
        _newest(self._buckets, person_id)
        return passes

    def tell(self, person_id: int) -> bool:
        """Whether the person is to be told to slow down; True once until an update passes again."""
        tokens, counted_at, told = self._buckets[person_id]
        self._buckets[person_id] = (tokens, counted_at, True)
        return not told


class Presses:
    """The last press of each person, to know it again when it comes twice."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        # What was pressed where, by which update, and when its handling ended.
        self._last: OrderedDict[int, tuple[tuple[int | None, str | None], int, float]] = OrderedDict()

    def repeats(self, person_id: int, message_id: int | None, data: str | None, update_id: int) -> bool:
        """Whether this press is the last one over again. The same update, tried again, is not."""
        last = self._last.get(person_id)
        if last is None:
            return False
        pressed, first, at = last
        return pressed == (message_id, data) and first != update_id and self._clock() - at < AT_ONCE

    def remember(self, person_id: int, message_id: int | None, data: str | None, update_id: int) -> None:
        self._last[person_id] = ((message_id, data), update_id, self._clock())
        _newest(self._last, person_id)


class Listings:
    """Whose list of commands was found right, and from what: only when that changes is it worked out anew."""

    def __init__(self) -> None:
        # The actor, the rules and the digest of what the chat lists, by account.
        self._right: OrderedDict[int, tuple[Actor, Regulation, str | None]] = OrderedDict()

    def right(self, actor: Actor, regulation: Regulation, digest: str | None) -> bool:
        """Whether just that person was found to have just that list, under these very rules."""
        known, rules, listed = self._right.get(actor.account_id, (None, None, None))
        return rules is regulation and listed == digest and known == actor

    def remember(self, actor: Actor, regulation: Regulation, digest: str | None) -> None:
        self._right[actor.account_id] = (actor, regulation, digest)
        _newest(self._right, actor.account_id)


def _newest(known: OrderedDict[int, Any], person_id: int) -> None:
    known.move_to_end(person_id)
    while len(known) > REMEMBERED:
        known.popitem(last=False)
