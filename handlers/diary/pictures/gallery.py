"""The pictures of a diary by name, each with its caption and its buttons."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from handlers.diary.callbacks import PictureCb, PictureLook, WordsCb, in_words, to_picture
from handlers.diary.pages import page, week_at
from handlers.diary.pictures.caption import caption
from handlers.diary.pictures.spread import spread
from handlers.diary.pictures.strip import strip
from handlers.diary.pictures.trends import trends
from handlers.diary.pictures.week import week
from handlers.diary.screens.days import WEEK
from handlers.diary.screens.parts import period_choice, way_back
from handlers.screen import Button, Picture, Row, Screen, screen
from journal import diary
from journal.context import Ctx
from journal.model.diary import Periods
from locales.texts import Texts
from reports.pictures import Sheet, drawn, key_of

Seen = tuple[Sheet, list[str], list[Row]]


async def picture(ctx: Ctx, t: Texts, asked: PictureCb) -> Screen:
    """The picture asked for, of a child whose diary may be read; in words where it would show nothing.

    Raises as the page of the same name does.
    """
    student = asked.student or diary.at_hand(ctx.actor)
    seen = await _PICTURES[asked.look](ctx, t, student, asked)
    if seen is None:
        return await page(ctx, t, in_words(asked))
    sheet, words, rows = seen
    back = WordsCb(student=student, look=asked.look, at=asked.at).pack()
    shown = screen(
        caption(sheet, words, t),
        rows=(*rows, _siblings(ctx, student, asked), way_back(t, Button(t("As text"), back))),
    )
    return replace(shown, picture=Picture(key_of(sheet), partial(drawn, sheet)))


async def _week(ctx: Ctx, t: Texts, student: int, asked: PictureCb) -> Seen:
    card = await diary.week_card(ctx, student, week_at(in_words(asked).date))
    first = card.days.span.first
    around = (
        Button(t("‹ Week before"), to_picture(student, asked.look, first - WEEK)),
        Button(t("Week after ›"), to_picture(student, asked.look, first + WEEK)),
    )
    return *week(card, ctx.today, t), [around]


async def _trends(ctx: Ctx, t: Texts, student: int, asked: PictureCb) -> Seen | None:
    book = await diary.marks(ctx, student, asked.at or None)
    if book.markless:
        return None
    return *trends(book, t), _of_marks(book.periods, asked, student, t)


async def _spread(ctx: Ctx, t: Texts, student: int, asked: PictureCb) -> Seen | None:
    book = await diary.marks(ctx, student, asked.at or None)
    if book.markless:
        return None
    return *spread(book, t), _of_marks(book.periods, asked, student, t)


async def _strip(ctx: Ctx, t: Texts, student: int, asked: PictureCb) -> Seen:
    found = await diary.attendance_days(ctx, student, asked.at or None)
    periods = found.book.periods
    rows = _periods(periods, asked, student, t) if periods is not None else []
    return *strip(found, ctx.today, t), rows


def _of_marks(periods: Periods, asked: PictureCb, student: int, t: Texts) -> list[Row]:
    """From averages to the marks themselves and back, and the periods."""
    if asked.look is PictureLook.TRENDS:
        other = Button(t("How many of each"), to_picture(student, PictureLook.SPREAD, asked.at))
    else:
        other = Button(t("How averages went"), to_picture(student, PictureLook.TRENDS, asked.at))
    return [(other,), *_periods(periods, asked, student, t)]


def _periods(periods: Periods, asked: PictureCb, student: int, t: Texts) -> list[Row]:
    return period_choice(periods, lambda period: to_picture(student, asked.look, period.id), t)


def _siblings(ctx: Ctx, student: int, asked: PictureCb) -> Row:
    """To the same picture of the other children; a period is each child's own."""
    at = asked.at if asked.look is PictureLook.WEEK else 0
    others = [child for child in ctx.actor.children if child.student_id != student]
    return tuple(Button(one.first_name, to_picture(one.student_id, asked.look, at)) for one in others)


_PICTURES: dict[PictureLook, Callable[[Ctx, Texts, int, PictureCb], Awaitable[Seen | None]]] = {
    PictureLook.WEEK: _week,
    PictureLook.TRENDS: _trends,
    PictureLook.SPREAD: _spread,
    PictureLook.STRIP: _strip,
}
