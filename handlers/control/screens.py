"""Screens to look at: the classes, a class's day, one lesson's page (R-121)."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from handlers.attendance.screens import names, page_title
from handlers.control.callbacks import JOURNALS, ClassJournalCb, JournalsCb, PageCb
from handlers.home.screens import back
from handlers.lessons.screens import homework_line
from handlers.screen import Button, Row, Screen, bold, grid, italic, screen
from journal.model.control import PageView
from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Person, Unit
from journal.model.school import School
from locales.texts import Texts
from locales.words import inside

# So many classes are offered at once; more are chosen by grade.
AT_ONCE = 12


def classes(units: Sequence[Unit], grade: int, first: Row, t: Texts) -> Screen:
    """The classes, or their grades where they are many."""
    of_grade = [unit for unit in units if unit.grade == grade]
    shown = of_grade or (units if len(units) <= AT_ONCE else [])
    if shown:
        buttons = [Button(unit.name, ClassJournalCb(unit=unit.id).pack()) for unit in shown]
        to_grades = (Button(t("All grades"), JOURNALS),) if of_grade and len(units) > AT_ONCE else ()
        return screen(t("Which class?"), rows=(*grid(buttons, 4), (*to_grades, back(t))))
    grades = [
        Button(t("Grade {grade}", grade=number), JournalsCb(grade=number).pack())
        for number in sorted({unit.grade for unit in units})
    ]
    return screen(t("Which class?"), rows=(first, *grid(grades, 3), (back(t),)))


def class_day(unit: Unit, day: date, lessons: Sequence[Lesson], school: School, t: Texts) -> Screen:
    """A class's lessons of a day with what stands on their pages."""
    head = bold(t("{unit}, {day}", unit=unit.name, day=t.weekday(day)))
    lines = [_line(lesson, school, t) for lesson in lessons] or [t("No lessons on this day.")]
    buttons = [
        Button(f"{lesson.slot}. {inside(lesson.subject)}", PageCb(lesson=lesson.id).pack())
        for lesson in lessons
    ]
    step = timedelta(days=1)
    around = [
        Button(
            label.format(t.short_weekday(other)), ClassJournalCb(unit=unit.id, day=other.toordinal()).pack()
        )
        for label, other in (("‹ {}", day - step), ("{} ›", day + step))
    ]
    return screen(
        head,
        *lines,
        rows=(*grid(buttons), tuple(around), (Button(t("Other classes"), JOURNALS), back(t))),
    )


def page(found: PageView, school: School, t: Texts) -> Screen:
    """One lesson's page, to be read only."""
    lesson = found.lesson
    when = f"{t.weekday(lesson.date)}, {t.clock(lesson.starts_at, school.zone)}"
    day = ClassJournalCb(unit=lesson.class_id, day=lesson.date.toordinal()).pack()
    return screen(
        bold(page_title(lesson, t)),
        f"{when}, {found.keeper.short}" if found.keeper else when,
        t("Topic: {topic}", topic=lesson.topic) if lesson.topic else t("No topic yet."),
        _register(found, t),
        *(homework_line(item, t) for item in found.homework),
        t("Marks: {list}", list="; ".join(_marks(found))) if found.marks else None,
        italic(t("To look at only: the page is filled by its teacher.")),
        rows=((Button(t("The day of {unit}", unit=lesson.unit_name), day), back(t)),),
    )


def _line(lesson: Lesson, school: School, t: Texts) -> str:
    said = f"{lesson.slot}. {t.clock(lesson.starts_at, school.zone)} {inside(lesson.subject)}"
    if lesson.status is LessonStatus.CANCELLED:
        cancelled = t("cancelled")
        return f"{said}: {cancelled}"
    taken = t("register taken") if lesson.register_taken_at else t("no register")
    topic = lesson.topic or t("no topic")
    return f"{said}: {taken}, {topic}"


def _register(found: PageView, t: Texts) -> str:
    if found.lesson.register_taken_at is None:
        return t("No register yet.")
    if not found.absent and not found.late:
        return t("Everyone was there.")
    parts = []
    if found.absent:
        parts.append(t("Absent: {names}", names=", ".join(names(list(found.absent)))))
    if found.late:
        parts.append(t("Late: {names}", names=", ".join(names(list(found.late)))))
    return ". ".join(parts)


def _marks(found: PageView) -> list[str]:
    """`Иванова А. 5, 4` for each student, several marks together."""

    def student(pair: tuple[Person, str]) -> int:
        return pair[0].id

    made = []
    for _, group in groupby(sorted(found.marks, key=student), key=student):
        pairs = list(group)
        values = ", ".join(value for _, value in pairs)
        made.append(f"{names([pairs[0][0]])[0]} {values}")
    return made
