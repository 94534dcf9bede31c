"""The family's side: say why, announce ahead, prolong, tell of a certificate."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal import gate
from journal.absences import notes
from journal.absences.rules import FORESEEN, Certificate, Said, check_days, slots_of, status_of
from journal.context import Ctx
from journal.errors import InvalidError
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.news import LessonPresence
from journal.model.people import Child
from journal.policy import Permission
from journal.ports import Work

# After this hour a family that announces an absence means tomorrow.
TOMORROW_FROM = 15
# School days that are offered to choose from.
OFFERED = 6


@dataclass(frozen=True, slots=True)
class Missed:
    """What a child missed on the day that is looked at, as far as the family may know."""

    child: Child
    day: date
    missed: tuple[LessonPresence, ...]


@dataclass(frozen=True, slots=True)
class Noted(Missed):
    """The same with the family's note about it."""

    note: AbsenceNote


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a family can choose from when it announces an absence."""

    child: Child
    # The coming school days, today among them while it still has lessons to come.
    days: tuple[date, ...]
    # The slots of each of these days.
    slots: dict[date, tuple[int, ...]]
    usual: date | None


async def say(ctx: Ctx, student_id: int, day: date, said: Said) -> Noted:
    """The family says why the child is not there that day; said again, the newest word holds.

    A child nobody can find alarms the class teacher and the deputy head on duty at once. The same word said
    twice, by whichever of the parents, changes nothing.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        check_days(day, day, work.today)
        await work.serialise("absences", student_id)
        standing = await work.absences.note_on(student_id, day)
        if standing is not None and _says(standing, said):
            return await noted(work, standing, child, day)
        if standing is None or standing.status in (NoteStatus.ACCEPTED, NoteStatus.CLOSED):
            note = await work.absences.add(_note(work, student_id, day, day, said))
        else:
            changed = replace(standing, reason=said, status=status_of(said))
            note = await notes.store(work, changed)
        notes.tell(work, note, standing.status if standing else None)
        notes.audit(work, "absence.say", child, note)
        made = await noted(work, note, child, day)
        await work.commit()
        return made


async def announce(ctx: Ctx, student_id: int, first: date, last: date, said: Said, slot: int = 0) -> Noted:
    """Tell of an absence ahead of time, from `first` to `last`, both included.

    `slot` names the lesson a late child comes to, or the first that an absent one misses; 0: the whole day.
    The same announcement pressed twice is one note.
    """
    if said not in FORESEEN:
        raise InvalidError("absence_days")
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        check_days(first, last, work.today)
        await work.serialise("absences", student_id)
        wanted = _note(work, student_id, first, last, said)
        since, until = slots_of(said, slot if first == last else 0)
        wanted = replace(wanted, from_slot=since, to_slot=until)
        standing = await work.absences.note_on(student_id, first)
        if standing is not None and _same(standing, wanted):
            return await noted(work, standing, child)
        note = await work.absences.add(wanted)
        notes.tell(work, note)
        notes.audit(work, "absence.announce", child, note)
        made = await noted(work, note, child, first)
        await work.commit()
        return made


async def outlook(ctx: Ctx, student_id: int) -> Outlook:
    """The days an absence of the child can be announced for; tomorrow is usual after three o'clock."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        lessons = await work.lessons.of_student(student_id, work.today, work.today + timedelta(days=21))
        slots: dict[date, tuple[int, ...]] = {}
        for lesson in lessons:
            if lesson.ends_at > work.now:
                slots[lesson.date] = (*slots.get(lesson.date, ()), lesson.slot)
        days = tuple(slots)[:OFFERED]
        late = work.now.astimezone(work.school.zone).hour >= TOMORROW_FROM
        usual = next((day for day in days if day > work.today or not late), None)
        return Outlook(child, days, {day: slots[day] for day in days}, usual)


async def prolong(ctx: Ctx, note_id: int, revision: int, last: date) -> Noted:
    """The same absence lasts until `last`; an accepted note is asked about again.

    A note that moved on since the button was drawn is left as it stands.
    """
    async with ctx.writing() as work:
        note, child = await _own(work, note_id)
        if note.revision != revision:
            return await noted(work, note, child)
        check_days(note.starts_on, last, work.today)
        changed = replace(note, ends_on=last, status=NoteStatus.SENT, from_slot=None, to_slot=None)
        note = await notes.store(work, changed)
        notes.tell(work, note)
        notes.audit(work, "absence.prolong", child, note)
        made = await noted(work, note, child)
        await work.commit()
        return made


async def certify(ctx: Ctx, note_id: int, certificate: Certificate) -> Noted:
    """The family says that there is a certificate or that it will bring one; twice is once."""
    async with ctx.writing() as work:
        note, child = await _own(work, note_id)
        if note.certificate != certificate:
            note = await notes.store(work, replace(note, certificate=certificate))
        made = await noted(work, note, child)
        await work.commit()
        return made


async def read(ctx: Ctx, note_id: int) -> Noted:
    """One note, for the child's family."""
    async with ctx.reading() as work:
        note, child = await _own(work, note_id)
        return await noted(work, note, child)


async def on_day(ctx: Ctx, student_id: int, day: date) -> Missed:
    """What a child missed on a day, for its family to say why."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        return Missed(child, day, tuple(await work.absences.missed(student_id, day, work.now)))


async def mine(ctx: Ctx) -> list[Child]:
    """The children whose absences the actor may announce."""
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.REPORT_ABSENCE).student_ids
        return [child for child in work.actor.children if child.student_id in reach]


async def noted(work: Work, note: AbsenceNote, child: Child, day: date | None = None) -> Noted:
    """The note with the absences it speaks of that the family may know: today's, where it covers today."""
    on = day or (work.today if note.starts_on <= work.today <= note.ends_on else note.starts_on)
    missed = await work.absences.missed(note.student_id, on, work.now)
    return Noted(child, on, tuple(lesson for lesson in missed if note.covers(on, lesson.slot)), note)


def _note(work: Work, student_id: int, first: date, last: date, said: Said) -> AbsenceNote:
    return AbsenceNote(0, student_id, first, last, said, status_of(said), work.actor.account_id, work.now)


def _says(note: AbsenceNote, said: Said) -> bool:
    """Whether the note says just that and still stands."""
    return note.reason == said and note.status in (status_of(said), NoteStatus.ACCEPTED)


def _same(note: AbsenceNote, wanted: AbsenceNote) -> bool:
    told = (note.starts_on, note.ends_on, note.reason, note.from_slot, note.to_slot)
    return told == (wanted.starts_on, wanted.ends_on, wanted.reason, wanted.from_slot, wanted.to_slot)


async def _own(work: Work, note_id: int) -> tuple[AbsenceNote, Child]:
    note = await notes.load(work, note_id)
    child = await gate.student(work, note.student_id, Permission.REPORT_ABSENCE)
    return note, child
