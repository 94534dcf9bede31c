"""Screens of substitutions: a day with the days around it, a month with the hours of each colleague."""

from datetime import date, timedelta

from handlers.deputy.callbacks import CoverSheetCb, SheetAs, UncoveredCb
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, bold, grid, screen
from journal.context import Ctx
from journal.model.covering import Covered, CoverMonth, CoverSheet
from locales.texts import Texts
from locales.words import inside, opening

WEEK = timedelta(days=7)
# So many colleagues are named on the screen; the files have them all.
MOST = 25


def day(made: CoverSheet, t: Texts) -> Screen:
    """The day's substitutions; each day of its week is a tap away."""
    return screen(
        bold(title(made, t)),
        *(f"• {line.lesson.slot}. {said(line, t)}" for line in made.lines),
        None if made.lines else t("No substitutions on this day."),
        rows=(
            _files(made.day, t, month=False) if made.lines else (),
            *grid([_day(one, count, made, t) for one, count in made.week if one != made.day], 3),
            (
                Button(t("‹ Week before"), _to(made.day - WEEK)),
                Button(t("Week after ›"), _to(made.day + WEEK)),
            ),
            (
                Button(t("The month's hours"), _to(made.day, month=True)),
                Button(t("Substitutions"), UncoveredCb().pack()),
            ),
            (back(t),),
        ),
    )


def month(made: CoverMonth, ctx: Ctx, t: Texts) -> Screen:
    """Who gave how many hours for colleagues."""
    first, last = made.span.first, made.span.last
    rest = len(made.hours) - MOST
    cancelled = sum(line.substitute is None for line in made.lines)
    ways = [Button(f"‹ {_named(first - timedelta(days=1), t)}", _to(first - timedelta(days=1), month=True))]
    if last < ctx.today:
        after = last + timedelta(days=1)
        ways.append(Button(f"{_named(after, t)} ›", _to(after, month=True)))
    return screen(
        bold(month_title(made, t)),
        t("Lessons given for colleagues: {count}.", count=sum(count for _, count in made.hours)),
        t("Cancelled: {count}.", count=cancelled) if cancelled else None,
        *(f"• {person.full}: {count}" for person, count in made.hours[:MOST]),
        t("And {count} more in the file.", count=rest) if rest > 0 else None,
        rows=(
            _files(first, t, month=True) if made.lines else (),
            tuple(ways),
            (Button(t("Sheet of substitutions"), _to(min(max(ctx.today, first), last))), back(t)),
        ),
    )


def title(made: CoverSheet, t: Texts) -> str:
    return t("Sheet of substitutions: {day}", day=t.weekday(made.day))


def month_title(made: CoverMonth, t: Texts) -> str:
    first = made.span.first
    return t("Hours of substitutions: {month} {year}", month=t.month_name(first), year=first.year)


def said(line: Covered, t: Texts) -> str:
    """`7Б, алгебра, Кузнецова А. С. → Белова М. И.`, what stands in its place, or that it is cancelled."""
    lesson = line.lesson
    before = f"{lesson.unit_name}, {inside(lesson.subject)}"
    if line.teacher is not None:
        before = f"{before}, {line.teacher.short}"
    return f"{before} → {became(line, t)}"


def became(line: Covered, t: Texts) -> str:
    """Who gives the lesson, what is given instead and by whom, or that it is cancelled."""
    by = line.substitute.short if line.substitute else ""
    if line.instead is None:
        return by or t("cancelled")
    return f"{inside(line.instead.subject)}, {by}" if by else inside(line.instead.subject)


def _day(one: date, count: int, made: CoverSheet, t: Texts) -> Button:
    label = t.dated(one)
    return Button(f"{label} · {count}" if count else label, _to(one))


def _files(on: date, t: Texts, *, month: bool) -> Row:
    return (
        Button(t("Print (PDF)"), _to(on, month=month, form=SheetAs.PRINTED)),
        Button(t("Table (XLSX)"), _to(on, month=month, form=SheetAs.TABLE)),
    )


def _named(on: date, t: Texts) -> str:
    return opening(t.month_name(on))


def _to(on: date, *, month: bool = False, form: SheetAs = SheetAs.SHOWN) -> str:
    return CoverSheetCb(day=on.toordinal(), month=month, form=form).pack()
