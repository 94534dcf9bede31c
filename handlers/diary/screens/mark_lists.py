"""Screens of marks one by one: of a period by date or by work, of some days, and the choice among several."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from handlers.diary.callbacks import DatesCb, Look, MarkCb, WorksCb, to_page
from handlers.diary.screens.marks import none_yet, period_id, period_name, work_of
from handlers.diary.screens.parts import mark_line, owed_sign, span_name, way_back, work_name
from handlers.paging import page_of
from handlers.screen import Button, Row, Screen, bold, grid, screen
from handlers.table import Column, Line, Table, line
from journal.diary.averages import average
from journal.model.diary import MarkBook, MarkList
from journal.model.marks import DEBT, Mark
from journal.model.people import Child
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside, opening

# A page of marks.
PAGE = 30
# So many of them open by a tap.
OPENED = 8
# Marks to choose from where several fit a question.
SOME = 6


def by_date(book: MarkBook, number: int, regulation: Regulation, t: Texts) -> Screen:
    """The marks of a period, newest first, so many a page."""
    student, period = book.child.student_id, period_id(book)
    found = page_of(_newest_first(book), number, PAGE)
    turns = found.turns(lambda page: DatesCb(student=student, period=period, page=page).pack(), t)
    body = _by_day(found.shown, regulation, t)
    other = Button(t("By work"), WorksCb(student=student, period=period, page=0).pack())
    return _listed(book, body, found.shown, turns, other, t)


def by_work(book: MarkBook, number: int, regulation: Regulation, t: Texts) -> Screen:
    """The marks of a period by the kinds of their works, the weightiest first, so many a page."""
    student, period = book.child.student_id, period_id(book)
    heaviest: dict[str, Decimal] = {}
    for given in _newest_first(book):
        heaviest[given.kind] = max(heaviest.get(given.kind, given.weight), given.weight)
    order = sorted(_newest_first(book), key=lambda given: (-heaviest[given.kind], given.kind))
    found = page_of(order, number, PAGE)
    turns = found.turns(lambda page: WorksCb(student=student, period=period, page=page).pack(), t)
    body = _by_kind(found.shown, order, regulation, t)
    other = Button(t("By date"), DatesCb(student=student, period=period, page=0).pack())
    return _listed(book, body, found.shown, turns, other, t)


def marks_of(found: MarkList, regulation: Regulation, t: Texts) -> Screen:
    """The marks of some days, as asked for in plain words."""
    about = span_name(found.span, t)
    if found.subject is not None:
        about = t("{subject}, {days}", subject=inside(found.subject), days=about)
    shown = found.marks[:PAGE]
    return screen(
        bold(t("{child}: marks, {period}", child=found.child.first_name, period=about)),
        *(_by_day(shown, regulation, t) or [t("No marks in these days.")]),
        owed_sign(shown, t),
        t("The {count} newest are shown.", count=PAGE) if len(found.marks) > PAGE else None,
        rows=(
            *grid(_openers(shown, 0, t)),
            way_back(t, Button(t("All marks"), to_page(found.child.student_id, Look.MARKS))),
        ),
    )


def which_mark(found: Sequence[tuple[Child, Mark]], t: Texts) -> Screen:
    """Several marks fit what was asked: whose, and which."""
    buttons = [
        Button(f"{child.first_name}: {mark_line(mark, t)}", MarkCb(mark=mark.id).pack())
        for child, mark in found[:SOME]
    ]
    return screen(t("Which mark is it about?"), rows=(*grid(buttons, 1), way_back(t)))


def _listed(
    book: MarkBook, body: Sequence[str | Table], shown: Sequence[Mark], turns: Row, other: Button, t: Texts
) -> Screen:
    """The marks of a period one by one; `other` leads to another order of them."""
    student, period = book.child.student_id, period_id(book)
    return screen(
        bold(t("{child}: marks, {period}", child=book.child.first_name, period=period_name(book, t))),
        *(body or [none_yet(book, t)]),
        owed_sign(shown, t),
        rows=(
            *grid(_openers(shown, period, t)),
            turns,
            way_back(t, Button(t("By subject"), to_page(student, Look.MARKS, period)), other),
        ),
    )


def _newest_first(book: MarkBook) -> list[Mark]:
    every = (mark for item in book.subjects for mark in item.marks)
    return sorted(every, key=lambda mark: (mark.date, mark.id), reverse=True)


def _by_day(shown: Iterable[Mark], regulation: Regulation, t: Texts) -> list[str | Table]:
    def day(mark: Mark) -> date:
        return mark.date

    columns = (Column(t("Subject")), Column(t("Mark"), short=True), Column(t("Work")))

    def row(mark: Mark) -> Line:
        work = work_of(mark, regulation, t)
        said = t("{subject}: {mark}, {work}", subject=mark.subject, mark=mark.value, work=work)
        return line(said, mark.subject, mark.value, work)

    return [
        part
        for when, found in groupby(shown, day)
        for part in ("", bold(opening(t.weekday(when))), Table(columns, tuple(map(row, found))))
    ]


def _by_kind(shown: Iterable[Mark], every: Sequence[Mark], regulation: Regulation, t: Texts) -> list[str]:
    """Marks under the kind of their works, with the average of all works of that kind."""

    def kind(mark: Mark) -> str:
        return mark.kind

    means = {name: average(found) for name, found in groupby(every, kind)}
    return [
        line
        for name, found in groupby(shown, kind)
        for line in (
            "",
            bold(_kind_head(name, means[name], regulation, t)),
            *(f"{m.subject}: {m.value} ({t.short_day(m.date)}){_titled(m)}" for m in found),
        )
    ]


def _kind_head(kind: str, mean: Decimal | None, regulation: Regulation, t: Texts) -> str:
    named = opening(work_name(kind, regulation, t))
    if mean is None:
        return named
    return t("{marks} (average {average})", marks=named, average=t.average(mean))


def _titled(mark: Mark) -> str:
    return f", {mark.title}" if mark.title else ""


def _openers(shown: Sequence[Mark], period: int, t: Texts) -> list[Button]:
    """Few marks open each; of many, the newest that say more than the list does."""
    chosen = shown if len(shown) <= OPENED else [mark for mark in shown if _says_more(mark)][:OPENED]
    return [
        Button(
            t("{mark} · {subject}, {day}", mark=mark.value, subject=mark.subject, day=t.short_day(mark.date)),
            MarkCb(mark=mark.id, period=period).pack(),
        )
        for mark in chosen
    ]


def _says_more(mark: Mark) -> bool:
    """Whether there is a comment to read, a correction to see or a work to do again."""
    return bool(mark.comment or mark.revision or mark.retake_until or mark.value == DEBT)
