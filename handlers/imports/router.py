"""Files for the school: templates, a document in, its preview, the decision."""

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Document, Message

from handlers.imports import screens
from handlers.imports.callbacks import ImportAct, ImportCb, ImportsCb, TemplateCb
from handlers.imports.downloads import fetched
from handlers.imports.filters import SchoolFile
from handlers.reply import Reply
from journal.context import Ctx
from journal.imports import loading
from locales.texts import Texts

router = Router(name="imports")


@router.message(Command("import"))
async def ask(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.page(await loading.templates(ctx), await loading.late_bells(ctx), t))


@router.callback_query(ImportsCb.filter())
async def page(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.page(await loading.templates(ctx), await loading.late_bells(ctx), t))


@router.callback_query(TemplateCb.filter())
async def template(_: CallbackQuery, callback_data: TemplateCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await loading.ensure_brings_anything(ctx)
    await reply.send(screens.empty_template(callback_data.name, t))


@router.message(SchoolFile(), F.document.as_("document"))
async def bring(_: Message, document: Document, bot: Bot, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await loading.ensure_brings_anything(ctx)
    data = await fetched(bot, document)
    shown = await loading.preview(ctx, document.file_name or t("file"), data)
    await reply.show(screens.preview(shown, t))


@router.callback_query(ImportCb.filter(F.act == ImportAct.CONFIRM))
async def confirm(_: CallbackQuery, callback_data: ImportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    change = await loading.confirm(ctx, callback_data.draft, callback_data.mark)
    await reply.show(screens.applied(change, t))


@router.callback_query(ImportCb.filter(F.act == ImportAct.DISCARD))
async def discard(_: CallbackQuery, callback_data: ImportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await loading.discard(ctx, callback_data.draft)
    await reply.show(screens.discarded(t))


@router.callback_query(ImportCb.filter(F.act == ImportAct.DETAILS))
async def details(_: CallbackQuery, callback_data: ImportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    shown = await loading.details(ctx, callback_data.draft)
    await reply.send(screens.details(shown, t))


@router.callback_query(ImportCb.filter())
async def again(_: CallbackQuery, callback_data: ImportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    closing = {ImportAct.CLOSING: True, ImportAct.NO_CLOSING: False}.get(callback_data.act)
    shown = await loading.preview_again(ctx, callback_data.draft, closing=closing)
    await reply.show(screens.preview(shown, t))
