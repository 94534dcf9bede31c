"""P17: a school day of 1,000 students told to 2,000 parents who never opened the settings.

Six lessons of forty classes with six absences of a hundred, marks at every third lesson, homework at all but
the last; a third of what is entered comes in the afternoon and evening. The clock is moved, the notifications
are the product's, messages are counted where they leave, against one for each fact and reader.
Options: `--letters=4 --seed=1`.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, insert, select

from bench.great import NOW, SCHOOL, GreatHouse, Shape, great_school, house_of
from bench.great.filling import (
    CLASS,
    DAYS,
    FIRST_GRADE,
    GRADES,
    HANDS,
    LAST,
    PAST,
    PER_YEAR,
    SLOTS,
    STAFF,
    SUBJECTS,
    student_of,
    unit_of,
)
from bench.options import option
from bench.table import Figure, show
from journal.clock import FrozenClock
from journal.events import Event, HomeworkSaved, MarksSaved, RegisterSaved
from journal.model.news import Kind
from notifications.courier import Delivered, Outcome, Parcel
from notifications.pace import Pace
from notifications.service import Notifier
from storage import events
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import homework
from storage.tables.marks import marks, works
from storage.tables.outbox import outbox
from tests.notifications.post import PassingTimer

MONDAY = date(2026, 10, 19)
FIRST_LESSON, LAST_LOOK = timedelta(hours=8), timedelta(hours=26)
STEP = timedelta(minutes=5)
HOLD = timedelta(minutes=5)
TOLD = {("sent", None), ("skipped", "told already")}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a teacher enters: which lesson of which class, what, when."""

    at: datetime
    unit: int
    slot: int
    what: type[Event]
    students: tuple[int, ...]

    @property
    def lesson(self) -> int:
        return self.unit * PER_YEAR + PAST * DAYS * SLOTS + self.slot

    @property
    def subject(self) -> int:
        return self.slot % len(SUBJECTS) + 1

    @property
    def teacher(self) -> int:
        return STAFF + (self.subject - 1) * HANDS + self.unit % HANDS


@dataclass
class Counting:
    """Implements the courier port: everything arrives, and is counted."""

    clock: FrozenClock
    messages: Counter[Kind] = field(default_factory=Counter)
    edits: int = 0
    # The moments at which absences arrived.
    urgent: list[datetime] = field(default_factory=list)
    numbers: int = 0

    async def deliver(self, parcel: Parcel) -> Outcome:
        if parcel.edits is not None:
            self.edits += 1
            return Delivered(parcel.edits)
        self.numbers += 1
        self.messages[parcel.news[0].kind] += 1
        if parcel.news[0].kind is Kind.ATTENDANCE:
            self.urgent.append(self.clock.now())
        return Delivered(self.numbers)


@dataclass(frozen=True, slots=True)
class Day:
    """What came of a day."""

    facts: int
    messages: int
    edits: int
    # How many pushes ended in which state, and why.
    ends: Counter[tuple[str, str | None]]
    absences: int
    latest: timedelta

    @property
    def fewer(self) -> float:
        return 100 * (1 - self.messages / self.facts)


async def measure() -> None:
    letters, seed = int(option("letters", "4")), int(option("seed", "1"))
    found = await live(Shape(letters), seed)
    show(
        "P17: a school day",
        [
            Figure("facts told, each to each reader", "", (float(found.facts),)),
            Figure("messages", "", (float(found.messages),)),
            Figure("fewer than one a fact", "%", (found.fewer,), "reach ≥ 60"),
            Figure("facts never told", "", (float(lost(found)),), "reach 0"),
            Figure("absences told at once", "", (float(found.absences),)),
            Figure(
                "slowest of them after its hold", "min", (found.latest / timedelta(minutes=1),), "reach ≤ 5"
            ),
        ],
    )


def lost(day: Day) -> int:
    """What is neither sent nor was told before."""
    return sum(
        count for end, count in day.ends.items() if end not in (("sent", None), ("skipped", "told already"))
    )


async def live(shape: Shape, seed: int) -> Day:
    """One day from the first lesson to the next morning's quiet hours."""
    clock = FrozenClock(SCHOOL.moment(MONDAY, NOW.time()) - timedelta(hours=10))
    house = house_of(await great_school(shape, "schoolday.sqlite"), clock)
    post = Counting(clock)
    notifier = Notifier(house, post, Pace(rate=100_000, spacing=0.0, timer=PassingTimer()))
    deeds = sorted(_deeds(shape, random.Random(seed)), key=lambda one: one.at)
    held: list[datetime] = []
    try:
        begun = clock.now()
        while clock.now() < begun + LAST_LOOK:
            due = [one for one in deeds if one.at <= clock.now()]
            del deeds[: len(due)]
            if due:
                held += [clock.now() + HOLD for one in due if one.what is RegisterSaved and one.students]
                await _enter(house, due)
            await notifier.catch_up()
            clock.move(STEP)
        async with house.store.connection() as db:
            ends = Counter({(state, error): n for state, error, n in await db.all(_ends())})
            sent = await db.scalar(
                select(func.count()).where(outbox.c.state == "sent", outbox.c.message_id.is_not(None))
            )
    finally:
        await house.store.engine.dispose()
    latest = max((min(at - hold for hold in held if hold <= at) for at in post.urgent), default=timedelta())
    return Day(int(sent), post.numbers, post.edits, ends, len(post.urgent), latest)


def _ends() -> Select[tuple[str, str | None, int]]:
    return select(outbox.c.state, outbox.c.error, func.count()).group_by(outbox.c.state, outbox.c.error)


def _deeds(shape: Shape, chance: random.Random) -> Iterator[Deed]:
    for grade in range(FIRST_GRADE, FIRST_GRADE + GRADES):
        for letter in range(shape.letters):
            unit = unit_of(LAST, grade, letter, shape.letters)
            seats = range(letter * CLASS, (letter + 1) * CLASS)
            pupils = [student_of(LAST - (grade - FIRST_GRADE), seat) for seat in seats]
            away = {one for one in pupils if chance.random() < 0.06}
            for slot in range(SLOTS):
                begins = SCHOOL.moment(MONDAY, NOW.time()) - timedelta(hours=9.5 - slot)
                yield Deed(
                    begins + timedelta(minutes=chance.randrange(5, 30)),
                    unit,
                    slot,
                    RegisterSaved,
                    tuple(away),
                )
                if slot % 3 == 0:
                    yield Deed(_later(begins, chance), unit, slot, MarksSaved, tuple(set(pupils) - away))
                if slot < SLOTS - 1:
                    yield Deed(_later(begins, chance), unit, slot, HomeworkSaved, tuple(pupils))


def _later(begins: datetime, chance: random.Random) -> datetime:
    """Two of three at the end of the lesson, the third some time until the evening."""
    if chance.random() < 0.67:
        return begins + timedelta(minutes=chance.randrange(35, 55))
    return SCHOOL.moment(MONDAY, NOW.time()) + timedelta(minutes=chance.randrange(-180, 120))


async def _enter(house: GreatHouse, deeds: list[Deed]) -> None:
    now = house.clock.now()
    async with house.store.connection(writing=True) as db:
        recorded = []
        for deed in deeds:
            happened: Event
            if deed.what is RegisterSaved:
                await db.insert(
                    registers,
                    lesson_id=deed.lesson,
                    expected=list(deed.students),
                    taken_by=deed.teacher,
                    taken_at=now,
                    revision=1,
                )
                await db.run(insert(attendance), [_absent(deed, one, now) for one in deed.students])
                happened = RegisterSaved(deed.lesson, 1)
            elif deed.what is MarksSaved:
                work = await db.insert(
                    works,
                    lesson_id=deed.lesson,
                    unit_id=deed.unit,
                    subject_id=deed.subject,
                    date=MONDAY,
                    kind="answer",
                    teacher_id=deed.teacher,
                    created_at=now,
                )
                await db.run(insert(marks), [_mark(deed, work, one, now) for one in deed.students])
                happened = MarksSaved(work, list(deed.students))
            else:
                task = await db.insert(
                    homework,
                    # The same hour of the next day.
                    lesson_id=deed.lesson + SLOTS,
                    given_lesson_id=deed.lesson,
                    text="№ 512, параграф 7",
                    author_id=deed.teacher,
                    created_at=now,
                    updated_at=now,
                )
                happened = HomeworkSaved(task, 1)
            recorded.append(events.Recorded(happened, now, now + HOLD, deed.teacher))
        await events.write(db, recorded)
        await db.connection.commit()


def _absent(deed: Deed, student: int, now: datetime) -> dict[str, object]:
    return {
        "lesson_id": deed.lesson,
        "student_id": student,
        "date": MONDAY,
        "slot": deed.slot + 1,
        "status": "absent",
        "entered_by": deed.teacher,
        "entered_at": now,
    }


def _mark(deed: Deed, work: int, student: int, now: datetime) -> dict[str, object]:
    return {
        "work_id": work,
        "student_id": student,
        "value": str(2 + student % 4),
        "date": MONDAY,
        "subject_id": deed.subject,
        "author_id": deed.teacher,
        "entered_at": now,
    }
