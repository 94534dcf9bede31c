"""The first screen, and the last resort: whatever no other area understood."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from handlers import menu
from handlers.filters import Wordless, first_of_album
from handlers.home import screens
from handlers.home.callbacks import EverythingCb, FoldCb, HomeCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal.context import Ctx
from journal.errors import InvalidError
from locales.texts import Texts

router = Router(name="home")


async def first_screen(ctx: Ctx, t: Texts) -> Screen:
    """The home screen of whoever asks, with the cards of all areas."""
    new = await menu.news(ctx)
    return screens.home(ctx, await menu.cards(ctx, t, new), menu.rows(ctx, t), menu.entries(), t, new)


@router.message(CommandStart())
@router.message(Command("menu"))
async def start(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await first_screen(ctx, t))


@router.callback_query(HomeCb.filter())
async def home(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await first_screen(ctx, t))


@router.callback_query(EverythingCb.filter())
async def everything(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.everything(ctx, menu.rows(ctx, t), menu.entries(), t, await menu.news(ctx)))


@router.callback_query(FoldCb.filter())
async def unfold(_: CallbackQuery, callback_data: FoldCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    if not await reply.unfold(callback_data, t):
        reply.alert(screens.outdated(t))
        await reply.show(await first_screen(ctx, t))


@router.callback_query()
async def outdated_button(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    reply.alert(screens.outdated(t))
    await reply.show(await first_screen(ctx, t))


@router.message(~first_of_album)
async def rest_of_album(_: Message) -> None:
    """Its first picture is answered."""


@router.message(Wordless())
async def no_text(_: Message) -> None:
    raise InvalidError("text_wanted")


@router.message(F.chat.type == "private")
async def lost(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    # Whoever waits for a paper is no stranger: their first screen says what is waited for.
    below = await first_screen(ctx, t) if ctx.actor.hat is None else None
    await reply.send(screens.lost(ctx, menu.hints(ctx, t), t, below))
