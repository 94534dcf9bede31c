"""The class teacher's letter of the month to every family of the class, each with its own figures (R-087)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zlib import crc32

from journal import gate
from journal.context import Ctx
from journal.debts.rule import owed
from journal.diary.attendance import totals
from journal.diary.averages import average
from journal.errors import RefusedError, StaleError
from journal.messages import door
from journal.messages.sending import checked
from journal.messages.to_family import adults_of, post_to_adults
from journal.model.access import Awaited
from journal.model.diary import Missed
from journal.model.marks import Mark
from journal.model.messages import About, Context
from journal.model.people import Person, Unit, child_of
from journal.model.span import Span
from journal.ports import Work

MONTH = "message_month"
DAYS = timedelta(days=29)
PATIENCE = timedelta(days=1)
# A second letter of the same kind so soon is a second press.
PAUSE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the month was for one student, and which adults read of it."""

    student: Person
    readers: tuple[Person, ...]
    missed: Missed
    averages: tuple[tuple[str, Decimal], ...]
    debts: int


@dataclass(frozen=True, slots=True)
class Month:
    """The letter before it goes: whom it would reach, with the own `text` or, for None, the customary one."""

    unit: Unit
    span: Span
    families: tuple[Figures, ...]
    text: str | None
    without: frozenset[int]
    # Tells this very letter from any other: only what was shown is sent.
    mark: int
    sent_at: datetime | None = None

    @property
    def reached(self) -> tuple[Figures, ...]:
        """The families that get it."""
        return tuple(one for one in self.families if one.readers and one.student.id not in self.without)


async def month(ctx: Ctx, unit_id: int, asked: Awaited | None) -> Month:
    """The letter as it stands; the number of statements does not grow with the class."""
    async with ctx.writing() as work:
        found = await _month(work, unit_id, *_draft(unit_id, asked))
        await _keep(work, found)
        return found


async def reword(ctx: Ctx, unit_id: int, asked: Awaited | None, text: str | None) -> Month:
    """Put other words in place of the letter's, or the customary ones for None. Raises as `checked`."""
    said = checked(text, ()) if text is not None else None
    async with ctx.writing() as work:
        found = await _month(work, unit_id, said, _draft(unit_id, asked)[1])
        await _keep(work, found)
        return found


async def turn(ctx: Ctx, unit_id: int, asked: Awaited | None, student_id: int) -> Month:
    """Leave a family out, or take it in again."""
    text, without = _draft(unit_id, asked)
    async with ctx.writing() as work:
        found = await _month(work, unit_id, text, without ^ {student_id})
        await _keep(work, found)
        return found


async def send(ctx: Ctx, unit_id: int, asked: Awaited | None, mark: int, texts: Mapping[int, str]) -> int:
    """Send each family its own of the `texts`, by student; how many people it goes to.

    Raises `StaleError("draft_gone")` where something else was shown, `RefusedError("month_sent")` for a
    second time on one day.
    """
    async with ctx.writing() as work:
        await work.serialise("month", unit_id)
        found = await _month(work, unit_id, *_draft(unit_id, asked))
        if asked is None or asked.kind != MONTH or found.mark != mark:
            raise StaleError("draft_gone")
        if found.sent_at is not None:
            raise RefusedError("month_sent")
        context = Context(About.MONTH, found.unit.id, found.unit.name, found.span.last)
        count = 0
        for one in found.reached:
            child = child_of(one.student, found.unit)
            count += await post_to_adults(
                work, child, one.readers, checked(texts[one.student.id], ()), context
            )
        work.audit("message.month", "unit", unit_id, unit_id=unit_id, after={"people": count})
        await work.inputs.done()
        await work.commit()
        return count


async def _month(work: Work, unit_id: int, text: str | None, without: frozenset[int]) -> Month:
    unit = await gate.unit(work, unit_id, door.MAY)
    if not work.actor.heads(unit.id):
        gate.refuse(work, door.MAY, "unit", unit_id)
    span = Span(work.today - DAYS, work.today)
    families = tuple(await figures_of(work, unit, span))
    without &= {one.student.id for one in families}
    sent = await work.messages.months_since(gate.author(work), work.now - PAUSE)
    return Month(
        unit,
        span,
        families,
        text,
        without,
        crc32(repr((unit_id, text, sorted(without))).encode()),
        sent.get(unit_id),
    )


async def figures_of(work: Work, unit: Unit, span: Span) -> Sequence[Figures]:
    """What these days were for each student of the class, in list order."""
    members = await work.people.members(unit.id, work.today)
    ids = [one.id for one in members]
    readers = await work.messages.readers(ids, work.today)
    marks = await work.diary.marks(ids, span)
    absences = await work.diary.absences(ids, span)
    works = await work.debts.works(ids, work.today)
    return [
        Figures(
            one,
            tuple(adults_of(work, one.id, readers[one.id])),
            totals([item for item in absences if item.student_id == one.id]),
            _averages([mark for mark in marks if mark.student_id == one.id]),
            len(owed(works.get(one.id, ()), work.regulation, work.today)),
        )
        for one in members
    ]


def _averages(marks: Sequence[Mark]) -> tuple[tuple[str, Decimal], ...]:
    subjects = sorted({mark.subject for mark in marks})
    means = [(name, average(mark for mark in marks if mark.subject == name)) for name in subjects]
    return tuple((name, mean) for name, mean in means if mean is not None)


async def _keep(work: Work, found: Month) -> None:
    kept = {"unit": found.unit.id, "text": found.text, "without": sorted(found.without)}
    await work.inputs.expect(MONTH, kept, patience=PATIENCE)
    await work.commit()


def _draft(unit_id: int, asked: Awaited | None) -> tuple[str | None, frozenset[int]]:
    """The own words and the families left out, as far as they were chosen for this class."""
    if asked is None or asked.kind != MONTH or asked.number("unit") != unit_id:
        return None, frozenset()
    text, without = asked.payload.get("text"), asked.payload.get("without")
    return (
        text if isinstance(text, str) else None,
        frozenset(without if isinstance(without, list) else ()),
    )
