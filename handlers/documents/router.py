"""Documents and links: reading them, and keeping them."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.documents import screens
from handlers.documents.callbacks import AddCb, DocumentCb, DocumentsCb, FileCb, ReadersCb, RemoveCb
from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.reply import Reply
from handlers.screen import Screen
from journal import documents
from journal.context import Ctx
from journal.documents.keeping import QUESTION
from journal.model.access import Awaited, Hat
from journal.model.documents import Shelf
from locales.texts import Texts

router = Router(name="documents")


@router.message(Command("docs", "links"))
async def bookcase_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await _bookcase(ctx, t))


@router.callback_query(DocumentsCb.filter())
async def bookcase(_: CallbackQuery, callback_data: DocumentsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _bookcase(ctx, t, callback_data.page))


@router.callback_query(FileCb.filter())
async def file(_: CallbackQuery, callback_data: FileCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.file(await documents.document(ctx, callback_data.document), t))


@router.callback_query(DocumentCb.filter())
async def document(_: CallbackQuery, callback_data: DocumentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await documents.keep(ctx, callback_data.document)
    await reply.show(screens.document(found, ctx.school, t))


@router.callback_query(AddCb.filter(F.shelf.is_(None)))
async def shelves(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await documents.may_keep(ctx)
    await reply.show(screens.shelves(t))


@router.callback_query(AddCb.filter())
async def ask(_: CallbackQuery, callback_data: AddCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    shelf = callback_data.shelf or Shelf.RULES
    await documents.ask(ctx, shelf)
    await reply.show(screens.question(shelf, t))


@router.message(Awaiting(QUESTION))
async def publish(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    shelf = Shelf(str(awaited.payload["shelf"]))
    found = await documents.publish(ctx, shelf, words_of(message), attachments_of(message))
    await reply.send(screens.document(found, ctx.school, t, notice=t("Done, everybody can read it now.")))


@router.callback_query(ReadersCb.filter())
async def address(_: CallbackQuery, callback_data: ReadersCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await documents.address(ctx, callback_data.document, callback_data.readers)
    await reply.show(screens.document(found, ctx.school, t))


@router.callback_query(RemoveCb.filter(F.sure.is_(False)))
async def removing(_: CallbackQuery, callback_data: RemoveCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.removing(await documents.keep(ctx, callback_data.document), t))


@router.callback_query(RemoveCb.filter())
async def remove(_: CallbackQuery, callback_data: RemoveCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await documents.withdraw(ctx, callback_data.document)
    reply.toast(t("Removed."))
    await reply.show(await _bookcase(ctx, t))


async def _bookcase(ctx: Ctx, t: Texts, page: int = 0) -> Screen:
    family = ctx.actor.hat is Hat.GUARDIAN
    return screens.bookcase(await documents.kept(ctx), page, t, family=family)
