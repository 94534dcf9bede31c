"""Screens of the imports area: the page, the preview, what was done."""

from collections.abc import Collection, Iterable

from markupsafe import Markup

from handlers.errors import by_clause
from handlers.home.callbacks import HOME
from handlers.imports.callbacks import ALL, IMPORTS, MARK_LENGTH, ImportAct, ImportCb, TemplateCb
from handlers.imports.details import book
from handlers.imports.words import kind_name, problem_line
from handlers.screen import Button, File, Row, Screen, Style, bold, grid, italic, screen
from journal.imports.difference import Difference
from journal.imports.loading import Preview
from journal.imports.problems import Problem, Severity
from journal.imports.rows import Kind
from journal.imports.sheets import SHEETS
from journal.lessons.bells import LateBell
from locales.texts import Texts
from reports.templates import template

_LISTED = 6
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def page(sheets: Collection[str], late: Iterable[LateBell], t: Texts) -> Screen:
    """What can be loaded, the templates the reader may fill in, and where bells and deadlines disagree."""
    templates = [
        Button(sheet.title, TemplateCb(name=sheet.name).pack()) for sheet in SHEETS if sheet.name in sheets
    ]
    everything = [Button(t("All sheets in one workbook"), TemplateCb(name=ALL).pack())]
    return screen(
        bold(t("Load a file")),
        t("Send me a file as a document. I read:"),
        t("• timetables of aSc (XML),"),
        t("• lists of OneRoster (CSV files in one zip),"),
        t("• our own templates: take one below and fill it in."),
        t("First I show what would change. Nothing is saved until you confirm."),
        *(_rung_late(one, t) for one in late),
        rows=(
            *grid(templates),
            everything if len(templates) == len(SHEETS) else [],
            _home(t),
        ),
    )


def _rung_late(late: LateBell, t: Texts) -> Markup:
    """A standing warning: the timetable and the regulation were never laid side by side."""
    said = t(
        "Shift {shift}: lesson {slot} ends at {ends}, the school's deadline is {due}. "
        "From that lesson on pages are due by the end of the day.",
        shift=late.shift,
        slot=late.bell.slot,
        ends=t.clock(late.bell.ends),
        due=t.clock(late.due),
    )
    return italic(by_clause(said, late.clause, t))


def empty_template(name: str, t: Texts) -> Screen:
    """A template as a document."""
    sheet = next((each for each in SHEETS if each.name == name), None)
    title = sheet.title if sheet else t("School's lists")
    return screen(
        t("Fill it in and send it back. The last sheet explains the columns."),
        file=File(f"{title}.xlsx", template([sheet.name] if sheet else None)),
        rows=[_back(t)],
    )


def preview(shown: Preview, t: Texts) -> Screen:
    """What confirming would do, the worst problems, and the decision."""
    change = shown.change
    return screen(
        bold(shown.file),
        *_effect(change, t),
        *_leaving(change, t),
        *_problems(change, t),
        None if change.empty else t("Nothing is saved until you confirm."),
        rows=_decisions(shown, t),
    )


def applied(change: Difference, t: Texts) -> Screen:
    """Done, and what was done."""
    return screen(bold(t("Saved.")), *_effect(change, t), rows=[_back(t), _home(t)])


def discarded(t: Texts) -> Screen:
    return screen(t("All right, nothing was changed."), rows=[_back(t), _home(t)])


def details(shown: Preview, t: Texts) -> Screen:
    """Every change and every remark as a workbook."""
    return screen(
        t("Everything in detail: what is added, changed and closed, and all remarks."),
        file=File(t("Preview.xlsx"), book(shown.change, t)),
    )


def _effect(change: Difference, t: Texts) -> list[str]:
    """`Ученики: новых 25, изменится 3, закроется 1`, a line a kind."""
    if change.empty:
        return [t("This file changes nothing: everything is like this already.")]
    return [_line(kind, numbers, t) for kind, numbers in change.counts().items()]


def _line(kind: Kind, numbers: tuple[int, int, int], t: Texts) -> str:
    added, changed, gone = numbers
    parts = [
        t("new {count}", count=added) if added else None,
        t("changed {count}", count=changed) if changed else None,
        t("closed {count}", count=gone) if gone else None,
    ]
    return t("{kind}: {numbers}", kind=kind_name(kind, t), numbers=", ".join(part for part in parts if part))


def _leaving(change: Difference, t: Texts) -> list[str]:
    """The people who would leave, by name: the part of a preview that must not be overlooked."""
    lines = []
    for kind in (Kind.STUDENT, Kind.STAFF, Kind.CLASS):
        names = [stored.row.label for stored in change.gone.get(kind, ())]
        if names:
            shown = ", ".join(names[:_LISTED])
            more = len(names) - _LISTED
            what = t("{kind}, closed: {names}", kind=kind_name(kind, t), names=shown)
            lines.append(t("{what} and {count} more", what=what, count=more) if more > 0 else what)
    return lines


def _problems(change: Difference, t: Texts) -> list[str]:
    """How many, and the worst of them."""
    if not change.problems:
        return []
    worst = sorted(change.problems, key=lambda each: _ORDER[each.severity])
    errors = _count(worst, Severity.ERROR)
    heading = t("Errors: {errors}, remarks: {remarks}.", errors=errors, remarks=len(worst) - errors)
    lines = ["", heading, *(problem_line(each, t) for each in worst[:_LISTED])]
    if len(worst) > _LISTED:
        lines.append(t("The others are in the detailed file."))
    return lines


def _count(problems: list[Problem], severity: Severity) -> int:
    return sum(each.severity is severity for each in problems)


def _decisions(shown: Preview, t: Texts) -> list[Row]:
    change = shown.change

    def button(label: str, act: ImportAct, style: Style | None = None) -> Button:
        mark = change.fingerprint[:MARK_LENGTH]
        return Button(label, ImportCb(draft=shown.id, act=act, mark=mark).pack(), style=style)

    rows: list[Row] = []
    if not change.empty:
        rows.append((button(t("Apply"), ImportAct.CONFIRM, Style.GOOD),))
    if change.gone:
        rows.append((button(t("Keep what is missing"), ImportAct.NO_CLOSING),))
    elif not shown.closing:
        rows.append((button(t("Close what is missing"), ImportAct.CLOSING),))
    if not change.empty or change.problems:
        rows.append((button(t("In detail, as a file"), ImportAct.DETAILS),))
    rows.append((button(t("Do not load"), ImportAct.DISCARD),))
    return rows


def _back(t: Texts) -> Row:
    return (Button(t("Load a file"), IMPORTS),)


def _home(t: Texts) -> Row:
    return (Button(t("Home"), HOME),)
