"""Screens of the deputy head: empty pages by teacher, requests."""

from collections.abc import Sequence
from datetime import date, datetime

from markupsafe import Markup

from handlers.attendance.screens import page_title
from handlers.audit import buttons
from handlers.class_lists.callbacks import LISTS
from handlers.control.callbacks import FINDINGS, JOURNALS, PageCb
from handlers.deadlines import due
from handlers.deputy.callbacks import (
    PROGRAMME,
    AttendanceCb,
    EntryPlacesCb,
    MorningCb,
    NudgeCb,
    RequestsCb,
    TeacherGapsCb,
    UncoveredCb,
)
from handlers.home.screens import back
from handlers.lessons.screens import record_name
from handlers.notices.callbacks import WRITE
from handlers.paging import page_of
from handlers.periods.callbacks import BOARD
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.model.control import Morning, Substitution, TeacherGaps, Unfilled
from journal.model.school import School
from locales.texts import Texts
from locales.words import inside

TEACHERS = 12


def morning(found: Morning, page: int, school: School, t: Texts, said: str | None = None) -> Screen:
    """Which lessons lack what, by teacher; one tap reminds all of them. `said` is what a tap just did."""
    part = page_of(found.gaps, page, TEACHERS)

    def to(number: int) -> str:
        return MorningCb(day=found.day.toordinal(), page=number).pack()

    return screen(
        bold(t("The {term.institution.english}'s day: {day}", day=t.weekday(found.day))),
        *summary(found, school, t),
        *(_substitution(item, t) for item in found.substitutions),
        *(_gap(gap, t) for gap in part.shown),
        *(_orphan(item, t) for item in found.orphans if part.is_last),
        _legend(found.unfilled, t),
        italic(said) if said else None,
        rows=(
            _nudge(found, school, t),
            *grid([_open(found, gap) for gap in part.shown]),
            part.turns(to, t),
            _days(found, t),
            *_ways(found, t),
        ),
    )


def teacher(found: Morning, gap: TeacherGaps, school: School, t: Texts, said: str | None = None) -> Screen:
    """One teacher's empty pages of the day, each to be looked at; one tap reminds this teacher alone."""
    day = found.day.toordinal()
    again = gap.reminded_at is not None and gap.reminded_at > found.peace
    remind = NudgeCb(day=day, person=gap.teacher.id).pack()
    return screen(
        bold(t("{teacher}, {day}", teacher=gap.teacher.short, day=t.weekday(found.day))),
        *(f"• {_lesson(item, t)}" for item in gap.lessons),
        _legend(gap.lessons, t),
        italic(said) if said else None,
        rows=(
            *grid([_page(item) for item in gap.lessons]),
            (
                Button(
                    _remind(gap.reminded_at, t("Remind"), school, t, again=again), remind, style=Style.MAIN
                ),
            ),
            (Button(t("The {term.institution.english}'s day"), MorningCb(day=day).pack()), back(t)),
        ),
    )


def summary(found: Morning, school: School, t: Texts) -> list[str]:
    """What is late, and what still has time, are never one number."""
    if not found.unfilled:
        return [t("All {count} lessons are filled in.", count=found.lessons)]
    lines = []
    if overdue := len(found.unfilled) - len(found.pending):
        lines.append(t("Overdue lessons: {count}.", count=overdue))
    if found.pending:
        lines.append(_pending(found, school, t))
    figures = {"lessons": found.lessons, "teachers": len(found.gaps)}
    return [*lines, t("Lessons over: {lessons}, teachers to fill them in: {teachers}.", **figures)]


def _pending(found: Morning, school: School, t: Texts) -> str:
    count = len(found.pending)
    if found.until is None:
        return t("Not entered yet: {count}.", count=count)
    when = due(found.until, found.day, school.zone, t)
    return t("Not entered yet: {count}, nearest deadline {time}.", count=count, time=when)


def _legend(found: Sequence[Unfilled], t: Texts) -> Markup | None:
    return italic(t("‼ the deadline has passed")) if any(item.overdue for item in found) else None


def _substitution(item: Substitution, t: Texts) -> str:
    """`↔ Громов Н. П.: 7Б, алгебра, 2-й урок; по расписанию Кузнецова А. С.`"""
    said = f"↔ {item.substitute.short}: {page_title(item.lesson, t)}"
    if item.teacher is None:
        return said
    return t("{lesson}; by the timetable {teacher}", lesson=said, teacher=item.teacher.short)


def _gap(gap: TeacherGaps, t: Texts) -> str:
    return f"• {gap.teacher.short}: {'; '.join(_lesson(item, t) for item in gap.lessons)}"


def _orphan(item: Unfilled, t: Texts) -> str:
    return t("• nobody is named: {lesson}", lesson=_lesson(item, t))


def _lesson(item: Unfilled, t: Texts) -> str:
    """`7Б, 2-й урок (перекличка, тема)`, with a sign where the deadline has passed."""
    lacks = ", ".join(record_name(one.record, t) for one in item.missing)
    said = t("{unit}, lesson {slot} ({list})", unit=item.lesson.unit_name, slot=item.lesson.slot, list=lacks)
    return f"‼ {said}" if item.overdue else said


def _open(found: Morning, gap: TeacherGaps) -> Button:
    sign = "‼ " if gap.overdue else ""
    data = TeacherGapsCb(day=found.day.toordinal(), person=gap.teacher.id)
    return Button(f"{sign}{gap.teacher.short} · {len(gap.lessons)}", data.pack())


def _page(item: Unfilled) -> Button:
    lesson = item.lesson
    label = f"{lesson.unit_name}, {lesson.slot}. {inside(lesson.subject)}"
    return Button(label, PageCb(lesson=lesson.id).pack())


def _nudge(found: Morning, school: School, t: Texts) -> Row:
    if not found.gaps:
        return ()
    fresh = t("Remind all ({count})", count=found.to_remind)
    partly = 0 < found.to_remind < len(found.gaps)
    at = None if partly else found.reminded_at
    label = _remind(at, fresh, school, t, again=not found.to_remind)
    return (Button(label, NudgeCb(day=found.day.toordinal()).pack(), style=Style.MAIN),)


def _remind(at: datetime | None, fresh: str, school: School, t: Texts, *, again: bool) -> str:
    """What is on the button: whether they were reminded already, and whether another tap would do it now."""
    if at is None:
        return fresh
    time = t.clock(at, school.zone)
    return t("Reminded at {time}", time=time) if again else t("Reminded at {time} · once more", time=time)


def _days(found: Morning, t: Texts) -> Row:
    def to(label: str, day: date) -> Button:
        return Button(label, MorningCb(day=day.toordinal()).pack())

    row = []
    if found.before is not None:
        row.append(to(f"‹ {t.dated(found.before)}", found.before))
    if found.after is not None:
        row.append(to(f"{t.dated(found.after)} ›", found.after))
    return tuple(row)


def _ways(found: Morning, t: Texts) -> tuple[Row, ...]:
    doubts = t("Does not add up ({count})", count=found.contradictions)
    asked = t("Requests ({count})", count=found.requests) if found.requests else t("Requests")
    covered = t("Substitutions ({count})", count=found.uncovered) if found.uncovered else t("Substitutions")
    return (
        (Button(t("Attendance"), AttendanceCb().pack()), Button(asked, RequestsCb().pack())),
        (Button(t("Period marks"), BOARD), Button(t("Journals"), JOURNALS)),
        (Button(t("Programme fulfilment"), PROGRAMME),),
        (Button(doubts, FINDINGS),) if found.contradictions else (),
        (buttons.changes(t), Button(t("Write a notice"), WRITE)),
        (Button(t("Class lists"), LISTS),),
        (
            Button(covered, UncoveredCb().pack()),
            Button(t("Places of entry"), EntryPlacesCb().pack()),
        ),
        (back(t),),
    )
