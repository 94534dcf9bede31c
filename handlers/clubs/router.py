"""The class teacher keeps what goes on after the lessons."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.clubs import screens
from handlers.clubs.callbacks import AddClubCb, ClubCb, ClubsCb, EndClubCb, TakeCb, WholeClassCb
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal import clubs
from journal.clubs.keeping import QUESTION
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="clubs")


@router.callback_query(ClubsCb.filter())
async def all_of_class(_: CallbackQuery, callback_data: ClubsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.clubs(await clubs.clubs(ctx, callback_data.unit), t))


@router.callback_query(ClubCb.filter())
async def club(_: CallbackQuery, callback_data: ClubCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.club(await clubs.club(ctx, callback_data.club), t))


@router.callback_query(AddClubCb.filter())
async def ask(_: CallbackQuery, callback_data: AddClubCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.question(await clubs.ask(ctx, callback_data.unit), t))


@router.message(Awaiting(QUESTION), F.text)
async def add(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await clubs.add(ctx, awaited.number("unit"), message.text or "")
    await reply.send(screens.club(found, t, notice=t("Done: families see it in the diary.")))


@router.callback_query(TakeCb.filter())
async def take(_: CallbackQuery, callback_data: TakeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await reply.show(screens.club(await clubs.take(ctx, asked.club, asked.student, goes=asked.goes), t))


@router.callback_query(WholeClassCb.filter())
async def whole_class(
    _: CallbackQuery, callback_data: WholeClassCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(screens.club(await clubs.whole_class(ctx, callback_data.club), t))


@router.callback_query(EndClubCb.filter(F.sure.is_(False)))
async def ending(_: CallbackQuery, callback_data: EndClubCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.ending(await clubs.club(ctx, callback_data.club), t))


@router.callback_query(EndClubCb.filter())
async def end(_: CallbackQuery, callback_data: EndClubCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.clubs(await clubs.end(ctx, callback_data.club), t))
