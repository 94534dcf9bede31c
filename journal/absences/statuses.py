"""Dated statuses: said once by the class teacher, they fill in registers ahead and raise no alert.

Why a child is taught at home or exempt from sport is nobody's business here: no diagnosis is asked or kept.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Child, Person, Unit
from journal.model.span import Span, week_of
from journal.model.statuses import ClassStatuses, StatusKind, StudentStatus
from journal.policy import Permission, Relation, allows
from journal.ports import Work
from journal.words.days import span_of
from journal.words.tokens import words_of

QUESTION_DAYS, QUESTION_NOTE = "status_days", "status_note"
LONGEST = timedelta(days=366)
# Days back for which a status may still be said: a week that is under review.
BACK = timedelta(days=14)
LONGEST_NOTE = 120
_SPORT = ("физическ", "физкульт", "physical")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StatusCard:
    child: Child
    status: StudentStatus


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be said of a student with one tap."""

    child: Child
    # The class's lessons of today that are not over, for letting somebody go.
    lessons: tuple[Lesson, ...]
    # From today: one day, to the end of the week, of the period.
    spans: tuple[Span, ...]
    # Those that hold already.
    known: tuple[StudentStatus, ...]


async def statuses(ctx: Ctx, unit_id: int) -> ClassStatuses:
    """What holds in a class today or will."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.DECIDE_ABSENCE_NOTE)
        found = await work.statuses.of_class(unit.class_id, work.today)
        return ClassStatuses(unit.id, unit.name, work.today, tuple(found))


async def students(ctx: Ctx, unit_id: int) -> tuple[Unit, list[Person]]:
    """Of whom something may be said."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.DECIDE_ABSENCE_NOTE)
        return unit, await work.people.members(unit.class_id, work.today)


async def choice(ctx: Ctx, student_id: int) -> Choice:
    """What may be said of the student."""
    async with ctx.reading() as work:
        child = await _child(work, student_id)
        lessons = await work.lessons.of_student(student_id, work.today, work.today)
        ahead = [one for one in lessons if one.ends_at > work.now and one.status is LessonStatus.PLANNED]
        known = await work.statuses.of_student(student_id, work.today)
        return Choice(child, tuple(ahead), await _spans(work, child), tuple(known))


async def status(ctx: Ctx, status_id: int) -> StatusCard:
    async with ctx.reading() as work:
        return await _own(work, status_id)


async def say(ctx: Ctx, student_id: int, kind: StatusKind, span: Span, slot: int = 0) -> StatusCard:
    """Say it of these days; the same said twice is once.

    `slot` is the first lesson missed by whoever is let go, today alone. Raises `InvalidError("status_days")`.
    """
    async with ctx.writing() as work:
        child = await _child(work, student_id)
        await work.serialise("statuses", student_id)
        await work.inputs.done()
        wanted = StudentStatus(0, student_id, kind, _checked(kind, span, slot, work.today), slot or None)
        if kind is StatusKind.SPORT:
            wanted = replace(wanted, subject_id=await _sport(work, child))
        known = await work.statuses.of_student(student_id, span.first)
        if (same := next((one for one in known if one.says_as(wanted)), None)) is None:
            same = replace(wanted, id=await work.statuses.add(wanted, gate.author(work), work.now))
            await _explain(work, child, same)
            work.audit("status.say", "status", same.id, unit_id=child.unit_id, after=_kept(same))
        await work.commit()
        return StatusCard(child, same)


async def say_typed(ctx: Ctx, student_id: int, kind: StatusKind, text: str) -> StatusCard:
    """The same of typed days: «с 19.10 по 23.10», «до пятницы». Raises `InvalidError("status_days")`."""
    dates = span_of(words_of(text), ctx.today, ahead=True)
    if dates is None:
        raise InvalidError("status_days")
    return await say(ctx, student_id, kind, dates.span)


async def end(ctx: Ctx, status_id: int) -> StatusCard:
    """It holds no more from today on; one that has not begun before today was never said."""
    async with ctx.writing() as work:
        card = await _own(work, status_id)
        last = None if card.status.span.first >= work.today else work.today - _DAY
        await work.statuses.end(status_id, last)
        work.audit("status.end", "status", status_id, unit_id=card.child.unit_id, before=_kept(card.status))
        await work.commit()
        return card


async def ask_days(ctx: Ctx, student_id: int, kind: StatusKind) -> Child:
    """Wait for typed days."""
    async with ctx.writing() as work:
        child = await _child(work, student_id)
        await work.inputs.expect(QUESTION_DAYS, {"student": student_id, "kind": kind})
        await work.commit()
        return child


async def ask_note(ctx: Ctx, status_id: int) -> StatusCard:
    """Wait for the word on what the order is about."""
    async with ctx.writing() as work:
        card = await _own(work, status_id)
        await work.inputs.expect(QUESTION_NOTE, {"status": status_id})
        await work.commit()
        return card


async def note(ctx: Ctx, status_id: int, text: str) -> StatusCard:
    """What the order is about. Raises `InvalidError("too_long")`; other statuses take no word."""
    said = " ".join(text.split())
    if len(said) > LONGEST_NOTE:
        raise InvalidError("too_long", longest=LONGEST_NOTE)
    async with ctx.writing() as work:
        card = await _own(work, status_id)
        if card.status.kind is not StatusKind.ORDER:
            raise InvalidError
        await work.inputs.done()
        await work.statuses.note(status_id, said or None)
        changed = replace(card.status, note=said or None)
        work.audit("status.note", "status", status_id, unit_id=card.child.unit_id, after=_kept(changed))
        await work.commit()
        return replace(card, status=changed)


async def _child(work: Work, student_id: int) -> Child:
    return await gate.student(work, student_id, Permission.DECIDE_ABSENCE_NOTE)


async def _own(work: Work, status_id: int) -> StatusCard:
    found = await work.statuses.status(status_id)
    child = await _child(work, found.student_id if found else 0)
    if found is None:
        raise NotFoundError(kind="status")
    return StatusCard(child, found)


async def _spans(work: Work, child: Child) -> tuple[Span, ...]:
    """Today, the rest of the week, the rest of the period; each only where it is longer than the last."""
    today, spans = work.today, [Span(work.today, work.today)]
    ends = [week_of(today).last]
    unit = await work.people.unit(child.unit_id or 0)
    period = await work.periods.running(unit.year_id, unit.grade, today) if unit else None
    if period is not None:
        ends.append(period.span.last)
    for last in ends:
        if last > spans[-1].last:
            spans.append(Span(today, last))
    return tuple(spans)


async def _explain(work: Work, child: Child, said: StudentStatus) -> None:
    """Absences that the registers have already and nobody explained get their reason, where it may be set."""
    heads = {Relation.HEADS_CLASS} if child.unit_id and work.actor.heads(child.unit_id) else set()
    if said.kind.away and allows(Permission.SET_ABSENCE_REASON, work.actor, heads, work.regulation):
        await work.statuses.explain(said, gate.author(work), work.now)


def _checked(kind: StatusKind, span: Span, slot: int, today: date) -> Span:
    if kind is StatusKind.LET_GO:
        if not 1 <= slot <= 20 or span != Span(today, today):
            raise InvalidError("status_days")
        return span
    if slot or span.last < span.first or span.last - span.first > LONGEST or span.last < today - BACK:
        raise InvalidError("status_days")
    return span


async def _sport(work: Work, child: Child) -> int:
    """The subject a student is exempt from. Raises `InvalidError("status_no_sport")` where there is none."""
    for page in await work.timetable.pages(child.unit_id or 0, None):
        if page.subject.casefold().startswith(_SPORT):
            return page.subject_id
    raise InvalidError("status_no_sport")


def _kept(found: StudentStatus) -> dict[str, str | int | None]:
    return {
        "student": found.student_id,
        "kind": found.kind,
        "from": found.span.first.isoformat(),
        "to": found.span.last.isoformat(),
        "slot": found.from_slot,
        "note": found.note,
    }
