"""Period marks: the own pages, the sheet with its draft, Save and its undo."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.periods import saving_screens, screens, student_screens, words
from handlers.periods.asking import place_of
from handlers.periods.asking import router as asking
from handlers.periods.board import router as board
from handlers.periods.callbacks import AcceptCb, ChoiceCb, OwnPagesCb, SheetAct, SheetActCb, SheetCb, ValueCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal import periods
from journal.context import Ctx
from journal.errors import StaleError
from journal.model.access import Awaited
from journal.model.periods import Place
from journal.periods.drafting import REASONS
from locales.texts import Texts

router = Router(name="periods")
router.include_routers(asking, board)


@router.message(Command("results"))
async def own_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.own_pages(*await periods.shelf(ctx), ctx, t))


@router.callback_query(OwnPagesCb.filter())
async def own_pages(_: CallbackQuery, callback_data: OwnPagesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found, known = await periods.shelf(ctx, callback_data.kind, callback_data.period)
    await reply.show(screens.own_pages(found, known, ctx, t))


@router.callback_query(SheetCb.filter())
async def sheet(_: CallbackQuery, callback_data: SheetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await periods.sheet(ctx, callback_data.place)
    await reply.show(screens.sheet(found, callback_data.page, ctx, t))


@router.callback_query(AcceptCb.filter())
async def accept(_: CallbackQuery, callback_data: AcceptCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await periods.accept(ctx, callback_data.place, callback_data.student)
    await reply.show(screens.sheet(found, callback_data.page, ctx, t))


@router.callback_query(ChoiceCb.filter())
async def choice(_: CallbackQuery, callback_data: ChoiceCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await periods.sheet(ctx, callback_data.place)
    row = found.of(callback_data.student)
    if row is None:
        raise StaleError()
    await reply.show(student_screens.choice(found, row, callback_data.page, ctx, t))


@router.callback_query(ValueCb.filter())
async def value(_: CallbackQuery, callback_data: ValueCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    given = callback_data
    wanted = words.value_of(given.value, ctx.regulation)
    if given.value and wanted is None:
        raise StaleError()
    chosen = _reason(given.reason)
    await reply.show(await _choose(ctx, t, given.place, given.student, wanted, chosen, given.page))


@router.message(Awaiting("result_reason"), F.text)
async def typed_reason(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    place = place_of(awaited)
    wanted = str(awaited.payload.get("value", ""))
    await reply.show(await _choose(ctx, t, place, awaited.number("student"), wanted, message.text or "", 0))


@router.callback_query(SheetActCb.filter())
async def act(_: CallbackQuery, callback_data: SheetActCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    place, posted, number = callback_data.place, callback_data.posted, callback_data.page
    match callback_data.act:
        case SheetAct.ACCEPT_ALL:
            shown = screens.sheet(await periods.accept_all(ctx, place), number, ctx, t)
        case SheetAct.CLEAR:
            shown = screens.sheet(await periods.clear(ctx, place), number, ctx, t)
        case SheetAct.PREVIEW:
            shown = saving_screens.preview(await periods.sheet(ctx, place), ctx, t)
        case SheetAct.SAVE:
            shown = saving_screens.saved(await periods.save(ctx, place, posted), ctx, t)
        case SheetAct.UNDO:
            shown = saving_screens.taken_back(await periods.undo(ctx, place, posted), ctx, t)
    await reply.show(shown)


def _reason(letter: str) -> str | None:
    place = words.LETTERS.find(letter) if letter else -1
    return REASONS[place] if 0 <= place < len(REASONS) else None


async def _choose(
    ctx: Ctx, t: Texts, place: Place, student: int, wanted: str | None, reason: str | None, number: int
) -> Screen:
    """The sheet with the value chosen, or the question why."""
    done = await periods.choose(ctx, place, student, wanted, reason)
    row = done.sheet.of(student)
    if done.asks is None or row is None:
        return screens.sheet(done.sheet, number, ctx, t)
    return student_screens.reason(done.sheet, row, done.asks, number, ctx, t)
