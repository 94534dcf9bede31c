"""Parts that several screens of the diary share."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from handlers.diary.callbacks import EVERYBODY, CalendarCb, ChildCb, FilesCb, Look, to_page
from handlers.diary.screens.signs import debt_sign
from handlers.home.callbacks import HOME
from handlers.places import place_name
from handlers.screen import Button, Row, bold, grid
from handlers.table import Column, Line, line
from journal.context import Ctx
from journal.model.ahead import Happening
from journal.model.attendance import Absence, Presence, Reason
from journal.model.diary import DiaryDay, DiaryLesson, Periods
from journal.model.lessons import Homework
from journal.model.marks import DEBT, Mark
from journal.model.people import Child, Person
from journal.model.school import Period, PeriodKind
from journal.model.span import Span
from journal.regulation import Regulation
from locales.catalogue import DEFAULT
from locales.texts import Texts
from locales.words import inside


def way_back(t: Texts, *beside: Button) -> Row:
    return (*beside, Button(t("Home"), HOME))


def pages(student_id: int, t: Texts, but: Look | None = None) -> Row:
    """From one of the pages that are read daily to the others."""
    every = {
        Look.DAY: t("Today"),
        Look.WEEK: t("Week"),
        Look.TASKS: t.context("diary", "Homework"),
        Look.MARKS: t("Marks"),
    }
    return tuple(Button(label, to_page(student_id, look)) for look, label in every.items() if look is not but)


def more(student_id: int, t: Texts) -> Button:
    return Button(more_name(t), to_page(student_id, Look.MORE))


def more_name(t: Texts) -> str:
    """What is read less often; large screens have a «More…» of their own, that turns their pages."""
    return t("Timetable and other things") if t.large else t("More")


def to_calendar(student_id: int, t: Texts) -> Button:
    """The timetable as a file for the phone's own calendar."""
    return Button(t("Calendar"), CalendarCb(student=student_id).pack())


def children_row(children: Iterable[Child], current: int, t: Texts) -> Row:
    """One button a child and one for all, where there are several; the one looked at is marked."""
    items = tuple(children)
    if len(items) < 2:
        return ()
    one_by_one = tuple(
        Button(
            t("• {label}", label=item.first_name) if item.student_id == current else item.first_name,
            ChildCb(student=item.student_id).pack(),
        )
        for item in items
    )
    return (*one_by_one, Button(t("All children"), EVERYBODY))


def period_rows(student_id: int, look: Look, periods: Periods, t: Texts) -> list[Row]:
    """The periods of the year looked at, and the years, where there are several."""
    return period_choice(periods, lambda period: to_page(student_id, look, period.id), t)


def period_title(period: Period, t: Texts) -> str:
    """As the school calls it; to who reads another language, by its kind and number."""
    if t.locale == DEFAULT:
        return period.name
    return {
        PeriodKind.QUARTER: t("quarter {number}", number=period.number),
        PeriodKind.HALF_YEAR: t("half-year {number}", number=period.number),
        PeriodKind.SEMESTER: t("semester {number}", number=period.number),
    }[period.kind]


def period_choice(periods: Periods, to: Callable[[Period], str], t: Texts) -> list[Row]:
    """The same, with buttons that lead wherever `to` says."""
    chosen = periods.chosen
    if chosen is None:
        return []

    def button(label: str, period: Period, *, marked: bool) -> Button:
        return Button(t("• {label}", label=label) if marked else label, to(period))

    row = tuple(button(period_title(one, t), one, marked=one == chosen) for one in periods.of_year)
    years = tuple(button(one.year, one, marked=one.year_id == chosen.year_id) for one in periods.years)
    return [*grid(row if len(row) > 1 else ()), *grid(years if len(years) > 1 else (), 3)]


def lesson_line(item: DiaryLesson, t: Texts, zone: tzinfo | None = None, *, marked: bool = True) -> str:
    """`2. Алгебра · нет на уроке · 5 4`; with a zone `2. 9:25 Алгебра, каб. 214 · …`."""
    lesson = item.lesson
    said = lesson.subject
    if zone is not None:
        said = f"{t.clock(lesson.starts_at, zone)} {said}"
        if room := _room(item):
            said = t("{lesson}, room {room}", lesson=said, room=room)
    return " · ".join([f"{lesson.slot}. {said}", *changes(item, t), *(_noted(item, t) if marked else [])])


def lesson_columns(t: Texts, zone: tzinfo | None = None, *, marked: bool = True) -> tuple[Column, ...]:
    """The columns of `lesson_row`."""
    return (
        # A number below «Lesson» speaks for itself, a sign above it does not.
        Column("" if t.large else "№", short=True),
        *((Column(t("Time"), short=True),) if zone is not None else ()),
        Column(t("Lesson")),
        *((Column(t.context("table", "Room"), short=True),) if zone is not None else ()),
        *((Column(t("Marks")),) if marked else ()),
    )


def lesson_row(item: DiaryLesson, t: Texts, zone: tzinfo | None = None, *, marked: bool = True) -> Line:
    """A lesson in a table, with what is not as usual beside its name."""
    lesson = item.lesson
    return line(
        lesson_line(item, t, zone, marked=marked),
        str(lesson.slot),
        *((t.clock(lesson.starts_at, zone),) if zone is not None else ()),
        " · ".join([lesson.subject, *changes(item, t)]),
        *((_room(item),) if zone is not None else ()),
        *((" · ".join(_noted(item, t)),) if marked else ()),
    )


def _room(item: DiaryLesson) -> str:
    return item.lesson.room if item.lesson.room and item.held else ""


def changes(item: DiaryLesson, t: Texts) -> list[str]:
    """How the lesson differs from the timetable."""
    if not item.held:
        return [t("cancelled")]
    if item.lesson.substitute_id is None:
        return []
    who = item.substitute
    return [t("substitution") if who is None else t("substitution: {teacher}", teacher=who.formal)]


def _noted(item: DiaryLesson, t: Texts) -> list[str]:
    """What the journal says of the child: an absence, the marks."""
    said = [presence(item.absence, t)] if item.absence is not None else []
    return [*said, " ".join(mark.value for mark in item.marks)] if item.marks else said


def task_text(task: Homework, t: Texts) -> str:
    """What is to be done, in a line."""
    parts = [task.text] if task.text else []
    if task.bring:
        parts.append(t("bring: {things}", things=task.bring))
    if task.attachments:
        parts.append(t.plural("{count} file", "{count} files", len(task.attachments)))
    return "; ".join(parts)


def task_lines(shown: DiaryDay, t: Texts) -> list[str]:
    """The homework of a day; what is ticked off has its sign."""
    return [
        f"{'✓ ' if task.id in shown.done else ''}{task.subject}: {task_text(task, t)}" for task in shown.tasks
    ]


def end_line(shown: DiaryDay, zone: tzinfo, t: Texts) -> str | None:
    """`Домой в 12:20`: when the last lesson that is given ends, or what goes on after it."""
    ends = [item.lesson.ends_at.astimezone(zone).time() for item in shown.lessons if item.held]
    ends += [club.ends for club in shown.clubs]
    return t("Home at {time}", time=t.clock(max(ends))) if ends else None


def file_buttons(student_id: int, tasks: Iterable[Homework], t: Texts) -> list[Button]:
    return [
        Button(
            t("Files: {subject}", subject=task.subject),
            FilesCb(student=student_id, homework=task.id).pack(),
        )
        for task in tasks
        if task.attachments
    ]


def presence(absence: Absence, t: Texts) -> str:
    """How the child stood in a register, with the reason where it is known."""
    said = stance(absence.status, t)
    if absence.minutes:
        said = t("{how}, {count} min", how=said, count=absence.minutes)
    return said if absence.reason is None else f"{said} ({reason(absence.reason, t)})"


def stance(status: Presence, t: Texts) -> str:
    return {
        Presence.ABSENT: t("absent"),
        Presence.LATE: t("late"),
        Presence.LEFT_EARLY: t("left early"),
        Presence.PRESENT: t("present"),
    }[status]


def reason(known: Reason, t: Texts) -> str:
    return {
        Reason.ILL: t("illness"),
        Reason.FAMILY: t("family reasons"),
        Reason.EXCUSED: t("valid reason"),
        Reason.WILL_BE_LATE: t("warned"),
        Reason.UNEXCUSED: t("no valid reason"),
    }[known]


def happening_line(item: Happening, t: Texts) -> str:
    """`15 октября, 18:30: собрание, каб. 214`."""
    day, event = happening_cells(item, t)
    return t("{day}: {event}", day=day, event=event)


def happening_cells(item: Happening, t: Texts) -> tuple[str, str]:
    """`15 октября, 18:30` and `собрание, каб. 214`."""
    days = t.days(item.first, item.last)
    if item.starts is not None:
        days = t("{day}, {time}", day=days, time=t.clock(item.starts))
    if not item.place:
        return days, item.title
    return days, t("{event}, {place}", event=item.title, place=place_name(item.place, t))


def happening_lines(found: Iterable[Happening], t: Texts) -> list[str]:
    """What happens beside the lessons, under a head of its own."""
    said = [happening_line(item, t) for item in found]
    return ["", bold(t("Events")), *said] if said else []


def teacher_name(teacher: Person) -> str:
    """`Анна Сергеевна Кузнецова`."""
    return f"{teacher.formal} {teacher.last_name}"


def no_marks(t: Texts) -> str:
    return t("There are no marks in the first grade. Homework and topics are here.")


def owed_sign(marks: Iterable[Mark], t: Texts) -> str | None:
    """What «•» means, on a screen where one of these marks is a work not handed in; else nothing."""
    return debt_sign((mark.value for mark in marks), t)


def mark_line(mark: Mark, t: Texts) -> str:
    """`алгебра 5 (14.10)`."""
    return f"{inside(mark.subject)} {mark.value} ({t.short_day(mark.date)})"


def retake(mark: Mark, ctx: Ctx, t: Texts) -> str | None:
    """Until when a failed work may be done again, as long as it may."""
    if mark.retake_until is None or ctx.today > mark.retake_until:
        return None
    if mark.value == DEBT:
        return t("Not handed in; due until {day}.", day=t.short_day(mark.retake_until))
    return t("To be retaken until {day}.", day=t.short_day(mark.retake_until))


def work_name(kind: str, regulation: Regulation, t: Texts) -> str:
    """What the school calls that kind of work."""
    known = regulation.marks.work_types.get(kind)
    if known is None:
        return kind
    return known.english if t.locale == "en" else known.name


def span_name(span: Span, t: Texts) -> str:
    """`среда, 14 октября` or `12–18 октября`."""
    return t.weekday(span.first) if span.one_day else t.days(span.first, span.last)
