"""Six weeks of school life: registers, absences, topics, homework and marks, the same from the same seed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from bot.demo.curriculum import Course
from bot.demo.plans import Plans
from bot.demo.roster import Page, Roster, SchoolClass, Student
from journal.model.attendance import Presence, Reason

Row = dict[str, Any]

# Shares of what really happens in a school.
ILL_SPELLS, LATE, UNKNOWN_ABSENCE, FORGOTTEN_REGISTER = 0.35, 0.006, 0.004, 0.012
MARKED, CONTROL_EVERY = 0.2, 12
# Days in which a failed work may be done again, as the regulation of the demo has it.
RETAKE = timedelta(days=7)


@dataclass(slots=True)
class Given:
    """A lesson that was given, as the seed wrote it."""

    id: int
    unit_id: int
    course: int
    date: date
    slot: int
    starts_at: datetime
    ends_at: datetime


@dataclass(slots=True)
class History:
    """Rows by table, ready to be inserted."""

    topics: list[Row] = field(default_factory=list)
    registers: list[Row] = field(default_factory=list)
    attendance: list[Row] = field(default_factory=list)
    homework: list[Row] = field(default_factory=list)
    works: list[Row] = field(default_factory=list)
    marks: list[Row] = field(default_factory=list)


class HistoryMaker:
    """Lives through the lessons in order and notes what a journal would hold."""

    def __init__(
        self, random: Random, roster: Roster, courses: list[Course], plans: Plans, now: datetime
    ) -> None:
        self._random = random
        self._courses = courses
        self._plans = plans
        self._now = now
        self._pages: dict[tuple[int, int], Page] = {
            (page.unit_id, page.course): page for page in roster.pages
        }
        self._classes = {item.id: item for item in roster.classes}
        self._ill = {student.id: set(self._spell()) for item in roster.classes for student in item.students}
        self._count: dict[tuple[int, int], int] = defaultdict(int)
        self._history = History()

    def make(self, lessons: list[Given]) -> History:
        """`lessons` in order of time, the coming ones included: homework is due at them."""
        following: dict[tuple[int, int], Given] = {}
        next_of: dict[int, Given | None] = {}
        for lesson in reversed(lessons):
            page = (lesson.unit_id, lesson.course)
            next_of[lesson.id] = following.get(page)
            following[page] = lesson
        for lesson in lessons:
            if lesson.ends_at <= self._now:
                self._live(lesson, next_of[lesson.id])
        return self._history

    def plan_controls(self, lessons: list[Given], last: date) -> None:
        """Name in the plans the control works that fall on the lessons to come, up to that day."""
        count: dict[tuple[int, int], int] = defaultdict(int)
        for lesson in lessons:
            page = (lesson.unit_id, lesson.course)
            if lesson.starts_at > self._now and lesson.date <= last and _is_control(count[page]):
                self._plans.name_control(page, count[page], lesson.date)
            count[page] += 1

    def members(self, page: Page) -> list[Student]:
        """The students of a page: the class, or its odd or even half."""
        students = self._classes[page.class_id].students
        return students if page.half is None else students[page.half - 1 :: 2]

    def _spell(self) -> Iterator[date]:
        """Days of one illness, for some students."""
        if self._random.random() < ILL_SPELLS:
            start = date(2026, 9, 1) + timedelta(days=self._random.randrange(40))
            for day in range(self._random.randint(3, 8)):
                yield start + timedelta(days=day)

    def _live(self, lesson: Given, following: Given | None) -> None:
        page = self._pages[lesson.unit_id, lesson.course]
        number = self._count[lesson.unit_id, lesson.course]
        self._count[lesson.unit_id, lesson.course] += 1
        forgotten = self._random.random() < FORGOTTEN_REGISTER
        absent = set() if forgotten else self._take_register(lesson, page)
        course = self._courses[lesson.course]
        planned = self._plans.row((lesson.unit_id, lesson.course), number)
        self._history.topics.append(
            {
                "b_id": lesson.id,
                "topic": planned["topic"],
                "plan_row_id": planned["id"],
                "topic_at": lesson.ends_at,
            }
        )
        grade = self._classes[page.class_id].grade
        if following is not None and grade > 1:
            self._set_homework(lesson, following, page, course)
        if grade > 1:
            present = [student for student in self.members(page) if student.id not in absent]
            self._mark(lesson, page, present, number)

    def _take_register(self, lesson: Given, page: Page) -> set[int]:
        members = self.members(page)
        absent: set[int] = set()
        for student in members:
            status, reason = self._presence(student, lesson)
            if status is None:
                continue
            if status is Presence.ABSENT:
                absent.add(student.id)
            self._history.attendance.append(
                {
                    "lesson_id": lesson.id,
                    "student_id": student.id,
                    "date": lesson.date,
                    "slot": lesson.slot,
                    "status": status,
                    "reason": reason,
                    "minutes": 10 if status is Presence.LATE else None,
                    "entered_by": page.teacher.id,
                    "entered_at": lesson.starts_at,
                }
            )
        self._history.registers.append(
            {
                "lesson_id": lesson.id,
                "expected": [student.id for student in members],
                "taken_by": page.teacher.id,
                "taken_at": lesson.starts_at + timedelta(minutes=4),
                "revision": 1,
            }
        )
        return absent

    def _presence(self, student: Student, lesson: Given) -> tuple[Presence | None, Reason | None]:
        if lesson.date in self._ill[student.id]:
            return Presence.ABSENT, Reason.ILL
        chance = self._random.random()
        if chance < UNKNOWN_ABSENCE:
            return Presence.ABSENT, Reason.UNEXCUSED if self._random.random() < 0.3 else Reason.FAMILY
        if chance < UNKNOWN_ABSENCE + LATE and lesson.slot == 1:
            return Presence.LATE, None
        return None, None

    def _set_homework(self, lesson: Given, following: Given, page: Page, course: Course) -> None:
        if self._random.random() < 0.15:
            return
        text = self._random.choice(course.homework).format(
            n=self._random.randint(100, 400),
            m=self._random.randint(401, 700),
            p=self._random.randint(10, 120),
            s=self._random.randint(3, 24),
        )
        self._history.homework.append(
            {
                "lesson_id": following.id,
                "given_lesson_id": lesson.id,
                "text": text,
                "author_id": page.teacher.id,
                "created_at": lesson.ends_at,
                "updated_at": lesson.ends_at,
            }
        )

    def _mark(self, lesson: Given, page: Page, present: list[Student], number: int) -> None:
        control = _is_control(number)
        share = 1.0 if control else MARKED
        marked = [student for student in present if self._random.random() < share]
        if not marked:
            return
        work_id = len(self._history.works) + 1
        self._history.works.append(
            {
                "id": work_id,
                "lesson_id": lesson.id,
                "unit_id": lesson.unit_id,
                "subject_id": lesson.course + 1,
                "date": lesson.date,
                "kind": "control" if control else "answer",
                "weight": 2 if control else 1,
                "teacher_id": page.teacher.id,
                "created_at": lesson.ends_at,
                "checked_at": lesson.ends_at,
            }
        )
        for student in marked:
            value = min(5, max(2, round(self._random.gauss(student.level, 0.6))))
            self._history.marks.append(
                {
                    "work_id": work_id,
                    "student_id": student.id,
                    "value": str(value),
                    "date": lesson.date,
                    "subject_id": lesson.course + 1,
                    "author_id": page.teacher.id,
                    "entered_at": lesson.ends_at,
                    "retake_until": lesson.date + RETAKE if value == 2 else None,
                }
            )


def _is_control(number: int) -> bool:
    """Whether a page's lesson of that number, counted from 0, is a control work."""
    return number % CONTROL_EVERY == CONTROL_EVERY - 2


def halves(school_class: SchoolClass) -> tuple[list[Student], list[Student]]:
    """The two subgroups of a class, as `HistoryMaker.members` knows them."""
    return school_class.students[0::2], school_class.students[1::2]
