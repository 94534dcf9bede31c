"""Screens of the deputy head: empty pages by teacher, requests."""

from collections.abc import Sequence
from datetime import date

from handlers.control.callbacks import JOURNALS
from handlers.deputy.callbacks import AttendanceCb, DecideRequestCb, MorningCb, NudgeCb, RequestsCb
from handlers.home.screens import back
from handlers.lessons.screens import record_name
from handlers.notices.callbacks import WRITE
from handlers.screen import Button, Row, Screen, Style, bold, italic, quote, screen
from journal.entry import Record
from journal.model.control import EntryRequest, Morning, TeacherGaps, Unfilled
from locales.texts import Texts
from locales.words import inside

TEACHERS = 12
REQUESTS = 5


def morning(found: Morning, page: int, t: Texts, said: str | None = None) -> Screen:
    """Which lessons lack what, by teacher; one tap reminds all of them. `said` is what a tap just did."""
    pages = max(1, -(-len(found.gaps) // TEACHERS))
    page = min(max(page, 0), pages - 1)
    shown = found.gaps[page * TEACHERS : (page + 1) * TEACHERS]
    return screen(
        bold(t("The school's day: {day}", day=t.weekday(found.day))),
        _summary(found, t),
        *(_gap(gap, t) for gap in shown),
        *(_orphan(item, t) for item in found.orphans if page + 1 == pages),
        italic(said) if said else None,
        rows=(
            _nudge(found, t),
            _pages(found, page, pages, t),
            _days(found, t),
            *_ways(found, t),
        ),
    )


def requests(found: Sequence[EntryRequest], t: Texts) -> Screen:
    """Teachers' requests, the oldest first."""
    shown = found[:REQUESTS]
    more = len(found) - len(shown)
    lines = [line for number, item in enumerate(shown, 1) for line in _request(number, item, t)]
    return screen(
        bold(t("Requests to open a lesson: {count}", count=len(found))) if found else t("No requests wait."),
        *lines,
        t("and more: {count}", count=more) if more > 0 else None,
        rows=(
            *(_decide(number, item, t) for number, item in enumerate(shown, 1)),
            (Button(t("The school's day"), MorningCb().pack()), back(t)),
        ),
    )


def decided(request: EntryRequest, t: Texts) -> str:
    """What became of a request, as a short notice."""
    if request.status == "granted":
        return t("Opened until the end of tomorrow.")
    if request.status == "declined":
        return t("Declined.")
    return t("This has changed meanwhile.")


def _summary(found: Morning, t: Texts) -> str:
    if not found.unfilled:
        return t("All {count} lessons are filled in.", count=found.lessons)
    return t(
        "Not filled: {unfilled} of {lessons} lessons, teachers: {teachers}.",
        unfilled=found.unfilled,
        lessons=found.lessons,
        teachers=len(found.gaps),
    )


def _gap(gap: TeacherGaps, t: Texts) -> str:
    return f"• {gap.teacher.short}: {'; '.join(_lesson(item, t) for item in gap.lessons)}"


def _orphan(item: Unfilled, t: Texts) -> str:
    return t("• nobody is named: {lesson}", lesson=_lesson(item, t))


def _lesson(item: Unfilled, t: Texts) -> str:
    """`7Б, 2-й: перекличка, тема`, with a sign where the deadline has passed."""
    lacks = ", ".join(record_name(one.record, t) for one in item.missing)
    sign = "‼ " if item.overdue else ""
    return f"{sign}{item.lesson.unit_name}, {item.lesson.slot}: {lacks}"


def _nudge(found: Morning, t: Texts) -> Row:
    if not found.gaps:
        return ()
    label = t("Remind all ({count})", count=len(found.gaps))
    return (Button(label, NudgeCb(day=found.day.toordinal()).pack(), style=Style.MAIN),)


def _pages(found: Morning, page: int, pages: int, t: Texts) -> Row:
    def to(label: str, number: int) -> Button:
        return Button(label, MorningCb(day=found.day.toordinal(), page=number).pack())

    row = []
    if page:
        row.append(to(t("‹ Page {number}", number=page), page - 1))
    if page + 1 < pages:
        row.append(to(t("Page {number} ›", number=page + 2), page + 1))
    return tuple(row)


def _days(found: Morning, t: Texts) -> Row:
    def to(label: str, day: date) -> Button:
        return Button(label, MorningCb(day=day.toordinal()).pack())

    row = []
    if found.before is not None:
        row.append(to(f"‹ {t.short_weekday(found.before)} {t.short_day(found.before)}", found.before))
    if found.after is not None:
        row.append(to(f"{t.short_weekday(found.after)} {t.short_day(found.after)} ›", found.after))
    return tuple(row)


def _ways(found: Morning, t: Texts) -> tuple[Row, ...]:
    asked = t("Requests ({count})", count=found.requests) if found.requests else t("Requests")
    return (
        (Button(t("Attendance"), AttendanceCb().pack()), Button(asked, RequestsCb().pack())),
        (Button(t("Journals"), JOURNALS), Button(t("Write a notice"), WRITE)),
        (back(t),),
    )


def _request(number: int, item: EntryRequest, t: Texts) -> list[str]:
    head = t(
        "{number}. {teacher}: {unit}, {subject}, {day}, {record}",
        number=number,
        teacher=item.teacher.short,
        unit=item.lesson.unit_name,
        subject=inside(item.lesson.subject),
        day=t.short_day(item.lesson.date),
        record=_record(item.record, t),
    )
    return [head, quote(item.reason)]


def _record(record: Record, t: Texts) -> str:
    return {
        Record.ATTENDANCE: t("register"),
        Record.LESSON: t("topic"),
        Record.HOMEWORK: t("homework"),
        Record.LESSON_MARK: t("marks"),
        Record.CHECKED_MARK: t("marks of a written work"),
        Record.CORRECTION: t("correction of a mark"),
        Record.SUBSTITUTION: t("substitution"),
    }[record]


def _decide(number: int, item: EntryRequest, t: Texts) -> Row:
    def button(label: str, style: Style, *, allow: bool) -> Button:
        return Button(label, DecideRequestCb(request=item.id, allow=allow).pack(), style=style)

    return (
        button(t("{number}. Open", number=number), Style.GOOD, allow=True),
        button(t("{number}. Decline", number=number), Style.BAD, allow=False),
    )
