"""Screens to look at: the classes, a class's day, one lesson's page (R-121)."""

from collections.abc import Sequence

from handlers.attendance.callbacks import AmendCb
from handlers.attendance.screens import names, open_register, page_title
from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.control.callbacks import JOURNALS, ClassJournalCb, CommentsCb, JournalsCb, PageCb, StudentsCb
from handlers.home.screens import back
from handlers.lessons.screens import homework_line, to_lesson
from handlers.marks.correcting_screens import reason_words
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Person, Unit
from journal.model.school import School
from journal.model.viewing import ClassLessons, PageView, TracedMark
from locales.texts import Texts
from locales.words import inside

# So many classes are offered at once; more are chosen by grade.
AT_ONCE = 12


def classes(units: Sequence[Unit], grade: int, first: Row, t: Texts) -> Screen:
    """The classes, or their grades where they are many."""
    of_grade = [unit for unit in units if unit.grade == grade]
    shown = of_grade or (units if len(units) <= AT_ONCE else [])
    if shown:
        found = [Button(unit.name, ClassJournalCb(unit=unit.id).pack()) for unit in shown]
        to_grades = (Button(t("All grades"), JOURNALS),) if of_grade and len(units) > AT_ONCE else ()
        return screen(t("Which class?"), rows=(first, *grid(found, 4), (*to_grades, back(t))))
    grades = [
        Button(t("Grade {grade}", grade=number), JournalsCb(grade=number).pack())
        for number in sorted({unit.grade for unit in units})
    ]
    return screen(t("Which class?"), rows=(first, *grid(grades, 3), (back(t),)))


def class_day(found: ClassLessons, school: School, t: Texts) -> Screen:
    """A class's lessons of a day with what stands on their pages; steps lead to days with lessons only."""
    unit = found.unit
    lines = [_line(lesson, school, t) for lesson in found.lessons] or [t("No lessons on this day.")]
    buttons = [
        Button(f"{lesson.slot}. {inside(lesson.subject)}", PageCb(lesson=lesson.id).pack())
        for lesson in found.lessons
    ]
    around = [
        Button(label.format(t.short_weekday(day)), ClassJournalCb(unit=unit.id, day=day.toordinal()).pack())
        for label, day in (("‹ {}", found.before), ("{} ›", found.after))
        if day is not None
    ]
    return screen(
        bold(t("{unit}, {day}", unit=unit.name, day=t.weekday(found.day))),
        *lines,
        rows=(
            *grid(buttons),
            tuple(around),
            (Button(t("Students"), StudentsCb(unit=unit.class_id).pack()),),
            (Button(t("Other classes"), JOURNALS), back(t)),
        ),
    )


def page(found: PageView, school: School, t: Texts) -> Screen:
    """One lesson's page, to be read only."""
    lesson = found.lesson
    when = f"{t.weekday(lesson.date)}, {t.clock(lesson.starts_at, school.zone)}"
    day = ClassJournalCb(unit=lesson.class_id, day=lesson.date.toordinal()).pack()
    return screen(
        bold(page_title(lesson, t)),
        f"{when}, {found.keeper.short}" if found.keeper else when,
        t("Substitution: by the timetable {teacher}.", teacher=found.replaced.short)
        if found.replaced
        else None,
        t("Topic: {topic}", topic=lesson.topic) if lesson.topic else t("No topic yet."),
        _register(found, t),
        *(homework_line(item, t) for item in found.homework),
        *_marks(found, t),
        _last_edit(found, school, t),
        None if _entries(found, t) else italic(t("To look at only: the page is filled by its teacher.")),
        rows=(
            _entries(found, t),
            (buttons.history(Of.LESSON, lesson.id, t), *_comments(found, t)),
            (Button(t("The day of {unit}", unit=lesson.unit_name), day), back(t)),
        ),
    )


def _comments(found: PageView, t: Texts) -> Row:
    """The way to the words families read, for who may take them out."""
    if not found.comments:
        return ()
    label = t("Comments ({count})", count=found.comments)
    return (Button(label, CommentsCb(lesson=found.lesson.id).pack()),)


def _entries(found: PageView, t: Texts) -> Row:
    """What a class teacher may enter on a colleague's page."""
    lesson = found.lesson.id
    if found.enters:
        return (to_lesson(lesson, t),)
    if found.takes_register:
        return (Button(t("Register"), open_register(lesson), style=Style.MAIN),)
    if found.amends_register:
        return (Button(t("Correct attendance"), AmendCb(lesson=lesson).pack()),)
    return ()


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
        parts.append(t("Absent: {names}", names=_signed(found.absent, found)))
    if found.late:
        parts.append(t("Late: {names}", names=_signed(found.late, found)))
    return ". ".join(parts)


def _signed(people: Sequence[Person], found: PageView) -> str:
    """`Иванова А. (б), Сидоров Е. (н)`: as the journal's cells have it."""
    labels = names(list(people))
    return ", ".join(f"{label} ({found.signs[one.id]})" for label, one in zip(labels, people, strict=True))


def _marks(found: PageView, t: Texts) -> list[str]:
    """`Иванова А.: 4 → 5 (описка), 3, позже срока`: a line a student, in the order of the class's list."""
    if not found.marks:
        return []
    labels = names([each.student for each in found.marks])
    lines = [
        f"{label}: {', '.join(_mark(mark, t) for mark in each.marks)}"
        for label, each in zip(labels, found.marks, strict=True)
    ]
    return [t("Marks:"), *lines]


def _mark(mark: TracedMark, t: Texts) -> str:
    """All the values a mark has had, with the reasons of its corrections, and whether it came late."""
    first, *corrections = mark.edits
    said = first.after or ""
    for edit in corrections:
        value = edit.after or t("taken out")
        said = f"{said} → {value}"
        if edit.reason:
            said = f"{said} ({reason_words(edit.reason, t)})"
    late = t("entered late")
    return f"{said}, {late}" if mark.late else said


def _last_edit(found: PageView, school: School, t: Texts) -> str | None:
    if found.last_edit is None:
        return None
    author, at = found.last_edit
    return t(
        "Marks entered last: {author}, {day}, {time}",
        author=author.short,
        day=t.short_day(school.day(at)),
        time=t.clock(at, school.zone),
    )
