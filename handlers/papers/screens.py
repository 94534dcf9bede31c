"""Screens of the papers of a class: the week's printouts, whose they are, and what was handed over."""

from collections.abc import Sequence

from handlers.attendance.screens import names
from handlers.classroom.callbacks import ClassCb
from handlers.home.screens import back
from handlers.papers.callbacks import (
    AskWeekCb,
    HandedCb,
    LetterToCb,
    PapersCb,
    PrintWeekCb,
    ReportCb,
    RequestsCb,
    WeekCb,
    WithoutPhoneCb,
)
from handlers.screen import Button, File, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.context import Ctx
from journal.model.papers import PrintedWeek, Sheet, WithoutPhone
from journal.model.people import Unit
from journal.model.span import week_of
from journal.papers.requests import prints
from journal.papers.weekly import Pages, weekly
from journal.regulation import Regulation
from journal.regulation.values import Printout
from locales.texts import Texts


def units(found: Sequence[Unit], waiting: int, ctx: Ctx, t: Texts) -> Screen:
    """Which of several classes; for whoever prints, what waits to be printed."""
    buttons = [Button(unit.name, PapersCb(unit=unit.id).pack()) for unit in found]
    return screen(
        bold(t("Papers and reports")),
        t("Choose a {term.unit.english}.") if found else t("No {term.unit.english} is in your hands yet."),
        rows=(
            (Button(t("To be printed: {count}", count=waiting), RequestsCb().pack(), style=Style.MAIN),)
            if prints(ctx)
            else (),
            *grid(buttons, 4),
            (back(t),),
        ),
    )


def papers(found: PrintedWeek, ctx: Ctx, t: Texts) -> Screen:
    """Everything that is made on paper for a class."""
    unit = found.unit.id
    return screen(
        bold(t("{unit}: papers and reports", unit=found.unit.name)),
        _state(found, t),
        rows=(
            (Button(t("Printouts of the week"), WeekCb(unit=unit).pack(), style=Style.MAIN),),
            (
                Button(t("Whom to print for"), WithoutPhoneCb(unit=unit).pack()),
                Button(t("Letter to parents"), LetterToCb(unit=unit).pack()),
            ),
            (
                Button(t("Report of the class"), ReportCb(unit=unit).pack()),
                Button(t("My requests to print"), RequestsCb(own=True).pack()),
            ),
            (Button(t("The class's day"), ClassCb(unit=unit).pack()), back(t)),
        ),
    )


def week(found: PrintedWeek, ctx: Ctx, t: Texts) -> Screen:
    """The week's papers: one file, and a tick for each that was handed over."""
    return screen(
        bold(t("{unit}: printouts, {days}", unit=found.unit.name, days=_days(found, t))),
        *([_state(found, t), *(_line(one, ctx, t) for one in found.sheets)] if found.sheets else _nobody(t)),
        None if found.current or not found.sheets else italic(t("An earlier week, as it is known today.")),
        *_earlier(found, t),
        _rule(ctx.regulation, t),
        rows=(*_ticks(found, t), *_weeks(found, t), *_ways(found, t), _home(found.unit, t)),
    )


def file(found: Pages, content: bytes, t: Texts) -> Screen:
    """The file to be printed; to be pressed where paper is."""
    name = t("week {unit} {day}.pdf", unit=found.unit.name, day=t.short_day(found.span.first))
    children = ", ".join(f"{one.child.last_name} {one.child.first_name}" for one in found.children)
    return screen(
        bold(t("{unit}: results of the week", unit=found.unit.name)),
        t("A page for each: {names}.", names=children),
        file=File(name, content),
    )


def without_phone(unit: Unit, found: Sequence[WithoutPhone], ctx: Ctx, t: Texts) -> Screen:
    """The class list: for whom results are printed; a tap turns it."""
    return screen(
        bold(t("{unit}: whom to print for", unit=unit.name)),
        t("Families without the bot get the results on paper. Tap a name to print for it, or no longer."),
        _refused(found, t),
        _unconnected(found, t),
        _rule(ctx.regulation, t),
        rows=(
            *grid(_turn(unit, one) for one in found),
            (Button(t("Printouts of the week"), WeekCb(unit=unit.id).pack(), style=Style.MAIN),),
            _home(unit, t),
        ),
    )


def _turn(unit: Unit, one: WithoutPhone) -> Button:
    data = WithoutPhoneCb(unit=unit.id, student=one.student.id, printed=not one.printed)
    return Button(f"{'☑' if one.printed else '☐'} {one.student.listed}", data.pack())


def _refused(found: Sequence[WithoutPhone], t: Texts) -> str | None:
    people = [one.student for one in found if one.refused]
    if not people:
        return None
    return t("Refused the diary, paper is due to them: {names}", names=", ".join(names(people)))


def _unconnected(found: Sequence[WithoutPhone], t: Texts) -> str | None:
    people = [one.student for one in found if not one.connected and not one.printed]
    return t("Not connected: {names}", names=", ".join(names(people))) if people else None


def _state(found: PrintedWeek, t: Texts) -> str | None:
    if not found.sheets:
        return None
    return t("Handed over: {count} of {total}.", count=found.handed, total=len(found.sheets))


def _days(found: PrintedWeek, t: Texts) -> str:
    return t.days(found.span.first, found.span.last)


def _nobody(t: Texts) -> list[str]:
    return [
        t("Nobody's results are printed this week."),
        t("Name the families without a phone, and their papers are made each week."),
    ]


def _line(one: Sheet, ctx: Ctx, t: Texts) -> str:
    if one.handed is None:
        return f"☐ {one.student.listed}"
    day = t.short_day(ctx.school.day(one.handed.at))
    return t(
        "☑ {student}: handed over {day}, {who}", student=one.student.listed, day=day, who=one.handed.by.short
    )


def _earlier(found: PrintedWeek, t: Texts) -> list[str]:
    if not found.before:
        return []
    said = [
        t("{days}: {count} of {total}", days=t.days(week, week_of(week).last), count=handed, total=total)
        for week, handed, total in found.before
    ]
    return ["", t("Earlier weeks, handed over:"), *said]


def _rule(regulation: Regulation, t: Texts) -> str | None:
    """When paper is due by the school's rules, and the clause."""
    clause = regulation.clause("access.offline_printout")
    if clause.words:
        return quote(clause.words)
    if not weekly(regulation):
        return italic(t("By the school's rules paper is made when it is needed."))
    if regulation.access.offline_printout is Printout.WEEKLY_FOR_REFUSERS:
        return italic(t("By the school's rules: each week, for families that refused the diary."))
    return italic(t("By the school's rules: each week, for families that asked."))


def _ticks(found: PrintedWeek, t: Texts) -> list[Row]:
    """A tap says that the paper is with the family, another takes it back."""
    unit, day = found.unit.id, found.span.first.toordinal()
    buttons = [
        Button(
            f"{'☑' if one.handed else '☐'} {one.student.listed}",
            HandedCb(unit=unit, day=day, student=one.student.id, handed=one.handed is None).pack(),
        )
        for one in found.sheets
    ]
    waiting = len(found.sheets) - found.handed
    everybody = Button(t("All handed over"), HandedCb(unit=unit, day=day, student=0).pack(), style=Style.GOOD)
    return [*grid(buttons), (everybody,) if waiting > 1 else ()]


def _weeks(found: PrintedWeek, t: Texts) -> list[Row]:
    unit = found.unit.id
    before = (Button(t("‹ The week before"), WeekCb(unit=unit, day=found.span.first.toordinal() - 7).pack()),)
    this = (Button(t("This week"), WeekCb(unit=unit).pack()),)
    return [before if found.current else (*before, *this)]


def _ways(found: PrintedWeek, t: Texts) -> list[Row]:
    unit, day = found.unit.id, found.span.first.toordinal()
    print_ = Button(t("Print: one file"), PrintWeekCb(unit=unit, day=day).pack(), style=Style.MAIN)
    office = Button(t("Ask the office to print it"), AskWeekCb(unit=unit, day=day).pack())
    whom = Button(t("Whom to print for"), WithoutPhoneCb(unit=unit).pack())
    return [(print_,) if found.sheets else (), (whom, office) if found.sheets else (whom,)]


def _home(unit: Unit, t: Texts) -> Row:
    return (
        Button(t("All papers"), PapersCb(unit=unit.id).pack()),
        back(t),
    )
