"""Words of teachers in the diary: comments on marks, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journal.model.lessons import Lesson
from journal.model.people import Person


class CommentOf(StrEnum):
    """What the words hang on."""

    MARK = "m"
    REMARK = "r"


@dataclass(frozen=True, slots=True)
class Words:
    """What stands of one student; `id` is the mark's or the remark's own, a mark's work beside it.

    `said` of a remark may be a customary phrase's name.
    """

    of: CommentOf
    id: int
    student_id: int
    said: str
    author_id: int
    work_id: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """The same words of one author at a lesson, with everybody they were said of."""

    of: CommentOf
    said: str
    author: Person
    students: tuple[Person, ...]
    words: tuple[Words, ...]

    @property
    def number(self) -> int:
        """One of the things the words hang on, by which a button means them all."""
        return self.words[0].id


@dataclass(frozen=True, slots=True)
class LessonComments:
    lesson: Lesson
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class CommentNews:
    """To the author: these words were taken out of the diary, and why; None where the audit was emptied."""

    lesson: Lesson
    said: str | None
    reason: str | None
