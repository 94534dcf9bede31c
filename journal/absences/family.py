"""The family's side of a day: say why the child is not there, prolong it, tell of a certificate."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from journal import gate
from journal.absences import notes
from journal.absences.rules import Certificate, Said, check_days, check_word, status_of
from journal.context import Ctx
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.news import LessonPresence
from journal.model.people import Child
from journal.policy import Permission
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Missed:
    """What a child missed on the day that is looked at, as far as the family may know."""

    child: Child
    day: date
    missed: tuple[LessonPresence, ...]
    # Whether it is today.
    current: bool


@dataclass(frozen=True, slots=True)
class Noted(Missed):
    """The same with the family's note about it."""

    note: AbsenceNote
    # Whether the note can still be taken back: its first day has not begun.
    coming: bool


async def say(ctx: Ctx, student_id: int, day: date, said: Said) -> Noted:
    """The family says why the child is not there that day; said again, the newest word holds.

    A child nobody can find alarms the class teacher and the deputy head on duty at once; only of an absence
    of today that nobody explained (`RefusedError("no_absence_today")`). The same word said twice, by
    whichever of the parents, changes nothing. A word after a declined note speaks of that note's lessons.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        check_days(day, day, work.today)
        await work.serialise("absences", student_id)
        await _check_word(work, student_id, day, said)
        known = await work.absences.notes_on(student_id, day, day)
        standing = next((note for note in known if note.status is not NoteStatus.DECLINED), None)
        if standing is not None and _says(standing, said):
            return await noted(work, standing, child, day)
        span = known[0] if known else None
        if standing is None or standing.status is NoteStatus.ACCEPTED:
            fresh = AbsenceNote(0, student_id, day, day, said, status_of(said), 0, work.now)
            note = await work.absences.add(notes.worded(await _like(work, fresh, span, day), said, work))
        else:
            note = await notes.store(work, notes.worded(standing, said, work))
        notes.tell(work, note, standing.status if standing else None)
        notes.audit(work, "absence.say", child, note)
        made = await noted(work, note, child, day)
        await work.commit()
        return made


async def prolong(ctx: Ctx, note_id: int, revision: int, last: date) -> Noted:
    """The same absence lasts until `last`; an accepted note is asked about again.

    A note that moved on since the button was drawn is left as it stands.
    """
    async with ctx.writing() as work:
        note, child = await own(work, note_id)
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
        note, child = await own(work, note_id)
        if note.certificate != certificate:
            note = await notes.store(work, replace(note, certificate=certificate))
        made = await noted(work, note, child)
        await work.commit()
        return made


async def read(ctx: Ctx, note_id: int) -> Noted:
    """One note, for the child's family."""
    async with ctx.reading() as work:
        note, child = await own(work, note_id)
        return await noted(work, note, child)


async def on_day(ctx: Ctx, student_id: int, day: date) -> Missed:
    """What a child missed on a day, for its family to say why."""
    async with ctx.reading() as work:
        return await _missed(work, student_id, day)


async def today(ctx: Ctx, student_id: int) -> Missed:
    """What a child missed today, as far as the family may know."""
    async with ctx.reading() as work:
        return await _missed(work, student_id, work.today)


async def mine(ctx: Ctx) -> list[Child]:
    """The children whose absences the actor may announce."""
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.REPORT_ABSENCE).student_ids
        return [child for child in work.actor.children if child.student_id in reach]


async def own(work: Work, note_id: int) -> tuple[AbsenceNote, Child]:
    """The note of one of the actor's children; raises `NotFoundError`."""
    note = await notes.load(work, note_id)
    return note, await gate.student(work, note.student_id, Permission.REPORT_ABSENCE)


async def noted(work: Work, note: AbsenceNote, child: Child, day: date | None = None) -> Noted:
    """The note with the absences it speaks of that the family may know: today's, where it covers today."""
    on = day or (work.today if note.starts_on <= work.today <= note.ends_on else note.starts_on)
    missed = await work.absences.missed(note.student_id, on, work.now)
    spoken_of = tuple(lesson for lesson in missed if note.covers(on, lesson.slot))
    coming = note.status is not NoteStatus.CLOSED and await is_coming(work, note)
    return Noted(child, on, spoken_of, on == work.today, note, coming)


async def is_coming(work: Work, note: AbsenceNote) -> bool:
    """Whether the first of the note's days has not begun for the child."""
    if note.starts_on != work.today:
        return note.starts_on > work.today
    lessons = await work.lessons.of_student(note.student_id, work.today, work.today)
    first: datetime | None = min((lesson.starts_at for lesson in lessons), default=None)
    return first is not None and work.now < first


async def _missed(work: Work, student_id: int, day: date) -> Missed:
    child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
    missed = await work.absences.missed(student_id, day, work.now)
    return Missed(child, day, tuple(missed), day == work.today)


async def _check_word(work: Work, student_id: int, day: date, said: Said) -> None:
    missed = await work.absences.missed(student_id, day, work.now)
    open_ = None in await work.absences.reasons(student_id, day)
    alarm = said is Said.MISSING
    check_word(said, missed=bool(missed) and (open_ or not alarm), current=day == work.today)


async def _like(work: Work, fresh: AbsenceNote, declined: AbsenceNote | None, day: date) -> AbsenceNote:
    """A new note for the days and lessons of the one that was declined, unless the child missed more."""
    if declined is None or declined.status is not NoteStatus.DECLINED:
        return fresh
    missed = await work.absences.missed(fresh.student_id, day, work.now)
    if not all(declined.covers(day, lesson.slot) for lesson in missed):
        return fresh
    return replace(
        fresh,
        starts_on=declined.starts_on,
        ends_on=declined.ends_on,
        from_slot=declined.from_slot,
        to_slot=declined.to_slot,
    )


def _says(note: AbsenceNote, said: Said) -> bool:
    """Whether the note says just that and still stands."""
    return note.reason == said and note.status in (status_of(said), NoteStatus.ACCEPTED)
