"""Words of teachers that families read: the deputy head takes an unlawful one out of the diary (S0 §1.11).

A comment on marks and a remark count alike. What was taken out stays in the audit, with who did it and why.
"""

from __future__ import annotations

from collections import defaultdict

from journal import gate, written
from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.events import CommentWithdrawn, MarksSaved, RemarksGiven
from journal.model.comments import Comment, CommentOf, LessonComments, Words
from journal.model.lessons import Lesson
from journal.model.people import name_key
from journal.policy import Permission, allows
from journal.ports import Work

LONGEST_REASON = 300
REASON = "comment_withdraw"


async def comments(ctx: Ctx, lesson_id: int) -> LessonComments:
    """What is said in the diary at that lesson. Raises as the gate does."""
    async with ctx.reading() as work:
        lesson = await _lesson(work, lesson_id)
        return LessonComments(lesson, await _said(work, lesson))


async def ask_reason(ctx: Ctx, lesson_id: int, of: CommentOf, number: int) -> tuple[Lesson, Comment]:
    """Wait for the reason of a withdrawal. Raises `StaleError` for words that stand no longer."""
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id)
        found = await _comment(work, lesson, of, number)
        await work.inputs.expect(REASON, {"lesson": lesson_id, of.name.lower(): number})
        await work.commit()
        return lesson, found


async def withdraw(ctx: Ctx, lesson_id: int, of: CommentOf, number: int, reason: str) -> LessonComments:
    """Take the words out of the diaries of all they were said of; their author hears so, and why.

    What families were told of them is put right. Raises `InvalidError` ("reason_missing", "too_long") and
    `StaleError` for words that stand no longer.
    """
    why = written.reason(reason, LONGEST_REASON)
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id)
        await work.serialise("remarks" if of is CommentOf.REMARK else "marks", lesson_id)
        found = await _comment(work, lesson, of, number)
        await _take_out(work, lesson, found)
        work.audit(
            "comment.withdraw",
            "lesson",
            lesson_id,
            unit_id=lesson.class_id,
            before={"text": found.said, "person": found.author.id},
            reason=why,
        )
        work.record(CommentWithdrawn(lesson_id, found.author.id, found.number, str(of)))
        await work.inputs.done()
        left = LessonComments(lesson, await _said(work, lesson))
        await work.commit()
        return left


async def count(work: Work, lesson_id: int) -> int:
    """How many different words stand at the lesson, for whoever may take them out; else none."""
    if not allows(Permission.WITHDRAW_NOTICE, work.actor, (), work.regulation):
        return 0
    return len({_key(one) for one in await work.remarks.words(lesson_id)})


async def _take_out(work: Work, lesson: Lesson, found: Comment) -> None:
    if found.of is CommentOf.REMARK:
        for one in found.words:
            await work.remarks.withdraw(one.id, work.now)
            work.record(RemarksGiven(lesson.id, one.student_id))
        return
    await work.remarks.uncomment([one.id for one in found.words])
    by_work: dict[int, list[int]] = defaultdict(list)
    for one in found.words:
        by_work[one.work_id or 0].append(one.student_id)
    for work_id, students in by_work.items():
        revision = await work.marks.touch_work(work_id)
        work.record(MarksSaved(work_id, sorted(set(students)), revision))


async def _lesson(work: Work, lesson_id: int) -> Lesson:
    gate.school(work, Permission.WITHDRAW_NOTICE)
    found = await work.lessons.lesson(lesson_id)
    if found is None:
        raise NotFoundError(kind="lesson")
    return found


async def _comment(work: Work, lesson: Lesson, of: CommentOf, number: int) -> Comment:
    for one in await _said(work, lesson):
        if one.of is of and number in {word.id for word in one.words}:
            return one
    raise StaleError(lesson_id=lesson.id)


async def _said(work: Work, lesson: Lesson) -> tuple[Comment, ...]:
    """The same words of one author are one comment, however many students they were said of."""
    groups: dict[tuple[CommentOf, int, str], list[Words]] = defaultdict(list)
    for one in await work.remarks.words(lesson.id):
        groups[_key(one)].append(one)
    ids = {each for words in groups.values() for one in words for each in (one.student_id, one.author_id)}
    people = await work.people.persons(sorted(ids))
    return tuple(
        Comment(
            of,
            said,
            people[author],
            tuple(sorted({people[one.student_id] for one in words}, key=name_key)),
            tuple(words),
        )
        for (of, author, said), words in groups.items()
    )


def _key(one: Words) -> tuple[CommentOf, int, str]:
    return one.of, one.author_id, one.said
