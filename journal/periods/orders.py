"""The last day of period marks by the institution's order, with its number (R-064)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from journal import gate
from journal.context import Ctx
from journal.dates import read_date
from journal.errors import InvalidError, NotFoundError
from journal.model.marks import ResultKind
from journal.model.periods import Assessment, Order
from journal.model.school import Period
from journal.periods.own import all_assessments
from journal.policy import Permission
from journal.ports import Work
from journal.regulation import Anchor

ALL_GRADES = (1, 11)
LONGEST_NUMBER = 30
YEAR = timedelta(days=365)
_SPAN = r"(\d{1,2})\s*(?:[-–—]\s*(\d{1,2}))?"
_GRADES = re.compile(rf"grades?\s*{_SPAN}|{_SPAN}\s*(?:-?х\s*)?(?:класс\w*|кл\.?|курс\w*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:приказ\w*\s*)?(?:№|#|\bno\.?|\bn\b)\s*([\w./-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OrderBook:
    """The periods of the running year with their orders, and the orders about its other marks.

    `kinds` are those other marks that the regulation has; `by_order` says that it counts the last day from
    the order. `foreign` are periods of a kind that the regulation does not have: nobody is marked for them.
    """

    periods: tuple[Assessment, ...]
    orders: tuple[Order, ...]
    kinds: tuple[ResultKind, ...]
    by_order: bool
    foreign: tuple[Period, ...] = ()

    def period(self, number: int) -> Assessment | None:
        return next((one for one in self.periods if one.period_id == number), None)


@dataclass(frozen=True, slots=True)
class Typed:
    """An order as it was typed: `23.10.2026 № 87-о`, perhaps with grades."""

    due_on: date
    number: str | None
    grades: tuple[int, int]


async def orders(ctx: Ctx) -> OrderBook:
    """Every last day of the running year."""
    async with ctx.reading() as work:
        gate.school(work, Permission.SET_UP_YEAR)
        return await _book(work)


async def ask_order(ctx: Ctx, kind: ResultKind, period_id: int) -> Assessment | None:
    """Ask for the last day and the number of the order; None for what is no period."""
    async with ctx.writing() as work:
        gate.school(work, Permission.SET_UP_YEAR)
        found = _chosen(await _book(work), kind, period_id)
        await work.inputs.expect("result_order", {"kind": str(kind), "period": period_id})
        await work.commit()
        return found


async def set_order(ctx: Ctx, kind: ResultKind, period_id: int, text: str) -> OrderBook:
    """Write the last day as it was typed. Raises `InvalidError("last_day_unclear")` where none is understood.

    A day outside the year is refused as `InvalidError("last_day_outside_the_year")`.
    """
    async with ctx.writing() as work:
        gate.school(work, Permission.SET_UP_YEAR)
        book = await _book(work)
        found = _chosen(book, kind, period_id)
        typed = read_order(text, work.today)
        if typed is None:
            raise InvalidError("last_day_unclear")
        if not _fits(book, found, typed.due_on):
            raise InvalidError("last_day_outside_the_year", day=typed.due_on)
        year = book.periods[0].year_id
        one = found or Assessment(kind, year, typed.due_on, typed.due_on)
        order = Order(kind, typed.due_on, typed.number, *typed.grades)
        await work.serialise("result_order", year)
        await work.periods.set_order(one, order, gate.author(work), work.now)
        await work.inputs.done()
        work.audit(
            "results.order",
            "period" if one.period_id else "year",
            one.period_id or year,
            before={"due_on": one.ordered_on and one.ordered_on.isoformat(), "number": one.order_number},
            after={"kind": str(kind), "due_on": typed.due_on.isoformat(), "number": typed.number},
        )
        after = await _book(work)
        await work.commit()
        return after


def read_order(text: str, today: date) -> Typed | None:
    """The day, the number and the grades of an order as people type them; None without a day. Pure."""
    rest = text
    number = grades = None
    if (match := _NUMBER.search(rest)) is not None:
        number = match[1][:LONGEST_NUMBER]
        rest = rest.replace(match[0], " ")
    if (match := _GRADES.search(rest)) is not None:
        first = int(match[1] or match[3])
        grades = (first, max(first, int(match[2] or match[4] or first)))
        rest = rest.replace(match[0], " ")
    day = read_date(rest.strip(" ,.;:—–-").removeprefix("до ").strip(), today)
    return Typed(day, number, grades or ALL_GRADES) if day is not None else None


async def _book(work: Work) -> OrderBook:
    rules = work.regulation.periods
    known = await all_assessments(work)
    kinds = tuple(kind for kind in ResultKind if kind in rules.results and kind is not ResultKind.PERIOD)
    return OrderBook(
        tuple(one for one in known if one.kind is ResultKind.PERIOD),
        tuple(await work.periods.orders(known[0].year_id)) if known else (),
        kinds if known else (),
        rules.mark_due.anchor is Anchor.ORDER_DATE,
        await _foreign(work),
    )


async def _foreign(work: Work) -> tuple[Period, ...]:
    year = await work.periods.year(work.today)
    known = await work.periods.of_year(year) if year is not None else []
    return tuple(one for one, _ in known if one.kind not in work.regulation.periods.kinds)


def _chosen(book: OrderBook, kind: ResultKind, period_id: int) -> Assessment | None:
    """The period meant; None for marks of the year, exams, final ones."""
    found = book.period(period_id) if kind is ResultKind.PERIOD else None
    if found is None and kind not in book.kinds:
        raise NotFoundError(kind="assessment")
    return found


def _fits(book: OrderBook, one: Assessment | None, day: date) -> bool:
    """The last day lies after the beginning of what it closes, and before the next school year."""
    begins = min(period.starts_on for period in book.periods)
    return (one.starts_on if one else begins) <= day < begins + YEAR
