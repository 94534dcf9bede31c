"""Screens of the year: results, how it goes, the programme, topics, what lies ahead, and the way to them."""

from collections.abc import Iterable, Sequence

from handlers.diary.callbacks import Look, SubjectLook, TopicsCb, to_page
from handlers.diary.screens.parts import (
    happening_line,
    more,
    no_marks,
    period_rows,
    period_title,
    to_calendar,
    way_back,
)
from handlers.diary.screens.summary import works_ahead
from handlers.diary.screens.tasks import subject_links
from handlers.documents.callbacks import DOCUMENTS
from handlers.forecast.callbacks import ForecastCb
from handlers.paging import page_of
from handlers.screen import Button, Screen, bold, grid, italic, screen
from handlers.table import Column, Line, Table, line
from journal.model.ahead import Calendar
from journal.model.diary import (
    Progress,
    ResultBook,
    SubjectResults,
    TaughtList,
    TopicList,
)
from journal.model.marks import ResultKind
from journal.model.people import Child
from journal.model.school import Period
from journal.model.span import Span
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside, opening

TOPICS = 40


def more_pages(child: Child, t: Texts) -> Screen:
    """What is read less often."""
    student = child.student_id
    pages = {
        Look.SUMMARY: t("Summary"),
        Look.TIMETABLE: t("Timetable"),
        Look.TOPICS: t("Topics"),
        Look.PROGRESS: t("Programme"),
        Look.EVENTS: t("Events"),
        Look.SUBJECTS: t("Homework by subject"),
    }
    buttons = [Button(label, to_page(student, look)) for look, label in pages.items()]
    buttons.insert(1, Button(t("Forecast"), ForecastCb(student=student).pack()))
    buttons.append(to_calendar(student, t))
    buttons.append(Button(t("Documents and links"), DOCUMENTS))
    head = t("{child}: what else would you like to see?", child=child.first_name)
    return screen(bold(head), rows=(*grid(buttons), way_back(t)))


def finals(book: ResultBook, t: Texts) -> Screen:
    """The results of a year by subject: its periods in order, then the year, the exam, the final mark."""
    child, chosen = book.child, book.periods.chosen
    known = [
        period for period in book.periods.of_year if any(period.id in s.by_period for s in book.subjects)
    ]
    body: list[str | Table] = [_results(book.subjects, known, t)]
    if not book.subjects and book.markless:
        body = [no_marks(t)]
    elif not book.subjects:
        body = [t("No results yet. They appear here when a period ends.")]
        if chosen is not None:
            body.append(
                t(
                    "{period} lasts until {day}.",
                    period=opening(period_title(chosen, t)),
                    day=t.day(chosen.ends_on),
                )
            )
    year = chosen.year if chosen else t("no period has begun")
    years = (
        period_rows(child.student_id, Look.FINALS, book.periods, t)[-1:]
        if len(book.periods.years) > 1
        else []
    )
    marks = Button(t("Marks"), to_page(child.student_id, Look.MARKS))
    return screen(
        bold(t("{child}: results, {year}", child=child.first_name, year=year)),
        *body,
        rows=(*years, way_back(t, marks, more(child.student_id, t))),
    )


def progress(child: Child, found: Sequence[Progress], t: Texts) -> Screen:
    """Lessons given of those planned for the year, by subject."""
    return screen(
        bold(t("{child}: the programme of the year", child=child.first_name)),
        _programme(found, t) if found else t("No lessons have been given yet."),
        rows=(way_back(t, more(child.student_id, t)),),
    )


def taught(found: TaughtList, t: Texts) -> Screen:
    """Choose a subject of a period, for its topics."""
    student, chosen = found.child.student_id, found.periods.chosen
    period = chosen.id if chosen else 0
    buttons = [
        Button(name, TopicsCb(student=student, subject=number, period=period, page=0).pack())
        for number, name in found.subjects.items()
    ]
    return screen(
        bold(t("{child}: topics by subject", child=found.child.first_name)),
        None if buttons else t("There are no lessons now."),
        rows=(
            *grid(buttons),
            *period_rows(student, Look.TOPICS, found.periods, t),
            way_back(t, more(student, t)),
        ),
    )


def topics(found: TopicList, subject: int, t: Texts, number: int = 0) -> Screen:
    """What was taught in a subject in a period, newest first, so many a page."""
    student, chosen = found.child.student_id, found.periods.chosen
    period = chosen.id if chosen else 0
    page = page_of(found.lessons, number, TOPICS)
    body = [t("{day}: {topic}", day=t.short_day(lesson.date), topic=lesson.topic) for lesson in page.shown]
    turns = page.turns(
        lambda to: TopicsCb(student=student, subject=subject, period=period, page=to).pack(), t
    )
    head = t("{child}: topics, {subject}", child=found.child.first_name, subject=inside(found.subject))
    return screen(
        bold(head),
        opening(period_title(chosen, t)) if chosen else None,
        *(body or [t("No topics yet. They appear when a teacher enters them.")]),
        rows=(
            turns,
            subject_links(student, subject, SubjectLook.TOPICS, t),
            way_back(t, Button(t("All subjects"), to_page(student, Look.TOPICS, period))),
        ),
    )


def events(found: Calendar, regulation: Regulation, t: Texts) -> Screen:
    """Control works, events and special days ahead."""
    said = [happening_line(item, t) for item in found.happenings]
    works = works_ahead(found.works, regulation, t)
    body = [*works[1:], *([""] if works and said else []), *said]
    return screen(
        bold(t("{child}: what lies ahead", child=found.child.first_name)),
        _holidays(found.holidays, t),
        *(body or [t("No events or tests are planned yet.")]),
        rows=(way_back(t, to_calendar(found.child.student_id, t), more(found.child.student_id, t)),),
    )


def controls(found: Calendar, subject: str | None, regulation: Regulation, t: Texts) -> Screen:
    """The control works ahead; of one subject, where one was asked for."""
    child, student = found.child.first_name, found.child.student_id
    head = (
        t("{child}: tests, {subject}", child=child, subject=inside(subject))
        if subject
        else t("{child}: tests ahead", child=child)
    )
    none = t("None is planned. A work appears here when a teacher puts it into the plan.")
    return screen(
        bold(head),
        *(works_ahead(found.works, regulation, t)[2:] or [none]),
        rows=(
            (Button(t("Events and holidays"), to_page(student, Look.EVENTS)),),
            way_back(t, to_calendar(student, t), more(student, t)),
        ),
    )


def _results(subjects: Iterable[SubjectResults], periods: Sequence[Period], t: Texts) -> Table:
    """By period, then what closes the year."""
    closing = {ResultKind.YEAR: t("year"), ResultKind.EXAM: t("exam"), ResultKind.FINAL: t("final mark")}

    def row(item: SubjectResults) -> Line:
        given = [item.by_period.get(period.id, "–") for period in periods]
        ends = [f"{name} {item.closing[kind]}" for kind, name in closing.items() if kind in item.closing]
        said = " · ".join([f"{item.subject}: {' '.join(given)}".rstrip(), *ends])
        return line(said, item.subject, *given, *(item.closing.get(kind, "") for kind in closing))

    titles = [*(period_title(period, t) for period in periods), *map(opening, closing.values())]
    columns = (Column(t("Subject")), *(Column(title, short=True) for title in titles))
    order = italic(", ".join(period_title(period, t) for period in periods)) if len(periods) > 1 else None
    return Table(columns, tuple(map(row, subjects)), order)


def _holidays(spans: Sequence[Span], t: Texts) -> str | None:
    if not spans:
        return None
    said = "; ".join(t.days(span.first, span.last) for span in spans)
    return t("Holidays: {days}.", days=said)


def _programme(found: Iterable[Progress], t: Texts) -> Table:
    columns = (
        Column(t("Subject")),
        Column(t.context("table", "Given"), short=True),
        Column(t.context("table", "In the plan"), short=True),
    )

    def row(item: Progress) -> Line:
        planned = "" if item.planned is None else str(item.planned)
        return line(_progress(item, t), item.subject, str(item.given), planned)

    return Table(
        columns,
        tuple(map(row, found)),
        italic(t("How many lessons were given, and how many the plan has in all")),
    )


def _progress(item: Progress, t: Texts) -> str:
    if item.planned is None:
        return t("{subject}: {given} given", subject=item.subject, given=item.given)
    return t("{subject}: {given} of {planned}", subject=item.subject, given=item.given, planned=item.planned)
