"""Days put together: lessons with their homework, marks and absences, of several children at once.

Seven statements, and one more where somebody gives a lesson for another, whatever the number of rows.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from journal.model.attendance import Absence
from journal.model.clubs import Club
from journal.model.diary import DiaryDay, DiaryLesson
from journal.model.lessons import Homework, Lesson
from journal.model.marks import Mark
from journal.model.span import Span
from journal.ports import Work

Key = tuple[int, int | None]


async def read_days(work: Work, students: Collection[int], span: Span) -> dict[int, dict[date, DiaryDay]]:
    """Each student's days with lessons, in order."""
    lessons = await work.diary.lessons(students, span)
    tasks: dict[int, list[Homework]] = defaultdict(list)
    for task in await work.homework.due_at({lesson.id for _, lesson in lessons}):
        tasks[task.lesson_id].append(task)
    given: dict[Key, list[Mark]] = defaultdict(list)
    for mark in await work.diary.marks(students, span):
        given[mark.student_id, mark.lesson_id].append(mark)
    missed: dict[Key, Absence] = {
        (absence.student_id, absence.lesson_id): absence
        for absence in await work.diary.absences(students, span)
    }
    clubs = await work.clubs.of_students(students, span)
    instead = {lesson.substitute_id for _, lesson in lessons if lesson.substitute_id is not None}
    people = await work.people.persons(instead) if instead else {}
    done = await work.diary.done(students, [task.id for found in tasks.values() for task in found])

    def item(student: int, lesson: Lesson) -> DiaryLesson:
        key = (student, lesson.id)
        substitute = people.get(lesson.substitute_id or 0)
        return DiaryLesson(lesson, tuple(tasks[lesson.id]), tuple(given[key]), missed.get(key), substitute)

    days: dict[int, dict[date, list[DiaryLesson]]] = {student: defaultdict(list) for student in students}
    for student, lesson in lessons:
        days[student][lesson.date].append(item(student, lesson))
    return {
        student: {
            day: DiaryDay(
                day,
                tuple(items),
                frozenset(task for whose, task in done if whose == student),
                _after(items, clubs[student]),
            )
            for day, items in found.items()
        }
        for student, found in days.items()
    }


def _after(items: Collection[DiaryLesson], clubs: Collection[Club]) -> tuple[Club, ...]:
    """What goes on that day; where every lesson is cancelled, nothing is promised."""
    days = {item.lesson.date for item in items if item.held}
    return tuple(club for club in clubs if any(map(club.meets_on, days)))


async def read_day(work: Work, student_id: int, day: date) -> DiaryDay:
    """One day of one student; without lessons it is empty."""
    found = await read_days(work, [student_id], Span(day, day))
    return found[student_id].get(day, DiaryDay(day))
