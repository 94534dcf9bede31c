"""The class teacher's letter of the month to every family of the class, each with its own figures (R-087)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zlib import crc32

from journal import gate
from journal.context import Ctx
from journal.debts.family import owing
from journal.diary.attendance import totals
from journal.diary.averages import average
from journal.errors import NotFoundError, RefusedError, StaleError
from journal.messages import door
from journal.messages.sending import checked
from journal.messages.to_family import adults_of, post_to_adults
from journal.model.diary import Missed
from journal.model.marks import Mark
from journal.model.messages import About, Context, MonthDraft
from journal.model.people import Person, Unit, child_of
from journal.model.span import Span
from journal.ports import Work

MONTH, OWN = "message_month", "message_month_own"
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
    """The letter before it goes: whom it would reach, and the words that are written."""

    unit: Unit
    span: Span
    families: tuple[Figures, ...]
    draft: MonthDraft
    # Tells this very letter from any other: only what was shown is sent.
    mark: int
    sent_at: datetime | None = None

    @property
    def reached(self) -> tuple[Figures, ...]:
        """The families that get it."""
        return tuple(one for one in self.families if one.readers and one.student.id not in self.draft.without)

    @property
    def written(self) -> int:
        """How many of them have words of their own."""
        return sum(one.student.id in self.draft.own for one in self.reached)


async def month(ctx: Ctx, unit_id: int) -> Month:
    """The letter as it stands; what is typed next becomes its words. Few statements for any class."""
    async with ctx.writing() as work:
        found = await _month(work, unit_id)
        await work.inputs.expect(MONTH, {"unit": unit_id}, patience=PATIENCE)
        await work.commit()
        return found


async def reword(ctx: Ctx, unit_id: int, text: str | None) -> Month:
    """Put other words in place of the letter's, or the customary ones for None. Raises as `checked`."""
    said = checked(text, ()) if text is not None else None
    return await _changed(ctx, unit_id, lambda draft: replace(draft, text=said))


async def turn(ctx: Ctx, unit_id: int, student_id: int) -> Month:
    """Leave a family out, or take it in again."""
    return await _changed(
        ctx, unit_id, lambda draft: replace(draft, without=draft.without ^ {student_id}), of=student_id
    )


async def ask_own(ctx: Ctx, unit_id: int, student_id: int) -> Month:
    """Wait for the words for one family alone; `NotFoundError` for nobody of the class."""
    async with ctx.writing() as work:
        found = await _month(work, unit_id)
        _check_of(found, student_id)
        await work.inputs.expect(OWN, {"unit": unit_id, "student": student_id}, patience=PATIENCE)
        await work.commit()
        return found


async def write_own(ctx: Ctx, unit_id: int, student_id: int, text: str | None) -> Month:
    """Words for one family alone, kept until the letter goes; None: the same as all. Raises as `checked`."""
    said = checked(text, ()) if text is not None else None

    def written(draft: MonthDraft) -> MonthDraft:
        rest = {student: words for student, words in draft.own.items() if student != student_id}
        return replace(draft, own=rest if said is None else {**rest, student_id: said})

    return await _changed(ctx, unit_id, written, of=student_id)


async def send(ctx: Ctx, unit_id: int, mark: int, texts: Mapping[int, str]) -> int:
    """Send each family its own of the `texts`, by student; how many people it goes to.

    Raises `StaleError("draft_gone")` where something else was shown, `RefusedError("month_sent")` for a
    second time on one day.
    """
    async with ctx.writing() as work:
        await work.serialise("month", unit_id)
        found = await _month(work, unit_id)
        if found.mark != mark:
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
        await work.messages.drop_month_draft(unit_id, first_of(work.today))
        await work.inputs.done()
        await work.commit()
        return count


def first_of(day: date) -> date:
    """By which a month is kept."""
    return day.replace(day=1)


async def _changed(
    ctx: Ctx, unit_id: int, change: Callable[[MonthDraft], MonthDraft], *, of: int = 0
) -> Month:
    """The letter with its draft changed, and waiting for other words; `of` a student of the class."""
    async with ctx.writing() as work:
        await work.serialise("month", unit_id)
        before = await _month(work, unit_id)
        if of:
            _check_of(before, of)
        await work.messages.keep_month_draft(unit_id, first_of(work.today), change(before.draft))
        await work.inputs.expect(MONTH, {"unit": unit_id}, patience=PATIENCE)
        found = await _month(work, unit_id)
        await work.commit()
        return found


def _check_of(found: Month, student_id: int) -> None:
    if all(one.student.id != student_id for one in found.families):
        raise NotFoundError(kind="student")


async def _month(work: Work, unit_id: int) -> Month:
    unit = await gate.headed(work, unit_id, door.MAY)
    span = Span(work.today - DAYS, work.today)
    families = tuple(await figures_of(work, unit, span))
    members = {one.student.id for one in families}
    kept = await work.messages.month_drafts([unit.id], first_of(work.today))
    draft = kept.get(unit.id, MonthDraft())
    # Who has left the class meanwhile is in it no more.
    draft = replace(
        draft,
        without=draft.without & members,
        own={student: text for student, text in draft.own.items() if student in members},
    )
    sent = await work.messages.months_since(gate.author(work), work.now - PAUSE)
    return Month(
        unit,
        span,
        families,
        draft,
        crc32(repr((unit_id, draft.text, sorted(draft.without), sorted(draft.own.items()))).encode()),
        sent.get(unit_id),
    )


async def figures_of(work: Work, unit: Unit, span: Span) -> Sequence[Figures]:
    """What these days were for each student of the class, in list order."""
    members = await work.people.members(unit.id, work.today)
    ids = [one.id for one in members]
    readers = await work.messages.readers(ids, work.today)
    marks = await work.diary.marks(ids, span)
    absences = await work.diary.absences(ids, span)
    debts = await owing(work, ids)
    return [
        Figures(
            one,
            tuple(adults_of(work, one.id, readers[one.id])),
            totals([item for item in absences if item.student_id == one.id]),
            _averages([mark for mark in marks if mark.student_id == one.id]),
            len(debts[one.id]),
        )
        for one in members
    ]


def _averages(marks: Sequence[Mark]) -> tuple[tuple[str, Decimal], ...]:
    subjects = sorted({mark.subject for mark in marks})
    means = [(name, average(mark for mark in marks if mark.subject == name)) for name in subjects]
    return tuple((name, mean) for name, mean in means if mean is not None)
