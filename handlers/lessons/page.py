"""Topic, tasks and their type."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.lessons import page_screens as screens
from handlers.lessons.callbacks import OpenTasksCb, OpenTopicsCb, TaskTypeCb, TopicCb, WriteAnywayCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.lessons import page
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="lessons.page")


@router.callback_query(OpenTopicsCb.filter())
async def topics(_: CallbackQuery, callback_data: OpenTopicsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.topics(await page.topics(ctx, callback_data.lesson), ctx, t))


@router.callback_query(TopicCb.filter())
async def take_topic(_: CallbackQuery, callback_data: TopicCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    filled = await page.take_topic(ctx, callback_data.lesson, callback_data.row)
    await reply.show(screens.filled(filled, ctx, t))


@router.message(Awaiting("topic"), F.text)
async def typed_topic(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    filled = await page.write_topic(ctx, awaited.number("lesson"), message.text or "")
    await reply.show(screens.filled(filled, ctx, t))


@router.callback_query(OpenTasksCb.filter())
async def tasks(_: CallbackQuery, callback_data: OpenTasksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.tasks(await page.ask_tasks(ctx, callback_data.lesson), ctx, t))


@router.callback_query(TaskTypeCb.filter())
async def task_type(_: CallbackQuery, callback_data: TaskTypeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    filled = await page.set_task_type(ctx, callback_data.lesson, callback_data.kind)
    await reply.show(screens.filled(filled, ctx, t))


@router.message(Awaiting("tasks"), F.text)
async def typed_tasks(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    filled = await page.write_tasks(ctx, awaited.number("lesson"), message.text or "")
    await reply.show(screens.filled(filled, ctx, t))


@router.callback_query(WriteAnywayCb.filter())
async def write_anyway(
    _: CallbackQuery,
    callback_data: WriteAnywayCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    filled = await page.write_anyway(ctx, callback_data.lesson, awaited)
    await reply.show(screens.filled(filled, ctx, t))
