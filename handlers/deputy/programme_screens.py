"""Screens of the programme: the school's figures, its subjects, its classes, and the pages of one of them."""

from collections.abc import Iterable, Mapping

from handlers.deputy.callbacks import MORNING, MissingPlansCb, ProgrammeCb, ProgrammeFileCb, View
from handlers.deputy.programme_words import (
    Chosen,
    choose,
    classes,
    days,
    named,
    signed,
    standing,
    subjects,
    teachers,
)
from handlers.diary.screens.parts import period_title
from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.menu import reaches
from handlers.paging import page_of
from handlers.plans.callbacks import to_plan
from handlers.screen import Button, Row, Screen, bold, grid, italic, screen
from handlers.table import Column, Table, line
from journal.context import Ctx
from journal.model.programme import PageProgramme, Programme
from journal.policy import Permission
from journal.regulation.values import PlanHours
from locales.texts import Texts

# Of the pages that are behind so many are named at once; of one subject or class, and of subjects or classes.
WORST, PAGES, GROUPS = 8, 24, 60


def programme(found: Programme, asked: ProgrammeCb, ctx: Ctx, t: Texts) -> Screen:
    """Whatever was asked for; a subject or class that is gone leads to all."""
    match asked.view:
        case View.SUBJECTS:
            return _groups(found, asked, subjects(found), View.SUBJECT, t)
        case View.CLASSES:
            return _groups(found, asked, classes(found), View.CLASS, t)
        case View.SUBJECT | View.CLASS | View.DIFFERING if (chosen := choose(found, asked, t)).pages:
            return _pages(found, asked, chosen, ctx, t)
    return _all(found, ctx, t)


def _all(found: Programme, ctx: Ctx, t: Texts) -> Screen:
    behind = found.behind
    rest = len(behind) - WORST
    return screen(
        bold(t("Programme fulfilment")),
        italic(days(found, t)),
        *_summary(found, t),
        *(f"• {named(one)}: {standing(one, t)}. {teachers(one)}" for one in behind[:WORST]),
        t("And {count} more: by subject or by class.", count=rest) if rest > 0 else None,
        rows=(
            (
                Button(t("By subject"), _to(found, View.SUBJECTS)),
                Button(t("By class"), _to(found, View.CLASSES)),
            )
            if found.pages
            else (),
            _doubts(found, t),
            *_files(found, ProgrammeCb(), t),
            *_periods(found, t),
            (*_day(ctx, t), back(t)),
        ),
    )


def _day(ctx: Ctx, t: Texts) -> Row:
    """The way to the deputy head's day, for whom there is one."""
    return (
        (Button(t("The {term.institution.english}'s day"), MORNING),)
        if reaches(ctx, Permission.OPEN_ENTRY)
        else ()
    )


def _summary(found: Programme, t: Texts) -> list[str]:
    if not found.pages:
        return [t("There is no workload in the journal yet: nothing to compare.")]
    given = sum(one.fulfilment.given for one in found.pages)
    planned = sum(one.fulfilment.planned for one in found.pages)
    said = [
        t("Lessons given: {given} of {planned} planned by now.", given=given, planned=planned),
        t(
            "Pages: {pages}, behind: {behind}, ahead: {ahead}.",
            pages=len(found.pages),
            behind=len(found.behind),
            ahead=len(found.ahead),
        ),
    ]
    return said if found.behind else [*said, t("Nobody is behind.")]


def _groups(
    found: Programme, asked: ProgrammeCb, groups: Mapping[int, tuple[str, int]], one: View, t: Texts
) -> Screen:
    """A button for each; how many of its pages are behind stands on it."""
    part = page_of(list(groups.items()), asked.page, GROUPS)
    buttons = [
        Button(t("{name} · behind {count}", name=name, count=late) if late else name, _to(found, one, number))
        for number, (name, late) in part.shown
    ]
    return screen(
        bold(t("Programme fulfilment")),
        italic(days(found, t)),
        t("Which subject?") if one is View.SUBJECT else t("Which class?"),
        rows=(
            *grid(buttons, 2 if one is View.SUBJECT else 3),
            part.turns(lambda page: _to(found, asked.view, page=page), t),
            (Button(t("All subjects and classes"), _to(found, View.ALL)), back(t)),
        ),
    )


def _pages(found: Programme, asked: ProgrammeCb, chosen: Chosen, ctx: Ctx, t: Texts) -> Screen:
    """The pages of a subject or class, a line each, as a table where the messenger has them."""
    part = page_of(chosen.pages, asked.page, PAGES)
    up = {View.SUBJECT: View.SUBJECTS, View.CLASS: View.CLASSES}.get(asked.view, View.ALL)
    table = _hours(part.shown, t) if asked.view is View.DIFFERING else _figures(part.shown, asked.view, t)
    return screen(
        bold(chosen.head),
        _rule(ctx, t) if asked.view is View.DIFFERING else italic(days(found, t)),
        table,
        rows=(
            *_plans(part.shown, asked.view, ctx, t),
            *_files(found, asked, t),
            part.turns(lambda page: _to(found, asked.view, asked.of, page), t),
            (Button(t("Back"), _to(found, up)), back(t)),
        ),
    )


def _plans(pages: Iterable[PageProgramme], view: View, ctx: Ctx, t: Texts) -> tuple[Row, ...]:
    """The plans themselves, for whoever may read and copy any."""
    if not reaches(ctx, Permission.REUSE_PLAN):
        return ()
    buttons = [
        Button(
            t("Plan: {page}", page=_label(one, view)),
            to_plan(one.page.unit_id, one.page.subject_id),
        )
        for one in pages
        if one.has_plan
    ]
    return grid(buttons, 3 if view is View.SUBJECT else 2)


def _label(one: PageProgramme, view: View) -> str:
    """What tells a page from the others of its screen."""
    if view is View.SUBJECT:
        return one.page.unit_name
    return _of_class(one) if view is View.CLASS else named(one)


def _figures(pages: Iterable[PageProgramme], view: View, t: Texts) -> Table:
    columns = (
        Column(t("Class") if view is View.SUBJECT else t("Subject")),
        Column(t("By plan"), short=True),
        Column(t("Given"), short=True),
        Column("±", short=True),
        Column(t("Left"), short=True),
    )
    lines = []
    for one in pages:
        figures = one.fulfilment
        name = one.page.unit_name if view is View.SUBJECT else _of_class(one)
        left = "–" if figures.left is None else str(figures.left)
        said = [standing(one, t)]
        if figures.left is not None:
            said.append(t("left {count}", count=figures.left))
        lines.append(
            line(
                bold(name) + f": {', '.join(said)}",
                name,
                str(figures.planned),
                str(figures.given),
                signed(one),
                left,
            )
        )
    return Table(columns, tuple(lines))


def _rule(ctx: Ctx, t: Texts) -> str:
    """What the school's rules say of the hours of a plan."""
    if ctx.regulation.periods.plan_hours_check is not PlanHours.EQUAL:
        return italic(t("The school's rules do not ask for equal hours: this is to be looked at."))
    said = t("The hours of a plan are to be those of the curriculum.")
    return italic(by_clause(said, ctx.regulation.clause("periods.plan_hours_check"), t))


def _hours(pages: Iterable[PageProgramme], t: Texts) -> Table:
    """The hours of plans beside those of the curriculum (R-078)."""
    columns = (
        Column(t("Class")),
        Column(t("Plan"), short=True),
        Column(t("Curriculum"), short=True),
    )
    lines = [
        line(
            t(
                "{page}: {hours} h in the plan, {curriculum} h in the curriculum",
                page=named(one),
                hours=one.fulfilment.hours,
                curriculum=one.curriculum,
            ),
            named(one),
            str(one.fulfilment.hours),
            str(one.curriculum),
        )
        for one in pages
    ]
    return Table(columns, tuple(lines))


def _of_class(one: PageProgramme) -> str:
    """A subject of the class; of a subgroup its name too."""
    page = one.page
    return page.subject if page.unit_id == page.class_id else f"{page.subject}, {page.unit_name}"


def _doubts(found: Programme, t: Texts) -> Row:
    """Pages without a plan, and plans with other hours than the curriculum's, where there are any."""
    row: Row = ()
    if found.without:
        label = t("Without a plan ({count})", count=len(found.without))
        row = (Button(label, MissingPlansCb().pack()),)
    if found.differing:
        label = t("Hours differ ({count})", count=len(found.differing))
        row = (*row, Button(label, _to(found, View.DIFFERING)))
    return row


def _files(found: Programme, asked: ProgrammeCb, t: Texts) -> tuple[Row, ...]:
    if not found.pages:
        return ()

    def to(*, printed: bool) -> str:
        period = found.period.id if found.period else 0
        return ProgrammeFileCb(view=asked.view, period=period, of=asked.of, printed=printed).pack()

    return (
        (
            Button(t("Print (PDF)"), to(printed=True)),
            Button(t("Table (XLSX)"), to(printed=False)),
        ),
    )


def _periods(found: Programme, t: Texts) -> tuple[Row, ...]:
    chosen = found.period.id if found.period else 0
    buttons = [
        Button(period_title(one, t), ProgrammeCb(period=one.id).pack())
        for one in found.periods
        if one.id != chosen
    ]
    whole = Button(t("Since the year began"), ProgrammeCb().pack())
    return grid([whole, *buttons] if chosen else buttons)


def _to(found: Programme, view: View, of: int = 0, page: int = 0) -> str:
    period = found.period.id if found.period else 0
    return ProgrammeCb(view=view, period=period, of=of, page=page).pack()
