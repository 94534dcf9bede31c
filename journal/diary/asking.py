"""Whom and what a question in plain words means: the asker's own children, and their own subjects."""

from collections.abc import Mapping
from dataclasses import dataclass

from journal.context import Ctx
from journal.diary.periods import choose, numbered
from journal.diary.reader import child_of
from journal.diary.subjects import known
from journal.errors import NotFoundError
from journal.model.access import Actor
from journal.model.people import Child
from journal.ports import Work
from journal.words import About, Question
from journal.words.naming import child_in, subject_in


@dataclass(frozen=True, slots=True)
class Asked:
    """The question with its child, subject and period.

    `whole_family` where a mark is asked about and no child named: it is whoever has it.
    `stranger` is a name that none of the own children bears, `unknown` a subject that none of them has.
    """

    question: Question
    child: Child
    subject_id: int | None = None
    period_id: int | None = None
    stranger: str | None = None
    unknown: str | None = None
    whole_family: bool = False


async def asked(ctx: Ctx, question: Question) -> Asked:
    """Whom the question is about: an own child that is named, else the one looked at.

    Where only another own child has the subject asked for, it is that one; so it is where marks are asked
    about and only another child has some that nobody has looked at yet: that child's news came last.
    Raises `NotFoundError("no_diary")` for who has no diary to read.
    """
    own = ctx.actor.children
    named = child_in(question.named, own)
    wanted = named.student_id if named is not None else at_hand(ctx.actor)
    words = [word for word in question.named if child_in([word], own) is None]
    async with ctx.reading() as work:
        subject = None
        if named is None and question.about is About.MARKS and question.when is None:
            wanted = await _with_news(work, wanted)
        if words:
            candidates = [wanted] if named is not None else [wanted, *(one.student_id for one in own)]
            subjects = await known(work, candidates)
            wanted, subject = _whose_subject(words, {number: subjects[number] for number in candidates})
        child = await child_of(work, wanted)
        periods = await choose(work, wanted) if question.term is not None else None
    return Asked(
        question,
        child,
        subject,
        numbered(periods, question.term or 0) if periods is not None else None,
        stranger=question.whose if named is None else None,
        whole_family=named is None and subject is None and question.value is not None,
        unknown=question.of if subject is None and question.of in words else None,
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


async def _with_news(work: Work, wanted: int) -> int:
    """The only child whose newest marks nobody has looked at, else the one wanted."""
    own = [child.student_id for child in work.actor.children]
    if len(own) < 2:
        return wanted
    new = {mark.student_id for mark in await work.diary.new_marks(own, work.actor.account_id, work.now)}
    return new.pop() if len(new) == 1 else wanted


def _whose_subject(words: list[str], subjects: Mapping[int, Mapping[int, str]]) -> tuple[int, int | None]:
    """The first of the children who has a subject that is named; else the first child, and no subject."""
    for student, names in subjects.items():
        if (found := subject_in(words, names)) is not None:
            return student, found
    return next(iter(subjects)), None
