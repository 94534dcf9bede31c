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
from journal.words import Question
from journal.words.naming import child_in, subject_in


@dataclass(frozen=True, slots=True)
class Asked:
    """The question with its child, subject and period.

    `stranger` is a name that none of the own children bears, `unknown` a subject that none of them has.
    """

    question: Question
    child: Child
    subject_id: int | None = None
    period_id: int | None = None
    stranger: str | None = None
    unknown: str | None = None


async def asked(ctx: Ctx, question: Question) -> Asked:
    """Whom the question is about: an own child that is named, else the one looked at.

    Where only another own child has the subject asked for, it is that one.
    Raises `NotFoundError("no_diary")` for who has no diary to read.
    """
    own = ctx.actor.children
    named = child_in(question.named, own)
    wanted = named.student_id if named is not None else at_hand(ctx.actor)
    words = [word for word in question.named if child_in([word], own) is None]
    async with ctx.reading() as work:
        subject = None
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
        unknown=question.of if subject is None and question.of in words else None,
    )


def at_hand(actor: Actor) -> int:
    """The child looked at now, or the student; `NotFoundError("no_diary")` for who has no diary."""
    student = actor.student_id if actor.student_id is not None else actor.current_student_id
    if student is None:
        raise NotFoundError("no_diary")
    return student


def _whose_subject(words: list[str], subjects: Mapping[int, Mapping[int, str]]) -> tuple[int, int | None]:
    """The first of the children who has a subject that is named; else the first child, and no subject."""
    for student, names in subjects.items():
        if (found := subject_in(words, names)) is not None:
            return student, found
    return next(iter(subjects)), None
