"""The closing of a period: who has not set what, one page to be looked at, the last days by order."""

from collections.abc import Sequence
from datetime import date

from handlers.home.screens import back
from handlers.paging import page_of
from handlers.periods import words
from handlers.periods.callbacks import (
    BOARD,
    BoardCb,
    OrderCb,
    OrdersCb,
    RemindResultsCb,
    ViewAct,
    ViewResultsCb,
    fields,
)
from handlers.periods.screens import figures_table, last_day, place_of_page, progress, standing
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.context import Ctx
from journal.model.marks import ResultKind
from journal.model.periods import Assessment, Order, PageProgress, PageState
from journal.model.results import ResultSheet
from journal.periods import Board, OrderBook, TeacherPages
from locales.texts import Texts
from locales.words import inside, opening

TEACHERS, PAGES = 12, 40
# So many pages of a teacher are named on the board.
NAMED = 2


def board(found: Board | None, number: int, ctx: Ctx, t: Texts, said: str | None = None) -> Screen:
    """What is left by teacher; one tap reminds all of them. `said` is what a tap just did."""
    if found is None:
        return screen(bold(t("Period marks")), t("No period is assessed this year."), rows=((back(t),),))
    part = page_of(found.gaps, number, TEACHERS)
    shelf = found.shelf
    return screen(
        bold(t("Period marks of the school: {period}", period=words.named(shelf.assessment, t))),
        last_day(shelf, ctx, t),
        _summary(found, t),
        *(_gap(gap, t) for gap in part.shown),
        *(f"• {progress(item, t)}" for item in found.orphans if part.is_last),
        italic(said) if said else None,
        rows=(
            _remind_all(found, t),
            *grid([_open(found, gap) for gap in part.shown]),
            part.turns(lambda other: _to(shelf.assessment, page=other), t),
            *_others(found, t),
            (Button(t("Last days by order"), OrdersCb().pack()),) if found.managed else (),
            (back(t),),
        ),
    )


def teacher(found: Board, gap: TeacherPages, ctx: Ctx, t: Texts, said: str | None = None) -> Screen:
    """One teacher's pages with marks to set; each may be looked at, one tap reminds this teacher."""
    one = found.shelf.assessment
    again = gap.reminded_at is not None and gap.reminded_at > found.peace
    remind = RemindResultsCb(kind=one.kind, period=one.period_id or 0, person=gap.teacher.id).pack()
    label = t("Remind")
    if gap.reminded_at is not None and again:
        label = t("Reminded at {time}", time=t.clock(gap.reminded_at, ctx.school.zone))
    return screen(
        bold(t("{teacher}: {period}", teacher=gap.teacher.short, period=words.named(one, t))),
        last_day(found.shelf, ctx, t),
        *(f"• {progress(item, t)}" for item in gap.pages),
        italic(said) if said else None,
        rows=(
            *grid([_page(item, one) for item in gap.pages[:PAGES]]),
            (Button(label, remind, style=Style.MAIN),) if found.managed else (),
            (Button(t("All teachers"), _to(one)), back(t)),
        ),
    )


def view(found: ResultSheet, ctx: Ctx, t: Texts, *, managed: bool, said: str | None = None) -> Screen:
    """One page to be looked at: figures and what is set; the deputy head opens or closes it."""
    place = found.place
    opens = found.state is PageState.CLOSED or not found.verdict.allowed
    given = any(row.given for row in found.rows)
    rows: list[Row] = []
    if managed and opens:
        data = ViewResultsCb(act=ViewAct.OPEN, **fields(place)).pack()
        rows.append((Button(t("Open to the teacher"), data),))
    elif managed and given:
        data = ViewResultsCb(act=ViewAct.CLOSE, **fields(place)).pack()
        rows.append((Button(t("Close the page"), data),))
    return screen(
        bold(words.title(found.page, found.assessment, t)),
        *standing(found, ctx, t),
        figures_table(found, t) if found.rows else t("No {term.student.english_plural} here on these days."),
        italic(said) if said else None,
        rows=(*rows, (Button(t("All teachers"), _to(found.assessment)), back(t))),
    )


def orders(found: OrderBook, t: Texts, said: str | None = None) -> Screen:
    """Every last day of the year; a tap sets another by order."""
    lines = [_period(one, t) for one in found.periods] + [_order(order, t) for order in found.orders]
    buttons = [
        Button(opening(words.named(one, t)), OrderCb(kind=one.kind, period=one.period_id or 0).pack())
        for one in found.periods
    ]
    buttons += [Button(opening(words.kind_named(kind, t)), OrderCb(kind=kind).pack()) for kind in found.kinds]
    return screen(
        bold(t("Last days of period marks")),
        *(lines or [t("No period is assessed this year.")]),
        None if found.by_order else _by_the_end(t),
        _foreign(found, t),
        italic(said) if said else None,
        rows=(*grid(buttons, 3), (Button(t("Period marks"), BOARD), back(t))),
    )


def ask_order(one: Assessment | None, kind: ResultKind, t: Texts) -> Screen:
    """The question for the last day and the order's number."""
    named = words.named(one, t) if one else words.kind_named(kind, t)
    return screen(
        bold(opening(named)),
        t("Write the last day and the number of the order, for example: 23.10.2026 No. 87"),
        t("Only for some grades: 25.05.2027 No. 12, grades 9–11") if kind is not ResultKind.PERIOD else None,
        rows=((Button(t("Back"), OrdersCb().pack()),),),
    )


def reminded(now: int, t: Texts) -> str:
    """What a tap did."""
    if not now:
        return t("They were reminded less than an hour ago.")
    return t("Teachers reminded: {count}.", count=now)


def _foreign(found: OrderBook, t: Texts) -> str | None:
    """Periods of the school's data that its regulation does not have."""
    names = ", ".join(one.name for one in found.foreign)
    return t("Not by the school's rules, so nobody is marked for: {names}", names=names) if names else None


def _by_the_end(t: Texts) -> str:
    return t("By the school's rules the last day is counted from the end of the period.")


def _summary(found: Board, t: Texts) -> str:
    pages = found.shelf.pages
    if not pages:
        return t("There is nothing to be set for it.")
    done = sum(item.done for item in pages)
    if done == len(pages):
        return t("Every mark of {count} pages is set.", count=len(pages))
    left = sum(item.left for item in pages)
    figures = {"done": done, "pages": len(pages), "left": left}
    return t("Pages set: {done} of {pages}. Marks still to be set: {left}.", **figures)


def _gap(gap: TeacherPages, t: Texts) -> str:
    """`• Кузнецова А. С.: 7Б, алгебра · 12 из 27`; of many pages their number."""
    if len(gap.pages) <= NAMED:
        return f"• {gap.teacher.short}: {'; '.join(progress(item, t) for item in gap.pages)}"
    figures = {"pages": len(gap.pages), "left": gap.left}
    return t("• {teacher}: pages {pages}, marks {left}", teacher=gap.teacher.short, **figures)


def _open(found: Board, gap: TeacherPages) -> Button:
    one = found.shelf.assessment
    return Button(f"{gap.teacher.short} · {gap.left}", _to(one, person=gap.teacher.id))


def _page(item: PageProgress, one: Assessment) -> Button:
    data = ViewResultsCb(**fields(place_of_page(item, one)))
    return Button(f"{item.page.unit_name}, {inside(item.page.subject)}", data.pack())


def _remind_all(found: Board, t: Texts) -> Row:
    one = found.shelf.assessment
    if not found.gaps or not found.managed:
        return ()
    data = RemindResultsCb(kind=one.kind, period=one.period_id or 0).pack()
    label = t("Remind all ({count})", count=found.to_remind) if found.to_remind else t("All are reminded")
    return (Button(label, data, style=Style.MAIN),)


def _others(found: Board, t: Texts) -> Sequence[Row]:
    one = found.shelf.assessment
    buttons = [
        Button(opening(words.named(other, t)), _to(other)) for other in found.known if other.code != one.code
    ]
    return grid(buttons, 3)


def _to(one: Assessment, *, person: int = 0, page: int = 0) -> str:
    return BoardCb(kind=one.kind, period=one.period_id or 0, person=person, page=page).pack()


def _period(one: Assessment, t: Texts) -> str:
    name = opening(words.named(one, t))
    if one.ordered_on is None:
        return t("{period}: ends {day}, no order", period=name, day=t.day(one.ends_on))
    return _by(name, one.ordered_on, one.order_number, t)


def _order(order: Order, t: Texts) -> str:
    """`Экзамен, 9–11 классы: до 25 мая, приказ № 12`."""
    name = t(
        "{assessment}, grades {first}–{last}",
        assessment=opening(words.kind_named(order.kind, t)),
        first=order.grade_from,
        last=order.grade_to,
    )
    return _by(name, order.due_on, order.number, t)


def _by(name: str, day: date, number: str | None, t: Texts) -> str:
    by = {"period": name, "day": t.day(day)}
    if number:
        return t("{period}: by {day}, order {number}", number=number, **by)
    return t("{period}: by {day}", **by)
