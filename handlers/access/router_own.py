"""One's own access: answers about phones that were linked, consents, hats."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.access.callbacks import (
    ConsentCb,
    ConsentsCb,
    DisownBindingCb,
    HatCb,
    KnowBindingCb,
    OwnPhoneCb,
    QuestionBindingCb,
    WithdrawCb,
)
from handlers.access.screens import own as screens
from handlers.home.router import first_screen
from handlers.reply import Reply
from journal.access import consent, ending, opening, wearing
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


@router.message(Command("consent"))
@router.callback_query(ConsentsCb.filter())
async def consents(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.consents(ctx.actor.children, t))


@router.callback_query(ConsentCb.filter())
async def read_consent(_: CallbackQuery, callback_data: ConsentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    given = await consent.given(ctx, callback_data.student)
    await reply.show(screens.consent(given, ctx.school, t))


@router.callback_query(WithdrawCb.filter(~F.confirmed))
async def confirm_withdrawal(
    _: CallbackQuery, callback_data: WithdrawCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    given = await consent.given(ctx, callback_data.student)
    await reply.show(screens.confirm_withdrawal(given.child, t))


@router.callback_query(WithdrawCb.filter())
async def withdraw(_: CallbackQuery, callback_data: WithdrawCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await ending.withdraw_consent(ctx, callback_data.student)
    await reply.show(screens.withdrawn(t))


@router.callback_query(HatCb.filter())
async def wear(_: CallbackQuery, callback_data: HatCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    changed = await wearing.wear(ctx, callback_data.hat)
    await reply.show(await first_screen(changed, t))
