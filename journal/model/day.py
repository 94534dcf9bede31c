"""A teacher's day: lesson cards and what is missing on them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from journal.entry import Record, Verdict
from journal.model.lessons import Homework, Lesson
from journal.model.materials import Material
from journal.model.painting import PageWork
from journal.model.people import Person
from journal.model.plans import PlanRow


@dataclass(frozen=True, slots=True)
class Missing:
    """A record that is still to be made, with its window."""

    record: Record
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LessonCard:
    """Everything a keeper wants to see of one lesson at a glance."""

    lesson: Lesson
    # The keeper's other lessons of the day in order, this one among them.
    day: tuple[Lesson, ...]
    # By the register, in the order of the class's list.
    absent: tuple[Person, ...]
    late: tuple[Person, ...]
    # How many students wait in the register's draft otherwise than they are posted.
    unsaved: int
    marks: int
    # Given at this lesson, for a later one.
    homework: tuple[Homework, ...]
    next_topic: PlanRow | None
    missing: tuple[Missing, ...]
    marks_given: bool
    # Works of this page whose checking is not finished.
    being_checked: int = 0
    # Who stands in the timetable and who gives the lesson instead, where somebody does.
    planned: Person | None = None
    substitute: Person | None = None
    materials: tuple[Material, ...] = ()
    # Whether there are places of entry to choose from, or the regulation asks for one.
    asks_place: bool = False

    @property
    def touched(self) -> bool:
        """Whether anything stands on the page that has a history."""
        lesson = self.lesson
        return bool(lesson.register_taken_at or lesson.topic or lesson.tasks or self.marks or self.homework)

    @property
    def before(self) -> Lesson | None:
        place = self.day.index(self.lesson)
        return self.day[place - 1] if place else None

    @property
    def after(self) -> Lesson | None:
        place = self.day.index(self.lesson)
        return self.day[place + 1] if place + 1 < len(self.day) else None


@dataclass(frozen=True, slots=True)
class DayLesson:
    """One line of the day's list."""

    lesson: Lesson
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class TeacherDay:
    date: datetime.date
    lessons: tuple[DayLesson, ...]
    # Where the keeper goes when the day is empty.
    upcoming: Lesson | None = None
    # The nearest days with lessons of the keeper's.
    before: datetime.date | None = None
    after: datetime.date | None = None
    # The last of the day's lessons has ended.
    over: bool = False


@dataclass(frozen=True, slots=True)
class ReminderNews:
    """What a teacher has not entered of a day: lessons that lack something, and works to be marked now."""

    day: datetime.date
    lessons: tuple[DayLesson, ...]
    works: tuple[PageWork, ...] = ()
