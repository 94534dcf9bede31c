"""Screens of marks: the book of a period, one subject, one mark."""

from collections.abc import Sequence
from decimal import Decimal

from handlers.diary.callbacks import DatesCb, LessonCb, Look, MarkCb, SubjectCb, WorksCb, to_page
from handlers.diary.screens.parts import (
    more,
    no_marks,
    owed_sign,
    pages,
    period_rows,
    period_title,
    retake,
    teacher_name,
    way_back,
    work_name,
)
from handlers.diary.screens.tasks import subject_links
from handlers.diary.screens.trends import sign_of, way_of
from handlers.forecast import words as chances
from handlers.forecast.callbacks import ForecastCb
from handlers.messages.buttons import asking
from handlers.screen import Button, Screen, bold, grid, italic, quote, screen
from handlers.table import Column, Line, Table, line
from journal import forecast
from journal.context import Ctx
from journal.diary.averages import numeric, takes, trend
from journal.model.diary import MarkBook, SubjectMarks
from journal.model.marks import Mark
from journal.model.messages import About
from journal.model.people import Child, Person
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside

# The newest marks of a subject that open by a tap.
OPENED = 24
# How many fives are counted at most.
FAR = 60


def marks(book: MarkBook, t: Texts) -> Screen:
    """All subjects of a period with their averages."""
    student, period = book.child.student_id, period_id(book)
    buttons = [
        Button(item.subject, SubjectCb(student=student, period=period, subject=item.subject_id).pack())
        for item in book.subjects
    ]
    choice = period_rows(student, Look.MARKS, book.periods, t)
    orders = (
        Button(t("By date"), DatesCb(student=student, period=period, page=0).pack()),
        Button(t("By work"), WorksCb(student=student, period=period, page=0).pack()),
        Button(t("Forecast"), ForecastCb(student=student).pack()),
    )
    return screen(
        bold(t("{child}: marks, {period}", child=book.child.first_name, period=period_name(book, t))),
        _book(book.subjects, t) if book.subjects else none_yet(book, t),
        owed_sign((mark for item in book.subjects for mark in item.marks), t),
        _weighted(book.subjects, t),
        rows=(
            # On a large screen sixteen subjects would stand before everything else.
            *(() if t.large else grid(buttons)),
            *(() if t.large else choice),
            orders,
            *((*grid(buttons), *choice) if t.large else ()),
            pages(student, t, Look.MARKS),
            way_back(t, more(student, t)),
        ),
    )


def subject(book: MarkBook, item: SubjectMarks, ctx: Ctx, t: Texts) -> Screen:
    """One subject: every mark, the average, and what a better one takes."""
    student, period = book.child.student_id, period_id(book)
    head = t(
        "{child}: {subject}, {period}",
        child=book.child.first_name,
        subject=inside(item.subject),
        period=period_name(book, t),
    )
    body = [line for mark in item.marks for line in _given(mark, ctx, t)]
    buttons = [
        Button(f"{mark.value} · {t.short_day(mark.date)}", MarkCb(mark=mark.id, period=period).pack())
        for mark in item.marks[-OPENED:]
    ]
    return screen(
        bold(head),
        *(body or [none_yet(book, t)]),
        owed_sign(item.marks, t),
        _average_line(item, t),
        _weights_line(item, ctx.regulation, t),
        _takes_line(item, t),
        _forecast_line(book, item, ctx, t),
        t("Result: {mark}", mark=item.result.value) if item.result else None,
        rows=(
            *grid(buttons, 4),
            subject_links(student, item.subject_id, None, t),
            way_back(t, Button(t("All marks"), to_page(student, Look.MARKS, period))),
        ),
    )


def mark(child: Child, found: Mark, period: int, ctx: Ctx, t: Texts, author: Person | None = None) -> Screen:
    """One mark with its work, topic and comment, and who set it."""
    student, named = child.student_id, inside(found.subject)
    back = Button(
        t("Marks: {subject}", subject=named),
        SubjectCb(student=student, period=period, subject=found.subject_id).pack(),
    )
    lesson = found.lesson_id and Button(t("Lesson"), LessonCb(student=student, lesson=found.lesson_id).pack())
    return screen(
        bold(t("{child}: {mark}, {subject}", child=child.first_name, mark=found.value, subject=named)),
        t("{date}, {work}", date=t.day(found.date), work=work_of(found, ctx.regulation, t)),
        retake(found, ctx, t),
        t("Topic: {topic}", topic=found.topic) if found.topic else None,
        t("Weight of the mark: {weight}.", weight=t.number(found.weight, 2)) if found.weight != 1 else None,
        quote(found.comment) if found.comment else None,
        t("Teacher: {teacher}", teacher=teacher_name(author)) if author else None,
        rows=(
            (back, lesson) if lesson else (back,),
            asking(student, About.MARK, found.id, ctx, t),
            way_back(t),
        ),
    )


def period_name(book: MarkBook, t: Texts) -> str:
    """The period looked at; before the first one begins there is none."""
    return period_title(book.period, t) if book.period else t("no period has begun")


def _book(subjects: Sequence[SubjectMarks], t: Texts) -> Table:
    columns = (
        Column(t("Subject")),
        Column(t("Marks")),
        Column(t.context("table", "Average"), short=True),
        Column(t.context("table", "Result"), short=True),
    )
    return Table(columns, tuple(_subject_row(item, t) for item in subjects))


def _weighted(subjects: Sequence[SubjectMarks], t: Texts) -> str | None:
    """Said only where some average is not the plain one."""
    heavy = any(item.average is not None and len(_weights(item)) > 1 for item in subjects)
    return italic(t("Averages count the weight of works.")) if heavy else None


def _weights(item: SubjectMarks) -> set[Decimal]:
    """The different weights of the marks that make the average."""
    return {mark.weight for mark in item.marks if numeric(mark) is not None}


def _subject_row(item: SubjectMarks, t: Texts) -> Line:
    given = " ".join(mark.value for mark in item.marks)
    average = "" if item.average is None else t.average(item.average) + sign_of(trend(item.marks), t)
    result = "" if item.result is None else bold(item.result.value)
    return line(_subject_line(item, t), item.subject, given, average, result)


def _subject_line(item: SubjectMarks, t: Texts) -> str:
    said = f"{item.subject}: {' '.join(mark.value for mark in item.marks)}"
    if item.average is not None:
        arrow = sign_of(trend(item.marks), t)
        said = t("{marks} (average {average})", marks=said, average=t.average(item.average) + arrow)
    return (
        said if item.result is None else t("{marks}, result {result}", marks=said, result=item.result.value)
    )


def _given(mark: Mark, ctx: Ctx, t: Texts) -> list[str]:
    """A mark of a subject, with the teacher's words and what is left to be done again."""
    said = t(
        "{day}: {mark}, {work}",
        day=t.short_day(mark.date),
        mark=mark.value,
        work=work_of(mark, ctx.regulation, t),
    )
    again, comment = retake(mark, ctx, t), quote(mark.comment) if mark.comment else None
    return [line for line in (said, again and bold(again), comment) if line is not None]


def none_yet(book: MarkBook, t: Texts) -> str:
    if book.markless:
        return no_marks(t)
    return t("No marks yet. They appear here as soon as a teacher enters them.")


def _average_line(item: SubjectMarks, t: Texts) -> str | None:
    if item.average is None:
        return None
    said = t("Average: {average}", average=t.average(item.average))
    return f"{said} {way_of(trend(item.marks), t)}".rstrip()


def _weights_line(item: SubjectMarks, regulation: Regulation, t: Texts) -> str | None:
    """Why an average is not the plain one: the kinds of works that count for more."""
    counted = [mark for mark in item.marks if numeric(mark) is not None]
    usual = min(_weights(item), default=None)
    heavy = {mark.kind: mark.weight for mark in counted if mark.weight != usual}
    if not heavy:
        return None
    works = ", ".join(
        f"{inside(work_name(kind, regulation, t))} ×{t.number(weight, 2)}" for kind, weight in heavy.items()
    )
    return t("These works count for more: {works}.", works=works)


def _takes_line(item: SubjectMarks, t: Texts) -> str | None:
    # However many it takes, a family is told: how many marks are still to come nobody knows.
    needed = takes(item.marks, FAR) if item.result is None else None
    if needed is None:
        return None
    return t.plural(
        "{count} more five makes the average {average}; the teacher sets the final mark.",
        "{count} more fives make the average {average}; the teacher sets the final mark.",
        needed.count,
        average=t.average(needed.average),
    )


def _forecast_line(book: MarkBook, item: SubjectMarks, ctx: Ctx, t: Texts) -> str | None:
    known = forecast.outlook_of(book, item, ctx)
    if known is None or known.forecast is None:
        return None
    return t("Forecast: {likely}.", likely=chances.likely(known.forecast, t))


def work_of(found: Mark, regulation: Regulation, t: Texts) -> str:
    return found.title or work_name(found.kind, regulation, t)


def period_id(book: MarkBook) -> int:
    return book.period.id if book.period else 0
