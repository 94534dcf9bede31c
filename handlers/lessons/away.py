"""«Я заболел(а)»: a teacher says it in two taps; the deputy head hears of the lessons."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.lessons.callbacks import NOW, TODAY, AwayCb, BackCb, SickCb
from handlers.reply import Reply
from handlers.screen import Button, Screen, Style, bold, screen
from journal import covering
from journal.context import Ctx
from journal.model.covering import AwayLessons
from locales.texts import Texts
from locales.words import inside

router = Router(name="lessons.away")


@router.callback_query(SickCb.filter())
async def ask(_: CallbackQuery, t: Texts, reply: Reply) -> None:
    def away(label: str, days: int, *, tomorrow: bool = False) -> Button:
        return Button(label, AwayCb(days=days, tomorrow=tomorrow).pack())

    await reply.show(
        screen(
            bold(t("I am ill")),
            t("The deputy head will see your lessons at once and decide about each. For how long?"),
            rows=(
                (away(t("Today"), 1), away(t("Tomorrow"), 1, tomorrow=True)),
                (away(t("3 days from today"), 3), away(t("A week from today"), 7)),
                (Button(t("I am back"), BackCb().pack()), Button(t("Back"), TODAY)),
            ),
        )
    )


@router.callback_query(AwayCb.filter())
async def report(_: CallbackQuery, callback_data: AwayCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await covering.report(ctx, callback_data.days, from_tomorrow=callback_data.tomorrow)
    await reply.show(_reported(found, t))


@router.callback_query(BackCb.filter())
async def back(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await covering.back(ctx)
    said = t("Good to have you back. What was decided about lessons stays.")
    await reply.show(screen(said, rows=((Button(t("The lesson now"), NOW, style=Style.MAIN),),)))


def _reported(found: AwayLessons, t: Texts) -> Screen:
    first, last = found.away.first, found.away.last
    days = t.day(first) if first == last else f"{t.day(first)} – {t.day(last)}"
    lines = [
        t(
            "• {day}: {slot}. {unit}, {subject}",
            day=t.dated(lesson.date),
            slot=lesson.slot,
            unit=lesson.unit_name,
            subject=inside(lesson.subject),
        )
        for lesson in found.lessons
    ]
    return screen(
        bold(t("Get well soon! The deputy head knows.")),
        t("Away: {days}.", days=days),
        *(lines or [t("You have no lessons on these days.")]),
        rows=((Button(t("I am back"), BackCb().pack()), Button(t("Back"), NOW)),),
    )
