"""Links to courses and tests, files, and the place of entry, on a lesson."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.lessons import materials_screens as screens
from handlers.lessons.callbacks import (
    DropMaterialCb,
    MaterialKindCb,
    MaterialsCb,
    PlaceCb,
    PlacesCb,
    ShareMaterialsCb,
)
from handlers.lessons.screens import card
from handlers.reply import Reply
from journal.context import Ctx
from journal.lessons import materials, places
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="lessons.materials")


@router.callback_query(MaterialsCb.filter())
async def open_materials(
    _: CallbackQuery, callback_data: MaterialsCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await materials.open_materials(ctx, callback_data.lesson)
    await reply.show(screens.materials(found, ctx, t))


@router.message(Awaiting("material"))
async def add(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson = awaited.number("lesson")
    found, added = await materials.add_material(ctx, lesson, words_of(message), attachments_of(message))
    await reply.show(screens.kinds(found, added, ctx, t))


@router.callback_query(MaterialKindCb.filter())
async def name_kind(
    _: CallbackQuery, callback_data: MaterialKindCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    asked = callback_data
    found = await materials.name_kind(ctx, asked.lesson, asked.material, asked.kind)
    await reply.show(screens.materials(found, ctx, t))


@router.callback_query(ShareMaterialsCb.filter())
async def share(_: CallbackQuery, callback_data: ShareMaterialsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await materials.share(ctx, asked.lesson, asked.unit, chosen=asked.chosen)
    await reply.show(screens.materials(found, ctx, t))


@router.callback_query(DropMaterialCb.filter())
async def remove(_: CallbackQuery, callback_data: DropMaterialCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await materials.remove_material(ctx, callback_data.lesson, callback_data.material)
    reply.toast(t("Removed."))
    await reply.show(screens.materials(found, ctx, t))


@router.callback_query(PlacesCb.filter())
async def choices(_: CallbackQuery, callback_data: PlacesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.places(await places.choices(ctx, callback_data.lesson), ctx, t))


@router.callback_query(PlaceCb.filter())
async def choose(_: CallbackQuery, callback_data: PlaceCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(card(await places.choose(ctx, callback_data.lesson, callback_data.place), ctx, t))
