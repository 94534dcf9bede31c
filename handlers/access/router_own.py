"""One's own access: answers about phones that were linked, hats."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access.callbacks import (
    DisownBindingCb,
    HatCb,
    KnowBindingCb,
    OwnPhoneCb,
    QuestionBindingCb,
)
from handlers.access.screens import own as screens
from handlers.home.router import first_screen
from handlers.reply import Reply
from journal.access import ending, opening, wearing
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="access.own")


@router.callback_query(KnowBindingCb.filter())
async def know(_: CallbackQuery, callback_data: KnowBindingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await opening.know(ctx, callback_data.binding)
    await reply.show(screens.thanks(t))


@router.callback_query(QuestionBindingCb.filter())
async def question(
    _: CallbackQuery, callback_data: QuestionBindingCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await opening.question(ctx, callback_data.binding)
    await reply.show(screens.questioned(t))


@router.callback_query(OwnPhoneCb.filter())
async def own_phone(_: CallbackQuery, callback_data: OwnPhoneCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await opening.own(ctx, callback_data.binding)
    await reply.show(screens.thanks(t))


@router.callback_query(DisownBindingCb.filter())
async def disown(_: CallbackQuery, callback_data: DisownBindingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await ending.disown(ctx, callback_data.binding)
    await reply.show(screens.disowned(t))


@router.callback_query(HatCb.filter())
async def wear(_: CallbackQuery, callback_data: HatCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    changed = await wearing.wear(ctx, callback_data.hat)
    reply.became_another()
    await reply.show(await first_screen(changed, t))
