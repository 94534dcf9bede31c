"""Whose diary a question in plain words means, and which period of it."""

from dataclasses import dataclass, replace

from journal.context import Ctx
from journal.diary.periods import choose, numbered
from journal.diary.reader import child_of
from journal.diary.subjects import known
from journal.errors import NotFoundError
from journal.model.access import Actor
from journal.model.diary import Periods
from journal.model.people import Child
from journal.ports import Work
from journal.words import Intent, Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """The question with its child, subject and period.

    `whole_family` where a mark is asked about and no child named: it is whoever has it.
    """

    question: Reading
    child: Child
    subject_id: int | None = None
    period_id: int | None = None
    whole_family: bool = False


async def asked(ctx: Ctx, question: Reading) -> Asked:
    """Whom the question is about: an own child that is named, else the one looked at.

    Where only another own child has the subject asked for, it is that one; so it is where marks are asked
    about and only another child has some that nobody has looked at yet: that child's news came last.
    Raises `NotFoundError("no_diary")` for who has no diary to read.
    """
    wanted = question.child or at_hand(ctx.actor)
    async with ctx.reading() as work:
        if question.child is None and question.intent is Intent.MARKS and question.when is None:
            wanted = await _with_news(work, wanted)
        if question.child is None and question.subject is not None:
            wanted = await _who_has(work, wanted, question.subject)
        child = await child_of(work, wanted)
        if question.child is not None and question.subject is not None:
            question = await _of_child(work, wanted, question)
        periods = await choose(work, wanted) if question.term is not None else None
    return Asked(
        question,
        child,
        question.subject,
        _period(periods, question.term or 0) if periods is not None else None,
        whole_family=question.child is None and question.subject is None and question.value is not None,
    )


def at_hand(actor: Actor) -> int:
    """The child looked at now, or the student.

    Who has no diary hears `NotFoundError("no_diary")`, a colleague `NotFoundError("no_diary_of_staff")`.
    """
    student = actor.student_id if actor.student_id is not None else actor.current_student_id
    if student is None:
        if actor.is_staff:
            raise NotFoundError("no_diary_of_staff")
        raise NotFoundError("no_diary")
    return student


def _period(periods: Periods, number: int) -> int | None:
    """The period of that number; 0 is the one that runs, -1 the one before it."""
    if number > 0:
        return numbered(periods, number)
    begun = [period.id for period in periods.of_year]
    return begun[number - 1] if len(begun) >= 1 - number else None


async def _with_news(work: Work, wanted: int) -> int:
    """The only child whose newest marks nobody has looked at, else the one wanted."""
    own = [child.student_id for child in work.actor.children]
    if len(own) < 2:
        return wanted
    new = {mark.student_id for mark in await work.diary.new_marks(own, work.actor.account_id, work.now)}
    return new.pop() if len(new) == 1 else wanted


async def _of_child(work: Work, wanted: int, question: Reading) -> Reading:
    """A subject that the named child does not have is asked about as an unknown one."""
    subjects = await known(work, list(dict.fromkeys((wanted, *work.actor.diary_ids))))
    number = question.subject or 0
    if number in subjects.get(wanted, {}):
        return question
    name = next((names[number] for names in subjects.values() if number in names), None)
    return replace(question, subject=None, unknown=name.lower() if name else None)


async def _who_has(work: Work, wanted: int, subject: int) -> int:
    """The child wanted where it has the subject, else the first own child that has."""
    own = list(dict.fromkeys((wanted, *(child.student_id for child in work.actor.children))))
    if len(own) < 2:
        return wanted
    subjects = await known(work, own)
    return next((student for student in own if subject in subjects.get(student, {})), wanted)
