"""The watch of one process: it shows that it is at work, and notes what does not go on (R-138)."""

import asyncio
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from journal.clock import Clock, SystemClock
from journal.events import Event, LettersLost, OutageBegan, OutageEnded
from journal.model.outbox import Lane
from journal.model.trouble import OutageKind
from notifications.house import House, Round, round_of
from notifications.watch import rules
from notifications.watch.letters import fresh_letters
from storage import events, watch
from storage.db import away

log = structlog.get_logger(__name__)

# Seconds between looks.
EVERY = 10.0
# Whoever saw an outage and was not heard of since sees it no more.
UNSEEN = timedelta(seconds=45)
# So long after an outage it is told, that what waited has gone by then.
BREATH = timedelta(minutes=1)


def _never() -> timedelta | None:
    return None


@dataclass(slots=True)
class Watch:
    """`roles`: what the process is there for; `failing`: how long the messenger has failed, if it does.

    `machine` is the clock of the signs of life, which is never set by the school.
    """

    house: House
    roles: Collection[str]
    failing: Callable[[], timedelta | None] = _never
    machine: Clock = field(default_factory=SystemClock)
    monotonic: Callable[[], float] = time.monotonic
    _looked: float | None = None
    # Since when everything that messages need has been there: what waited before has had no chance yet.
    _whole_since: float | None = None
    # When the database was first away, on the machine's clock.
    _away_since: datetime | None = None
    _seen: set[OutageKind] = field(default_factory=set)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Look now and then after the first look, until `stop`."""
        while not self._stopped.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY):
                    await self._stopped.wait()
                    return
            await self.look()

    def stop(self) -> None:
        self._stopped.set()

    async def look(self) -> None:
        """Show that the process is at work, and note what began and what is over."""
        try:
            happened = await self._look()
        except Exception as error:  # noqa: BLE001  # it looks again, whatever it was
            if away(error):
                self._away_since = self._away_since or self.machine.now()
            log.warning("watch_failed", error=type(error).__name__)
            return
        if happened:
            self.house.store.on_events()

    async def _look(self) -> bool:
        async with self.house.store.connection(writing=True, patient=True) as db:
            round_ = round_of(self.house, db)
            machine_now, looked = self.machine.now(), self.monotonic()
            own = None if self._looked is None else timedelta(seconds=looked - self._looked)
            gaps = await watch.beat(db, self.roles, machine_now, round_.now, broken=rules.BROKEN)
            found = await self._breaks(round_, machine_now, gaps, own)
            if found or self._whole_since is None or rules.lasting(self.failing()):
                self._whole_since = looked
            whole = timedelta(seconds=looked - self._whole_since)
            found += await self._troubles(round_, machine_now, whole)
            if rules.watched(self.roles) and await fresh_letters(round_, machine_now):
                found.append(LettersLost(round_.now.isoformat()))
            recorded = [events.Recorded(one, round_.now, _told_at(one, round_.now), None) for one in found]
            await events.write(db, recorded)
            await db.connection.commit()
        self._looked, self._away_since = looked, None
        return bool(found)

    async def _breaks(
        self, round_: Round, machine_now: datetime, gaps: dict[str, timedelta], own: timedelta | None
    ) -> list[Event]:
        """What stood still until now: this process, all processes of a role, or the database under them."""
        if self._away_since is not None:
            gap = machine_now - self._away_since
            broken = (OutageKind.DATABASE, gap) if rules.lasting(gap) else None
        else:
            broken = rules.broken(gaps, own)
        if broken is None:
            return []
        kind, gap = broken
        log.warning("outage_over", kind=kind, seconds=round(gap.total_seconds()))
        number = await watch.note(round_.db, kind, round_.now - gap, round_.now, machine_now)
        return [OutageEnded(number)]

    async def _troubles(self, round_: Round, machine_now: datetime, whole: timedelta) -> list[Event]:
        """What begins and what is over while the process is at work."""
        if not rules.watched(self.roles):
            return []
        happened: list[Event] = []
        for kind, since in await self._now(round_, whole):
            if since is not None:
                self._seen.add(kind)
                number = await watch.begin(round_.db, kind, since, machine_now)
                if number is not None:
                    log.warning("outage", kind=kind)
                    happened.append(OutageBegan(number))
            else:
                unseen = timedelta(0) if kind in self._seen else UNSEEN
                self._seen.discard(kind)
                number = await watch.over(round_.db, kind, round_.now, machine_now, unseen=unseen)
                if number is not None:
                    log.info("outage_over", kind=kind)
                    happened.append(OutageEnded(number))
        return happened

    async def _now(self, round_: Round, whole: timedelta) -> list[tuple[OutageKind, datetime | None]]:
        """Each trouble with the moment since which it has gone on; None where there is none."""
        db, now = round_.db, round_.now
        failing = self.failing()
        lost = now - failing if failing is not None and rules.lasting(failing) else None
        oldest = {lane: await watch.oldest_due(db, lane, now) for lane in Lane}
        many = await watch.more_due_than(db, rules.MANY, now)
        stuck = rules.stuck(oldest, await watch.last_sent(db), now) if whole > rules.QUIET else None
        return [
            (OutageKind.MESSENGER, lost),
            (OutageKind.STUCK, stuck),
            (OutageKind.BACKLOG, now if many else None),
        ]


def _told_at(event: Event, now: datetime) -> datetime:
    return now + BREATH if isinstance(event, OutageEnded) else now
