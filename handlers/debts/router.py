"""Debts by a button, by a command, by a word."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.debts import screens
from handlers.debts.callbacks import DebtsCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal import debts, diary
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="debts")


@router.message(Command("debts"))
async def command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await of_child(ctx, t))


@router.callback_query(DebtsCb.filter())
async def button(_: CallbackQuery, callback_data: DebtsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await of_child(ctx, t, callback_data.student))


async def of_child(ctx: Ctx, t: Texts, student: int = 0) -> Screen:
    """The debts of a child, or of the one looked at."""
    wanted = student or diary.at_hand(ctx.actor)
    siblings = [child for child in ctx.actor.children if child.student_id != wanted]
    return screens.book(await debts.book(ctx, wanted), siblings, ctx, t)
