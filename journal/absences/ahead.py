"""The family's side of days to come: what can be announced, the announcement, taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from journal import gate
from journal.absences import notes
from journal.absences.family import Noted, is_coming, noted, own
from journal.absences.rules import FORESEEN, Said, check_days, slots_of, status_of
from journal.context import Ctx
from journal.errors import InvalidError, RefusedError
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.lessons import LessonStatus
from journal.model.people import Child
from journal.policy import Permission
from journal.ports import Work

# After this hour a family that announces an absence means tomorrow.
TOMORROW_FROM = 15
# School days that are offered to choose from.
OFFERED = 6
_UNDECIDED = (NoteStatus.SENT, NoteStatus.DISPUTED, NoteStatus.MISSING)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a family can choose from when it announces an absence."""

    child: Child
    # The coming school days, today among them while it still has lessons to come.
    days: tuple[date, ...]
    # The slots of each of these days.
    slots: dict[date, tuple[int, ...]]
    usual: date | None
    # When each of these lessons begins, in the school's own time.
    bells: dict[date, dict[int, time]]

    def lesson_at(self, day: date, clock: time) -> int:
        """The first lesson that begins at that hour or after it; 0 where none does."""
        later = (slot for slot, begins in sorted(self.bells.get(day, {}).items()) if begins >= clock)
        return next(later, 0)


async def outlook(ctx: Ctx, student_id: int) -> Outlook:
    """The days an absence of the child can be announced for; tomorrow is usual after three o'clock."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        lessons = await work.lessons.of_student(student_id, work.today, work.today + timedelta(days=21))
        slots: dict[date, tuple[int, ...]] = {}
        bells: dict[date, dict[int, time]] = {}
        for lesson in lessons:
            if lesson.ends_at > work.now and lesson.status is not LessonStatus.CANCELLED:
                slots[lesson.date] = (*slots.get(lesson.date, ()), lesson.slot)
                begins = lesson.starts_at.astimezone(work.school.zone).time()
                bells.setdefault(lesson.date, {})[lesson.slot] = begins
        days = tuple(slots)[:OFFERED]
        late = work.now.astimezone(work.school.zone).hour >= TOMORROW_FROM
        usual = next((day for day in days if day > work.today or not late), None)
        return Outlook(child, days, {day: slots[day] for day in days}, usual, bells)


async def announce(ctx: Ctx, student_id: int, first: date, last: date, said: Said, slot: int = 0) -> Noted:
    """Tell of an absence ahead of time, from `first` to `last`, both included.

    `slot` names the lesson a late child comes to, or the first that an absent one misses; 0: the whole day.
    The same announcement pressed twice is one note, and the newest one replaces those of the child that
    nobody has decided and that speak of one of its days.
    """
    if said not in FORESEEN:
        raise InvalidError("absence_days")
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        check_days(first, last, work.today)
        await work.serialise("absences", student_id)
        since, until = slots_of(said, slot if first == last else 0)
        wanted = AbsenceNote(
            id=0,
            student_id=student_id,
            starts_on=first,
            ends_on=last,
            reason=said,
            status=status_of(said),
            account_id=work.actor.account_id,
            created_at=work.now,
            from_slot=since,
            to_slot=until,
        )
        known = await work.absences.notes_on(student_id, first, last)
        if (same := next((note for note in known if _same(note, wanted)), None)) is not None:
            return await noted(work, same, child)
        note = await _replace(work, known, wanted)
        notes.audit(work, "absence.announce", child, note)
        made = await noted(work, note, child, first)
        await work.commit()
        return made


async def withdraw(ctx: Ctx, note_id: int) -> Noted:
    """The child comes after all: the family takes its note back before the first of its days begins.

    Raises `RefusedError("absence_has_begun")`; taken back twice is once.
    """
    async with ctx.writing() as work:
        note, child = await own(work, note_id)
        if note.status is NoteStatus.CLOSED:
            return await noted(work, note, child)
        if note.status is NoteStatus.DECLINED or not await is_coming(work, note):
            raise RefusedError("absence_has_begun")
        note = await _close(work, note)
        notes.audit(work, "absence.withdraw", child, note)
        made = await noted(work, note, child)
        await work.commit()
        return made


async def _replace(work: Work, known: Sequence[AbsenceNote], wanted: AbsenceNote) -> AbsenceNote:
    """Store the wanted note over the one it replaces, so that the class teacher has one card of it."""
    undecided = [note for note in known if note.status in _UNDECIDED]
    closed = [note for note in known if note.status is NoteStatus.CLOSED]
    replaced = next(iter([*undecided, *closed]), None)
    for other in undecided[1:]:
        await _close(work, other)
    if replaced is None:
        note = await work.absences.add(wanted)
    else:
        note = await notes.store(work, replace(wanted, id=replaced.id, revision=replaced.revision))
    notes.tell(work, note, replaced.status if replaced else None)
    return note


async def _close(work: Work, note: AbsenceNote) -> AbsenceNote:
    closed = await notes.store(work, replace(note, status=NoteStatus.CLOSED))
    notes.tell(work, closed, note.status)
    return closed


def _same(note: AbsenceNote, wanted: AbsenceNote) -> bool:
    """Whether the note says just that and still stands."""
    told = (note.starts_on, note.ends_on, note.reason, note.from_slot, note.to_slot)
    return note.status in (NoteStatus.SENT, NoteStatus.ACCEPTED) and told == (
        wanted.starts_on,
        wanted.ends_on,
        wanted.reason,
        wanted.from_slot,
        wanted.to_slot,
    )
