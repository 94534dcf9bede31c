"""Lesson plans: the own ones, a file or typed lines in, the preview, the decision, a copy."""

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Document, Message

from handlers.filters import Awaiting
from handlers.imports.downloads import fetched
from handlers.imports.filters import PlanInPassing
from handlers.plans import adjusting, preview_screens, screens
from handlers.plans.callbacks import AskPlanCb, CopyCb, CopyToCb, FileAct, FileCb, PlanCb, PlansCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal.context import Ctx
from journal.model.access import Awaited
from journal.plans import copying, loading, mine
from journal.plans.loading import Preview
from locales.texts import Texts

router = Router(name="plans")
router.include_router(adjusting.router)


@router.message(Command("plans"))
async def command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.own_plans(await mine.mine(ctx), 0, t))


@router.callback_query(PlansCb.filter())
async def own_plans(_: CallbackQuery, callback_data: PlansCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.own_plans(await mine.mine(ctx), callback_data.page, t))


@router.callback_query(PlanCb.filter())
async def plan(_: CallbackQuery, callback_data: PlanCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await mine.one(ctx, callback_data.unit, callback_data.subject)
    await reply.show(screens.plan(found, callback_data.page, t))


@router.callback_query(AskPlanCb.filter())
async def ask(_: CallbackQuery, callback_data: AskPlanCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await loading.ask(ctx, callback_data.unit, callback_data.subject)
    await reply.show(preview_screens.asked(page, t))


@router.message(Awaiting("plan"), F.document.as_("document"))
async def bring(
    _: Message, document: Document, awaited: Awaited, bot: Bot, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    data = await fetched(bot, document)
    page = awaited.number("unit"), awaited.number("subject")
    await reply.show(_shown(await loading.bring(ctx, document.file_name or t("file"), data, *page), t))


@router.message(PlanInPassing(), F.document.as_("document"))
async def bring_unasked(_: Message, document: Document, bot: Bot, ctx: Ctx, t: Texts, reply: Reply) -> None:
    data = await fetched(bot, document)
    await reply.show(_shown(await loading.bring(ctx, document.file_name or t("file"), data), t))


@router.message(Awaiting("plan"), F.text)
async def type_in(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = awaited.number("unit"), awaited.number("subject")
    found = await loading.type_in(ctx, message.text or "", *page, awaited.number("draft"))
    await reply.show(_shown(found, t))


@router.callback_query(FileCb.filter(F.act == FileAct.SEE))
async def preview(_: CallbackQuery, callback_data: FileCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await loading.preview(ctx, callback_data.draft, callback_data.unit, callback_data.subject)
    await reply.show(_shown(found, t))


@router.callback_query(FileCb.filter(F.act == FileAct.SAVE))
async def save(_: CallbackQuery, callback_data: FileCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = callback_data.unit, callback_data.subject
    found = await loading.save(ctx, callback_data.draft, *page, callback_data.mark)
    await reply.show(preview_screens.saved(found, t))


@router.callback_query(FileCb.filter(F.act == FileAct.DISCARD))
async def discard(_: CallbackQuery, callback_data: FileCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await loading.discard(ctx, callback_data.draft)
    await reply.show(preview_screens.discarded(t))


@router.callback_query(CopyCb.filter())
async def copy(_: CallbackQuery, callback_data: CopyCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    source, pages = await copying.targets(ctx, callback_data.unit, callback_data.subject)
    await reply.show(preview_screens.copy_targets(source, pages, t))


@router.callback_query(CopyToCb.filter(F.mark == ""))
async def copy_preview(_: CallbackQuery, callback_data: CopyToCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    subject = callback_data.subject
    found = await copying.preview(ctx, (callback_data.unit, subject), (callback_data.target, subject))
    await reply.show(preview_screens.copy_preview(found, t))


@router.callback_query(CopyToCb.filter())
async def copy_save(_: CallbackQuery, callback_data: CopyToCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    subject = callback_data.subject
    pages = (callback_data.unit, subject), (callback_data.target, subject)
    await reply.show(preview_screens.copied(await copying.save(ctx, *pages, callback_data.mark), t))


def _shown(found: Preview, t: Texts) -> Screen:
    """The pages to choose from, or what saving would do."""
    return preview_screens.whose(found, t) if found.choices else preview_screens.preview(found, t)
