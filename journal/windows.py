"""Entry windows with their surroundings loaded: the verdict of `journal.entry` on a real lesson."""

from datetime import date

from journal import entry
from journal.entry import Record, Surroundings, Verdict
from journal.model.lessons import Lesson
from journal.ports import Work


async def judge(
    work: Work, record: Record, lesson: Lesson, *, checked_on: date | None = None, has_term: bool = False
) -> Verdict:
    """Whether the record may be made at the moment the request was received."""
    around = await surroundings(work, record, lesson, checked_on, has_term=has_term)
    return entry.can_enter(record, lesson, work.regulation, work.now, around)


async def require(
    work: Work, record: Record, lesson: Lesson, *, checked_on: date | None = None, has_term: bool = False
) -> Verdict:
    """The verdict, where it allows. Raises `RefusedError` with code, clause and lesson."""
    verdict = await judge(work, record, lesson, checked_on=checked_on, has_term=has_term)
    return entry.require(verdict, record, lesson, work.school.zone)


async def surroundings(
    work: Work,
    record: Record,
    lesson: Lesson,
    checked_on: date | None = None,
    *,
    has_term: bool = False,
) -> Surroundings:
    return Surroundings(
        zone=work.school.zone,
        last_lesson_end=(
            await work.lessons.last_end(lesson.class_id, lesson.date) if record is Record.HOMEWORK else None
        ),
        page_closed=(
            await work.lessons.page_closed(lesson.unit_id, lesson.subject_id, lesson.date)
            if record.is_mark
            else False
        ),
        checked_on=checked_on,
        has_term=has_term,
        replaced=lesson.substitute_id not in (None, work.actor.person_id),
        opened_until=await work.lessons.opened_until(lesson.id, str(record)),
    )


async def hold_page(work: Work, unit_id: int, subject_id: int) -> None:
    """Let the marks of a page and its closing come one after another: what is judged now stays so."""
    await work.serialise(f"page:{subject_id}", unit_id)


async def opened(work: Work, record: Record, lesson: Lesson) -> bool:
    """Whether the deputy head has opened the lesson for that record, and it still is."""
    until = await work.lessons.opened_until(lesson.id, str(record))
    return until is not None and work.now < until


async def note_substitution(work: Work, lesson: Lesson) -> None:
    """A substitute's first entry records the fact of the substitution (S4 §5-1)."""
    if work.actor.person_id == lesson.substitute_id and lesson.substituted_at is None:
        await work.lessons.note_substitution(lesson.id, work.now)
