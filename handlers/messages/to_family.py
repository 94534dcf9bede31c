"""A colleague writes to a family first: the class, the student, who of the family."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.messages import screens, to_family_screens
from handlers.messages.callbacks import ReaderCb, ToFamiliesCb, ToFamilyCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.messages import to_family
from journal.messages.to_family import TO_FAMILY
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="messages.to_family")


@router.callback_query(ToFamiliesCb.filter())
async def pupils(_: CallbackQuery, callback_data: ToFamiliesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    number = callback_data.unit
    if not number:
        found = await to_family.classes(ctx)
        if len(found) != 1:
            await reply.show(to_family_screens.classes(found, t))
            return
        number = found[0].id
    await reply.show(to_family_screens.pupils(await to_family.pupils(ctx, number), t))


@router.callback_query(ToFamilyCb.filter())
async def family(_: CallbackQuery, callback_data: ToFamilyCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(to_family_screens.family(await to_family.family(ctx, callback_data.student), t))


@router.callback_query(ReaderCb.filter())
async def ask(_: CallbackQuery, callback_data: ReaderCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = await to_family.ask(ctx, callback_data.student, callback_data.person)
    await reply.show(screens.asked(asked, ctx, t))


@router.message(Awaiting(TO_FAMILY))
async def write(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sent = await to_family.write(
        ctx, awaited, words_of(message), attachments_of(message), message.media_group_id
    )
    await reply.send(screens.sent(sent, ctx, t))
