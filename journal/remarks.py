"""Words instead of marks: how a student does, a remark, thanks; one tap, to one family (R-052).

A phrase stands for a student or not: a button says which is wanted, so a tap sent twice changes nothing.
Families hear of it after the hold, until which a tap takes it back unheard.
"""

from __future__ import annotations

from collections import Counter

from journal import gate, language, windows
from journal.context import Ctx
from journal.entry import Record, require_begun
from journal.errors import InvalidError, StaleError
from journal.events import RemarksGiven
from journal.model.lessons import Lesson
from journal.model.remarks import Phrase, Phrases, RemarkKind, RemarkSheet
from journal.policy import Permission
from journal.ports import Work

# Customary phrases by name; their words are the reader's own language.
CUSTOMARY = {
    RemarkKind.PHRASE: ("copes", "with_help", "learning", "active", "neat"),
    RemarkKind.REMARK: ("unready", "no_homework", "no_kit", "no_sportswear", "disturbs", "phone"),
    RemarkKind.THANKS: ("helped", "worked", "progress", "duty"),
}
LONGEST = 120
MOST_PHRASES = 12


async def open_phrases(ctx: Ctx, lesson_id: int, kind: RemarkKind) -> Phrases:
    """The palette of that kind with how often each was said; the next text becomes a phrase of it."""
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id)
        await work.inputs.expect("remark", {"lesson": lesson_id, "kind": str(kind)})
        found = await _phrases(work, lesson, kind)
        await work.commit()
        return found


async def open_sheet(ctx: Ctx, lesson_id: int, kind: RemarkKind, code: str) -> RemarkSheet:
    """The class with who has the phrase."""
    async with ctx.reading() as work:
        lesson = await _lesson(work, lesson_id)
        return await _sheet(work, lesson, kind, await _phrase(work, lesson, kind, code))


async def give(
    ctx: Ctx, lesson_id: int, kind: RemarkKind, code: str, student_id: int, *, given: bool
) -> RemarkSheet:
    """Say the phrase of the student, or take it back; families hear after the hold.

    Raises `RefusedError` where the entry window is closed, `StaleError` for somebody not of the class.
    """
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id, lock="remarks")
        require_begun(Record.ATTENDANCE, lesson, work.now, work.school.zone)
        await windows.require(work, Record.LESSON, lesson)
        phrase = await _phrase(work, lesson, kind, code)
        members = await work.attendance.expected(lesson, await work.attendance.register(lesson_id))
        if student_id not in {member.id for member in members}:
            raise StaleError(lesson_id=lesson_id)
        standing = [
            one.id
            for one in await work.remarks.of_lesson(lesson_id)
            if (one.student_id, one.kind, one.said) == (student_id, kind, phrase.said)
        ]
        if given is not bool(standing):
            await _change(work, lesson, student_id, kind, phrase, standing)
        found = await _sheet(work, lesson, kind, phrase)
        await work.commit()
        return found


async def add_phrase(ctx: Ctx, lesson_id: int, kind: RemarkKind, text: str) -> RemarkSheet:
    """Put a phrase of one's own into the palette and take it at once; one that stands there is taken.

    Raises `InvalidError`: "empty", "too_long", "too_many_phrases", or the language's refusal.
    """
    said = " ".join(text.split())
    if not said:
        raise InvalidError("empty")
    if len(said) > LONGEST:
        raise InvalidError("too_long", longest=LONGEST)
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id)
        language.require(said, work.regulation)
        person = gate.author(work)
        await work.serialise("remark_phrases", person)
        own = {words: number for number, words in await work.remarks.own_phrases(person, kind)}
        if said not in own:
            if len(own) >= MOST_PHRASES:
                raise InvalidError("too_many_phrases", most=MOST_PHRASES)
            own[said] = await work.remarks.add_phrase(person, kind, said, work.now)
        await work.inputs.done()
        found = await _sheet(work, lesson, kind, Phrase(str(own[said]), said))
        await work.commit()
        return found


async def drop_phrase(ctx: Ctx, lesson_id: int, kind: RemarkKind, code: str) -> Phrases:
    """Put a phrase away, the teacher's own or a customary one; what was said with it stands."""
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id)
        person = gate.author(work)
        await work.serialise("remark_phrases", person)
        if code.isdecimal():
            await work.remarks.drop_phrase(person, int(code), work.now)
        elif code in CUSTOMARY[kind] and code not in await work.remarks.unwanted(person, kind):
            await work.remarks.add_phrase(person, kind, code, work.now, hidden=True)
        found = await _phrases(work, lesson, kind)
        await work.commit()
        return found


async def _lesson(work: Work, lesson_id: int, lock: str | None = None) -> Lesson:
    return await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock=lock)


async def _phrases(work: Work, lesson: Lesson, kind: RemarkKind) -> Phrases:
    person = gate.author(work)
    away = await work.remarks.unwanted(person, kind)
    own = [Phrase(str(number), said) for number, said in await work.remarks.own_phrases(person, kind)]
    customary = [Phrase(code, code) for code in CUSTOMARY[kind] if code not in away]
    said = Counter(one.said for one in await work.remarks.of_lesson(lesson.id) if one.kind is kind)
    return Phrases(lesson, kind, (*customary, *own), dict(said))


async def _phrase(work: Work, lesson: Lesson, kind: RemarkKind, code: str) -> Phrase:
    if code in CUSTOMARY[kind]:
        return Phrase(code, code)
    for number, said in await work.remarks.own_phrases(gate.author(work), kind):
        if str(number) == code:
            return Phrase(code, said)
    raise StaleError(lesson_id=lesson.id)


async def _sheet(work: Work, lesson: Lesson, kind: RemarkKind, phrase: Phrase) -> RemarkSheet:
    members = await work.attendance.expected(lesson, await work.attendance.register(lesson.id))
    given = frozenset(
        one.student_id
        for one in await work.remarks.of_lesson(lesson.id)
        if (one.kind, one.said) == (kind, phrase.said)
    )
    return RemarkSheet(lesson, kind, phrase, tuple(members), given)


async def _change(
    work: Work, lesson: Lesson, student_id: int, kind: RemarkKind, phrase: Phrase, standing: list[int]
) -> None:
    for number in standing:
        await work.remarks.withdraw(number, work.now)
    if not standing:
        await work.remarks.add(lesson.id, student_id, kind, phrase.said, gate.author(work), work.now)
    said = {"student": student_id, "text": phrase.said}
    work.audit(
        "remark.withdraw" if standing else "remark.give",
        "lesson",
        lesson.id,
        unit_id=lesson.class_id,
        before=said if standing else None,
        after=None if standing else said,
    )
    await windows.note_substitution(work, lesson)
    work.record(RemarksGiven(lesson.id, student_id), work.now + work.regulation.delivery.alert_hold)
