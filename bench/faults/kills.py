"""Q1 and Q11: `kill -9` at random moments while teachers tap, save and write and families ask.

What must be there is what people were told; what is there is read from the journal, and what was delivered
from the messenger's own record.
"""

import asyncio
import random
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise

from sqlalchemy import func, select

from bench.faults.people import Teacher
from bench.faults.tally import broken, tally
from bench.faults.town import Town, town, until
from simulator.journal import Call
from storage.engine import open_engine
from storage.tables.attendance import attendance, register_drafts
from storage.tables.control import audit
from storage.tables.outbox import inbox
from storage.unit_of_work import SqlStore

# Of the lives, how many end while the bot is still starting; how long the others last at most, in seconds.
STILLBORN, LONGEST = 0.15, 3.0
# A copy that arrived so shortly before a kill was on its way, or its receipt not yet saved.
IN_FLIGHT = 1.0
# What a dead sender held goes again within some fifteen seconds; the machine may be busy.
SETTLING = 90.0
# How a message about a child's presence begins.
PRESENCE = re.compile(r"\w+: (нет на|на месте)|Исправлено")


# Each count in words; what must be nothing comes with a sign.
SAID = {
    "kills": "kills",
    "pressed": "presses",
    "again": "pressed again, for nothing was seen",
    "replayed": "updates that came once more under a new number",
    "asked": "questions of families",
    "taps": "taps acknowledged",
    "saves": "Saves acknowledged",
    "notices": "notices acknowledged",
    "pushes": "messages due: notices",
    "alerts": "messages due: absences",
    "doubled": "messages doubled",
    "lost_writes": "! acknowledged writes lost",
    "wrong_effects": "! registers whose taps, Saves or audit are not those acknowledged",
    "unanswered": "! questions never answered",
    "unhandled": "! confirmed updates never handled",
    "lost": "! messages lost",
    "undue": "! messages about what was never sent",
    "unexplained": "! doubles that were not in flight at a kill",
}


@dataclass(frozen=True, slots=True)
class Toll:
    """What a run came to."""

    kills: int
    pressed: int
    again: int
    replayed: int
    asked: int
    notices: int
    pushes: int
    alerts: int
    saves: int
    taps: int
    lost_writes: int
    wrong_effects: int
    unanswered: int
    unhandled: int
    lost: int
    undue: int
    doubled: int
    unexplained: int

    @property
    def clean(self) -> bool:
        """Nothing lost, nothing done twice, each double explained."""
        return not broken(SAID, asdict(self))


async def measure(engine_url: str, kills: int, seed: int, title: str) -> Toll:
    """Run, print the table, and say what it came to."""
    async with town(engine_url, seed) as made:
        toll = await run(made, kills, seed)
    tally(f"Kills {title}: kill -9 under load", SAID, asdict(toll))
    return toll


async def run(made: Town, kills: int, seed: int) -> Toll:
    """Everybody at work, so many lives and deaths, then one life to bring everything to its end."""
    dice, moments = random.Random(seed), []
    working = [asyncio.create_task(one.work()) for one in (*made.teachers, *made.guardians)]
    for _ in range(kills):
        if dice.random() < STILLBORN:
            made.bot.start()
            await asyncio.sleep(dice.uniform(0.0, 0.6))
        else:
            await made.served()
            await asyncio.sleep(dice.uniform(0.05, LONGEST))
        print(f"\r  {len(moments) + 1} of {kills} kills, ", end="", flush=True)
        moments.append(made.simulator.clock.elapsed())
        await made.bot.kill()
    await made.served()
    await until(lambda: all(one.saves and one.sent for one in made.teachers), SETTLING)
    made.over.set()
    await asyncio.gather(*working)
    return await come_to_an_end(made, moments)


async def come_to_an_end(made: Town, kills: list[float]) -> Toll:
    """Wait until everybody is told everything, then reckon."""
    await until(lambda: not list(_missing(made)), SETTLING)
    await _quiet(made)
    for _ in range(int(SETTLING)):
        if not await _unhandled(made):
            break
        await asyncio.sleep(1.0)
    return await _reckon(made, kills)


async def _quiet(made: Town) -> None:
    """Wait until the bot has nothing more to say."""
    before = -1
    while before != len(made.simulator.journal):
        before = len(made.simulator.journal)
        await asyncio.sleep(1.5)


async def _reckon(made: Town, kills: list[float]) -> Toll:
    phones = [one.phone for one in (*made.teachers, *made.guardians)]
    doubles = list(_doubles(made, kills))
    lost_writes, wrong_effects, unhandled = await _compare(made)
    return Toll(
        kills=len(kills),
        pressed=sum(phone.pressed for phone in phones),
        again=sum(phone.again for phone in phones),
        replayed=sum(phone.replayed for phone in phones),
        asked=sum(one.asked for one in made.guardians),
        notices=sum(len(one.sent) for one in made.teachers),
        pushes=sum(len(one.sent) * len(one.of.children) for one in made.teachers),
        alerts=sum(1 for one in made.teachers for _ in _absent(one)),
        saves=sum(sum(one.saves.values()) for one in made.teachers),
        taps=sum(sum(one.taps.values()) for one in made.teachers),
        lost_writes=lost_writes,
        wrong_effects=wrong_effects,
        unanswered=sum(max(0, one.asked - _answers(made, one.phone.person.id)) for one in made.guardians),
        unhandled=unhandled,
        lost=len(list(_missing(made))),
        undue=sum(_told(made, one, text) for one in made.teachers for text in one.dropped),
        doubled=len(doubles),
        unexplained=sum(not in_flight for in_flight in doubles),
    )


async def _unhandled(made: Town) -> int:
    engine = open_engine(made.url)
    try:
        async with SqlStore(engine).connection() as db:
            return int(await db.scalar(select(func.count()).where(inbox.c.state == "waiting")) or 0)
    finally:
        await engine.dispose()


async def _compare(made: Town) -> tuple[int, int, int]:
    """What was acknowledged and is not there; what was done otherwise than once; what was never handled."""
    engine = open_engine(made.url)
    try:
        async with SqlStore(engine).connection() as db:
            stands = {(row.lesson_id, row.student_id): row.status for row in await db.all(select(attendance))}
            drafts = {row.lesson_id: row for row in await db.all(select(register_drafts))}
            deeds = await db.all(
                select(audit.c.object_id, func.count().label("times"))
                .where(audit.c.action.in_(("register.save", "register.correct")))
                .group_by(audit.c.object_id)
            )
            unhandled = await db.scalar(select(func.count()).where(inbox.c.state.in_(("waiting", "failed"))))
    finally:
        await engine.dispose()
    audited = {row.object_id: row.times for row in deeds}
    lost = wrong = 0
    for one in made.teachers:
        for lesson, children in one.saved.items():
            lost += sum(
                stands.get((lesson, child), "present") != status for child, status in children.items()
            )
            wrong += audited[lesson] != one.saves[lesson]
            wrong += (drafts[lesson].revision, drafts[lesson].posted) != (one.taps[lesson], one.saves[lesson])
    return lost, wrong, int(unhandled or 0)


def _missing(made: Town) -> Iterator[tuple[int, str]]:
    """Who was not told what, by the messenger's record."""
    yield from made.untold_notices()
    for teacher in made.teachers:
        for guardian, slot in _absent(teacher):
            # «нет на 1-м уроке», «нет на уроках 1 (…) и 2 (…)»
            if not any(re.search(rf"нет на .*\b{slot}(-м| \()", text) for text in made.texts(guardian)):
                yield guardian, f"absent at lesson {slot}"


def _absent(teacher: Teacher) -> Iterator[tuple[int, int]]:
    """Whose guardian must know of an absence, and at which lesson."""
    for lesson, children in teacher.saved.items():
        for child in teacher.of.children:
            if children.get(child.id) == "absent":
                yield child.guardian, teacher.of.lessons.index(lesson) + 1


def _told(made: Town, teacher: Teacher, notice: str) -> int:
    """How many were told the notice."""
    return sum(
        notice in message.text
        for child in teacher.of.children
        for message in made.simulator.person(child.guardian).messages
    )


def _doubles(made: Town, kills: list[float]) -> Iterator[bool]:
    """Every copy but the last of what was told: whether it was in flight at a kill."""
    for teacher in made.teachers:
        for child in teacher.of.children:
            mine = [call for call in made.simulator.journal if call.ok and call.chat_id == child.guardian]
            for at in (*_notices_again(mine, teacher.sent), *_alerts_again(mine)):
                yield any(at - 0.1 <= kill <= at + IN_FLIGHT for kill in kills)


def _notices_again(calls: list[Call], notices: list[str]) -> Iterator[float]:
    sent = [call for call in calls if call.method == "sendMessage"]
    for notice in notices:
        yield from sorted(call.at for call in sent if notice in call.params["text"])[:-1]


def _alerts_again(calls: list[Call]) -> Iterator[float]:
    """The same news of a child's presence twice running; after another it may be true once more."""
    told = [call for call in calls if PRESENCE.match(call.params.get("text", ""))]
    for earlier, later in pairwise(told):
        if earlier.method == later.method == "sendMessage" and earlier.params["text"] == later.params["text"]:
            yield earlier.at


def _answers(made: Town, person: int) -> int:
    return sum(
        call.chat_id == person and "14 октября" in call.params["text"]
        for call in made.simulator.journal.of("sendMessage", ok=True)
    )
