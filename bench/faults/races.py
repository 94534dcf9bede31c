"""Q6: two teachers of one lesson, each served by a replica of its own, in a thousand interleavings.

Each names absent children, some of them the same, and saves; before each statement either waits a moment that
the seed draws, so that their steps fall between each other's. Beside them both replicas tell families. On
PostgreSQL alone: a file is served by one process.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from sqlalchemy import delete, select, update

from bench.faults.school import REGULATION, TEACHERS, Class, found
from bench.faults.tally import tally
from journal import attendance as registers_of
from journal import regulation
from journal.clock import FrozenClock
from journal.context import Ctx, Origin
from journal.model.access import Actor, Hat
from journal.model.attendance import Presence
from journal.model.people import Role, RoleAssignment
from journal.model.register import Sheet
from notifications.pace import Pace
from notifications.service import Notifier
from storage.db import Db
from storage.engine import open_engine
from storage.tables.attendance import attendance, register_drafts, registers
from storage.tables.control import audit
from storage.tables.lessons import lessons
from storage.tables.outbox import events, outbox, threads
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, PassingTimer, Post
from tests.support.school import NOW, SCHOOL, SECRET

# Of a class of six each teacher names so many.
CHILDREN, NAMED = 6, 3
# The longest wait before a statement, and before a tap, in seconds.
LONGEST_WAIT, THINKING = 0.003, 0.3
SAID = {
    "interleavings": "interleavings",
    "taps": "taps",
    "saves": "Saves that posted",
    "refused": "Saves that met a colleague's and were repeated",
    "alerts": "families told",
    "lost": "! taps lost",
    "undue": "! children absent whom nobody named",
    "silent": "! families not told",
    "double": "! families told twice",
    "unaudited": "! registers whose audit does not show every Save once",
}


@dataclass
class Replica:
    """One process' way to the database, with one teacher and one sender."""

    store: SqlStore
    ctx: Ctx
    post: Post
    notifier: Notifier


@dataclass
class Race:
    """Both replicas and what came of it."""

    replicas: list[Replica]
    of: Class
    dice: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    # Audit entries before this interleaving.
    deeds: int = 0


async def measure(engine_url: str, interleavings: int, seed: int, title: str) -> dict[str, int]:
    counts = await run(engine_url, interleavings, seed)
    tally(f"Races {title}: two teachers and two replicas on one lesson", SAID, counts)
    return counts


async def run(url: str, interleavings: int, seed: int) -> dict[str, int]:
    of = (await found(url, 2, CHILDREN))[0]
    engines = [open_engine(url) for _ in range(2)]
    try:
        replicas = [_replica(SqlStore(engine), TEACHERS + number) for number, engine in enumerate(engines)]
        race = Race(replicas, of, random.Random(seed), Counter(dict.fromkeys(SAID, 0)))
        await _share(race)
        for _ in range(interleavings):
            await _clear(race)
            await _once(race)
    finally:
        for engine in engines:
            await engine.dispose()
    return dict(race.counts)


def _replica(store: SqlStore, teacher: int) -> Replica:
    rules, clock = regulation.from_toml(REGULATION), FrozenClock(NOW)
    roles = (RoleAssignment(Role.TEACHER, None),)
    actor = Actor(account_id=teacher, locale="ru", person_id=teacher, roles=roles, hat=Hat.STAFF)
    post = Post(PassingTimer())
    office = Office(store, clock, SCHOOL, rules)
    notifier = Notifier(office, post, Pace(timer=post.timer))
    return Replica(store, Ctx(actor, store, clock, SCHOOL, rules, Origin("race"), SECRET), post, notifier)


async def _once(race: Race) -> None:
    """Both teachers and both senders at once, then whatever is left to be told."""
    lesson, children = race.of.lessons[1], [child.id for child in race.of.children]
    named = [race.dice.sample(children, NAMED) for _ in race.replicas]
    with _shuffled(race.dice):
        await asyncio.gather(
            *(_teach(race, replica, lesson, who) for replica, who in zip(race.replicas, named, strict=True))
        )
    await asyncio.gather(*(replica.notifier.catch_up() for replica in race.replicas))
    race.counts["interleavings"] += 1
    race.counts["taps"] += 2 * NAMED
    await _reckon(race, lesson, set().union(*named))


async def _teach(race: Race, replica: Replica, lesson: int, children: list[int]) -> None:
    sheet = await registers_of.open_register(replica.ctx, lesson)
    for child in children:
        # Sometimes the other one has saved before this one has named everybody.
        await asyncio.sleep(race.dice.choice((0, 0, THINKING)) * race.dice.random())
        sheet = await registers_of.tap(replica.ctx, lesson, child, Presence.ABSENT, sheet.draft.revision)
    await _save(race, replica, lesson, sheet)
    await replica.notifier.catch_up()


async def _save(race: Race, replica: Replica, lesson: int, sheet: Sheet) -> None:
    """Save what is shown; where a colleague was quicker and something is left, once more."""
    while True:
        outcome = await registers_of.save_register(replica.ctx, lesson, sheet.draft.posted)
        race.counts["saves" if outcome.changed else "refused"] += 1
        if not outcome.sheet.unsaved:
            return
        sheet = outcome.sheet


async def _reckon(race: Race, lesson: int, named: set[int]) -> None:
    async with race.replicas[0].store.connection() as db:
        rows = await db.all(select(attendance.c.student_id).where(attendance.c.lesson_id == lesson))
        posted = await db.scalar(
            select(register_drafts.c.posted).where(register_drafts.c.lesson_id == lesson)
        )
        deeds = await db.all(
            select(audit.c.id).where(audit.c.object_id == lesson, audit.c.action.startswith("register."))
        )
    absent = {row.student_id for row in rows}
    told = Counter(
        parcel.recipient.account_id
        for replica in race.replicas
        for parcel in replica.post.take()
        if parcel.edits is None
    )
    guardians = {child.guardian - 100_000 for child in race.of.children if child.id in named}
    before, race.deeds = race.deeds, len(deeds)
    race.counts["lost"] += len(named - absent)
    race.counts["undue"] += len(absent - named)
    race.counts["alerts"] += len(told)
    race.counts["silent"] += len(guardians - told.keys())
    race.counts["double"] += sum(times > 1 for times in told.values())
    race.counts["unaudited"] += len(deeds) - before != posted


async def _share(race: Race) -> None:
    """The other class teacher gives the lesson too."""
    async with race.replicas[0].store.connection(writing=True) as db:
        await db.run(
            update(lessons)
            .where(lessons.c.id.in_(race.of.lessons))
            .values(second_teacher_id=race.replicas[1].ctx.actor.person_id)
        )
        await db.connection.commit()


async def _clear(race: Race) -> None:
    """As if nothing had been entered yet; the audit alone goes on."""
    async with race.replicas[0].store.connection(writing=True) as db:
        for table in (attendance, registers, register_drafts, threads, outbox, events):
            await db.run(delete(table))
        await db.connection.commit()


@contextmanager
def _shuffled(dice: random.Random) -> Iterator[None]:
    """Before each statement somebody waits a little, as the dice say."""

    def late(verb: Any) -> Any:
        async def waiting(*args: Any, **more: Any) -> Any:
            if dice.random() < 0.5:
                await asyncio.sleep(dice.uniform(0, LONGEST_WAIT))
            return await verb(*args, **more)

        return waiting

    with patch.multiple(Db, **{name: late(getattr(Db, name)) for name in ("all", "first", "run", "upsert")}):
        yield
