"""The teacher's screens of period marks: own pages, the sheet, one student, the preview, what Save did."""

from collections.abc import Sequence
from datetime import datetime

from handlers.attendance.screens import names
from handlers.audit import buttons as audit_buttons
from handlers.audit.callbacks import Of
from handlers.deadlines import due
from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.paging import Page, page_of
from handlers.periods import words
from handlers.periods.callbacks import (
    OWN_PAGES,
    AcceptCb,
    ChoiceCb,
    OwnPagesCb,
    SheetAct,
    SheetActCb,
    fields,
    sheet_data,
)
from handlers.periods.requests import ask_window
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from handlers.table import Column, Line, Table, line
from journal.context import Ctx
from journal.model.marks import ResultKind
from journal.model.periods import Assessment, PageProgress, PageState, Place, Shelf
from journal.model.results import ResultRow, ResultSheet
from locales.texts import Texts
from locales.words import inside, opening

# So many students stand on one part of the list.
STUDENTS = 20


def own_pages(found: Shelf | None, known: Sequence[Assessment], ctx: Ctx, t: Texts) -> Screen:
    """The own pages with what is left, and the other assessments of the year."""
    if found is None:
        empty = t("No {term.subject.english} of yours is marked for a period this year.")
        return screen(bold(t("Period marks")), empty, rows=((back(t),),))
    one = found.assessment
    left = sum(item.left for item in found.pages)
    buttons = [(Button(progress(item, t), sheet_data(place_of_page(item, one))),) for item in found.pages]
    others = [
        Button(
            opening(words.named(other, t)), OwnPagesCb(kind=other.kind, period=other.period_id or 0).pack()
        )
        for other in known
        if other.code != one.code
    ]
    return screen(
        bold(t("Period marks: {period}", period=words.named(one, t))),
        last_day(found, ctx, t),
        _left(left, found, t),
        rows=(*buttons, *grid(others, 3), (back(t),)),
    )


def sheet(found: ResultSheet, number: int, ctx: Ctx, t: Texts) -> Screen:
    """The list: average, number and forms of marks, the mark suggested; a tap takes it."""
    part = page_of(found.rows, number, STUDENTS)
    place = found.place

    def to(other: int) -> str:
        return sheet_data(place, other)

    return screen(
        bold(words.title(found.page, found.assessment, t)),
        *standing(found, ctx, t),
        _table(part, t) if found.rows else t("No {term.student.english_plural} here on these days."),
        _never(found, t),
        rows=(
            *grid(_students(found, part)),
            part.turns(to, t),
            *_footer(found, part.number, t),
            (audit_buttons.history(Of.RESULTS, found.page.unit_id, t, sub=found.page.subject_id),),
            (Button(t("Other pages"), to_own(found)), back(t)),
        ),
    )


def window(one: Assessment, until: datetime | None, ctx: Ctx, t: Texts) -> str | None:
    """`Выставить до конца 23 октября (приказ № 87-о).`"""
    if until is None:
        return None
    said = due(until, ctx.today, ctx.school.zone, t)
    if one.order_number and one.ordered_on:
        return t("To be set by {time} (order {number}).", time=said, number=one.order_number)
    return t("To be set by {time}.", time=said)


def closed(ctx: Ctx, t: Texts) -> str:
    """Why nothing changes on a page any more."""
    said = t("Every mark is set: the page is closed, and the marks of these days with it.")
    return by_clause(said, ctx.regulation.clause("entry.edit_lock"), t)


def place_of_page(item: PageProgress, one: Assessment) -> Place:
    return Place(item.page.unit_id, item.page.subject_id, one.kind, one.period_id or 0)


def to_own(found: ResultSheet) -> str:
    one = found.assessment
    return (
        OwnPagesCb(kind=one.kind, period=one.period_id or 0).pack()
        if one.period_id or one.kind is not ResultKind.PERIOD
        else OWN_PAGES
    )


def progress(item: PageProgress, t: Texts) -> str:
    """`7Б, алгебра · 12 из 27`, a sign where it is done."""
    page = f"{item.page.unit_name}, {inside(item.page.subject)}"
    if item.state is PageState.CLOSED:
        return f"✓ {page}"
    said = t("{given} of {students}", given=item.given, students=item.students)
    return f"{page} · {said}"


def _left(left: int, found: Shelf, t: Texts) -> str:
    if not found.pages:
        return t("There is nothing to be set for it.")
    return t("Marks still to be set: {count}.", count=left) if left else t("Every mark is set.")


def last_day(found: Shelf, ctx: Ctx, t: Texts) -> str | None:
    """Until when marks are to be set, from when on they can be, or that it is over."""
    if found.verdict.allowed:
        return window(found.assessment, found.verdict.until, ctx, t)
    return _shut(found, ctx, t)


def figures_table(found: ResultSheet, t: Texts) -> Table:
    """Everybody's figures with what is set or suggested."""
    return _table(page_of(found.rows, 0, max(1, len(found.rows))), t)


def _shut(found: Shelf, ctx: Ctx, t: Texts) -> str | None:
    """When the window opens, or that it is over."""
    verdict = found.verdict
    if verdict.allowed or verdict.until is None:
        return None
    zone = ctx.school.zone
    if verdict.code == "results_too_early":
        said = t("To be set from {day} on.", day=t.day(verdict.until.astimezone(zone).date()))
    else:
        said = t("The time for it was {time}.", time=due(verdict.until, ctx.today, zone, t))
    return by_clause(said, verdict.clause, t)


def standing(found: ResultSheet, ctx: Ctx, t: Texts) -> list[str]:
    """Whether the page is open, until when, and by what."""
    if found.state is PageState.CLOSED:
        return [closed(ctx, t)]
    shut = _shut(Shelf(found.assessment, found.verdict, ()), ctx, t)
    if shut is not None:
        clause = found.verdict.clause
        return [shut, *([quote(clause.words)] if clause and clause.words else [])]
    said = window(found.assessment, found.verdict.until, ctx, t)
    return [said] if said else []


def is_open(found: ResultSheet) -> bool:
    return found.verdict.allowed and found.state is not PageState.CLOSED


def way_on(found: ResultSheet, t: Texts) -> Row:
    return (ask_window(found.place, t),)


def _labelled(part: Page[ResultRow]) -> list[tuple[ResultRow, str]]:
    return list(zip(part.shown, names([row.student for row in part.shown]), strict=True))


def _table(part: Page[ResultRow], t: Texts) -> Table:
    columns = (
        Column(t("Student")),
        Column(t("Average"), short=True),
        Column(t("Marks"), short=True),
        Column(t("Forms"), short=True),
        Column(t.context("column", "result"), short=True),
    )
    return Table(columns, tuple(_line(row, label, t) for row, label in _labelled(part)))


def _line(row: ResultRow, label: str, t: Texts) -> Line:
    """`Ёлкин Б.: 4,35 · 6 (письм. 2, устн. 4) → 4`."""
    figures = row.grounds.figures
    forms = words.forms(figures, t)
    basis = words.average(row.grounds, t)
    counted = f"{figures.count} ({forms})" if forms else str(figures.count)
    mark = _mark(row)
    doubt = words.doubt(row.flaws, figures.count, t)
    said = t(
        "{student}: {average} · marks {count} → {mark}",
        student=label,
        average=basis,
        count=counted,
        mark=mark,
    )
    return line(
        f"{said} ({doubt})" if doubt else said,
        label,
        basis,
        str(figures.count),
        forms,
        f"{mark} ⚠" if doubt else mark,
    )


def _mark(row: ResultRow) -> str:
    """The mark that is set, chosen or suggested, with its sign."""
    if row.choice is not None:
        return f"✓ {row.choice.value}"
    if row.given is not None:
        return row.given.value
    return f"{row.grounds.suggested}?" if row.grounds.suggested else "–"


def _students(found: ResultSheet, part: Page[ResultRow]) -> list[Button]:
    if not is_open(found):
        return []
    return [_student(found, row, label, part.number) for row, label in _labelled(part)]


def _student(found: ResultSheet, row: ResultRow, label: str, number: int) -> Button:
    """A tap takes the suggested mark; what is taken, set or doubtful opens with every value."""
    common = {"student": row.student.id, **fields(found.place, number)}
    if row.acceptable:
        return Button(f"{label} → {row.grounds.suggested}", AcceptCb(**common).pack())
    other = ChoiceCb(**common).pack()
    if row.choice is not None:
        return Button(f"✓ {label} · {row.choice.value}", other, style=Style.GOOD)
    return Button(f"{label} · {row.given.value}" if row.given else f"⚠ {label}", other)


def _footer(found: ResultSheet, number: int, t: Texts) -> tuple[Row, ...]:
    place, posted = found.place, found.draft.posted
    if not is_open(found):
        return (way_on(found, t),)
    rows: list[Row] = []
    if found.acceptable:
        label = t("Take all suggested ({count})", count=len(found.acceptable))
        rows.append((Button(label, act_data(place, SheetAct.ACCEPT_ALL, posted, number), style=Style.GOOD),))
    if found.chosen:
        label = t("Check and save ({count})", count=len(found.chosen))
        rows.append((Button(label, act_data(place, SheetAct.PREVIEW, posted, number), style=Style.MAIN),))
        rows.append((Button(t("Empty the draft"), act_data(place, SheetAct.CLEAR, posted, number)),))
    return tuple(rows)


def act_data(place: Place, act: SheetAct, posted: int, number: int = 0) -> str:
    return SheetActCb(act=act, posted=posted, **fields(place, number)).pack()


def _never(found: ResultSheet, t: Texts) -> str | None:
    """Forms of work the regulation wants and nobody was given."""
    if not found.never_held:
        return None
    forms = ", ".join(words.form_name(form, t) for form in found.never_held)
    return italic(t("No marks for works of these forms on these days: {forms}.", forms=forms))
