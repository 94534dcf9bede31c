"""Entering: a code by link, QR or keyboard, then consent, then the birth date."""

import re
from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart, Filter
from aiogram.types import CallbackQuery, Message

from handlers.access import printing
from handlers.access.callbacks import AcceptCb, ConsentFormsCb, ContinueCb, DeclineCb, TypeCodeCb
from handlers.access.screens import entering as screens
from handlers.channels.callbacks import LEAVE
from handlers.filters import Awaiting
from handlers.home.router import first_screen
from handlers.home.screens import with_notice
from handlers.reply import Reply
from handlers.screen import Screen
from journal.access import binding
from journal.access.binding import Bound, Offer, Refused, UnclearDate, Waiting, WrongDate
from journal.access.codes import LENGTH, read_code
from journal.context import Ctx
from journal.model.access import Awaited, BindingKind
from locales.texts import Texts

router = Router(name="access.entering")

_CODE_LIKE = re.compile(r"(?=.*[\d\-–—])[\w\-–— ]+")
_SLACK = 3


class CodeTyped(Filter):
    """A text that is a code; from a stranger also one that was meant to be."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None) -> bool:
        if awaited is not None and awaited.kind != binding.OFFER:
            return False
        text = (message.text or "").strip()
        if read_code(text) is not None:
            return True
        letters = sum(char.isalnum() for char in text)
        meant = abs(letters - LENGTH) <= _SLACK and _CODE_LIKE.fullmatch(text) is not None
        return meant and ctx.actor.hat is None


class Entering(Filter):
    """A button of somebody whose code was accepted; the code itself is kept by the bot."""

    async def __call__(self, _: CallbackQuery, awaited: Awaited | None = None) -> bool:
        return awaited is not None and awaited.kind in (binding.OFFER, binding.BIRTH_DATE)


@router.message(CommandStart(deep_link=True, magic=F.args != LEAVE))
async def by_link(_: Message, command: CommandObject, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await binding.present(ctx, command.args or "")
    if isinstance(found, Refused) and not found.until and ctx.actor.hat is not None:
        await reply.send(with_notice(t("This code opens nothing new."), await first_screen(ctx, t)))
    else:
        await reply.send(_presented(found, ctx, t))


@router.message(Awaiting(binding.CODE), F.text)
@router.message(F.text, CodeTyped())
async def typed(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(_presented(await binding.present(ctx, message.text or ""), ctx, t))


def _presented(found: Offer | Refused, ctx: Ctx, t: Texts) -> Screen:
    if isinstance(found, Refused):
        return _refused(found, ctx, t)
    if found.kind is BindingKind.STAFF:
        return screens.confirm_colleague(ctx.school, t)
    if found.first:
        return screens.greeting(found, ctx.school, t)
    return screens.consent(found, ctx.school, t)


@router.message(Command("code"))
@router.callback_query(TypeCodeCb.filter())
async def type_code(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await binding.ask_code(ctx)
    await reply.show(screens.ask_code(t))


@router.callback_query(ContinueCb.filter(), Entering())
async def read_consent(_: CallbackQuery, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    offer = await binding.offered(ctx, _code(awaited))
    await reply.show(screens.consent(offer, ctx.school, t) if offer else screens.bad_code(t))


@router.callback_query(AcceptCb.filter(), Entering())
async def accept(_: CallbackQuery, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await binding.accept(ctx, _code(awaited))
    if isinstance(found, Refused):
        await reply.show(_refused(found, ctx, t))
    elif isinstance(found, Bound):
        reply.became_another()
        await reply.show(screens.bound(found, t))
    else:
        await reply.show(screens.ask_date(found.kind, t))


@router.callback_query(DeclineCb.filter(), Entering())
async def decline(_: CallbackQuery, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    kind = await binding.decline(ctx, _code(awaited))
    await reply.show(screens.declined(kind, ctx.school, t))


@router.callback_query(ConsentFormsCb.filter())
async def on_paper(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.forms(await printing.consent_forms(ctx, t), t))


@router.callback_query(ContinueCb.filter())
@router.callback_query(AcceptCb.filter())
@router.callback_query(DeclineCb.filter())
async def entered_long_ago(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await binding.ask_code(ctx)
    await reply.show(screens.ask_code(t))


# Whoever looks at the rules or the language on the way in goes on where they were.
@router.message(Awaiting(binding.BIRTH_DATE, lasting=True), F.text)
async def birth_date(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    accepted_at = datetime.fromisoformat(str(awaited.payload["accepted"]))
    kind = BindingKind(str(awaited.payload["kind"]))
    found = await binding.confirm(ctx, _code(awaited), accepted_at, message.text or "")
    match found:
        case Bound():
            reply.became_another()
            await reply.send(screens.bound(found, t))
        case Waiting():
            await reply.send(screens.waiting(found, t))
        case WrongDate():
            await reply.send(screens.ask_date(kind, t, screens.wrong_date(found.left, t)))
        case UnclearDate():
            await reply.send(screens.ask_date(kind, t, screens.unclear_date(t)))
        case Refused():
            await reply.send(_refused(found, ctx, t))


def _refused(found: Refused, ctx: Ctx, t: Texts) -> Screen:
    return screens.too_often(found.until, ctx.school, t) if found.until else screens.bad_code(t)


def _code(awaited: Awaited) -> int:
    return int(str(awaited.payload["code"]))
