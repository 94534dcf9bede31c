"""A colleague's hours, and the answers kept at hand."""

from datetime import time

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.callbacks import THREADS, WAYS, DropPhraseCb, HoursCb, NewPhraseCb, WaysCb
from handlers.reply import Reply
from handlers.screen import Button, Screen, bold, grid, screen
from journal import messages
from journal.context import Ctx
from journal.messages import Ways
from journal.messages.ways import PHRASE
from journal.office_hours import Hours
from journal.regulation.notation import ClockWindow
from locales.texts import Texts

router = Router(name="messages.hours_and_phrases")

# From, to, and the last weekday: what most colleagues keep.
CHOICES = ((8, 16, 5), (8, 18, 5), (9, 17, 5), (8, 20, 5), (8, 18, 6), (8, 20, 6))
SATURDAY = 6


@router.callback_query(WaysCb.filter())
async def look(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_ways(await messages.ways(ctx), t))


@router.callback_query(HoursCb.filter())
async def hours(_: CallbackQuery, callback_data: HoursCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    chosen = callback_data
    window = ClockWindow(time(chosen.start), time(chosen.end))
    await reply.show(_ways(await messages.choose_hours(ctx, Hours(window, chosen.last)), t))


@router.callback_query(NewPhraseCb.filter())
async def ask_phrase(query: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await messages.ask_phrase(ctx, query.message.message_id if query.message else None)
    ask = t("Write the phrase: it will be a button under every message of a family.")
    await reply.show(screen(ask, rows=((Button(t("Back"), WAYS), back(t)),)))


@router.message(Awaiting(PHRASE), F.text)
async def add_phrase(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(_ways(await messages.add_phrase(ctx, message.text or ""), t))


@router.callback_query(DropPhraseCb.filter())
async def drop_phrase(
    _: CallbackQuery, callback_data: DropPhraseCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(_ways(await messages.remove_phrase(ctx, callback_data.phrase), t))


def _ways(found: Ways, t: Texts) -> Screen:
    """What a colleague chose, with all that can be chosen."""
    return screen(
        bold(t("Hours and phrases")),
        t("Messages of families come in these hours; at other times they wait."),
        t("Now: {hours}", hours=_named(found.hours, t)),
        t("Tap a phrase to remove it.") if found.phrases else None,
        rows=(
            *grid(
                _choice(Hours(ClockWindow(time(a), time(b)), last), found.hours, t) for a, b, last in CHOICES
            ),
            *(
                (Button(t("✕ {phrase}", phrase=words.glimpse(one.text)), DropPhraseCb(phrase=one.id).pack()),)
                for one in found.phrases
            ),
            (Button(t("New phrase"), NewPhraseCb().pack()),),
            (Button(t("Messages"), THREADS), back(t)),
        ),
    )


def _choice(hours: Hours, chosen: Hours, t: Texts) -> Button:
    window = hours.window
    data = HoursCb(start=window.start.hour, end=window.end.hour, last=hours.last_weekday)
    return Button(f"{'●' if hours == chosen else '○'} {_named(hours, t)}", data.pack())


def _named(hours: Hours, t: Texts) -> str:
    """`пн–пт, 8:00–18:00`."""
    days = {5: t("Mon–Fri"), SATURDAY: t("Mon–Sat")}.get(hours.last_weekday, t("every day"))
    return f"{days}, {t.clock(hours.window.start)}–{t.clock(hours.window.end)}"
