"""A written refusal of the diary, in the class teacher's hands, and the printing that takes its place."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.access.callbacks import PrintResultsCb, RefuseCb, ResumeCb
from handlers.access.screens import classes
from handlers.access.screens import refusing as screens
from handlers.reply import Reply
from journal.access import overview, refusing
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="access.refusing")


@router.callback_query(RefuseCb.filter(~F.confirmed))
async def confirm(_: CallbackQuery, callback_data: RefuseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    adult = await overview.guardian_access(ctx, callback_data.student, callback_data.person)
    await reply.show(screens.confirm(adult, callback_data.student, ctx.regulation, t))


@router.callback_query(RefuseCb.filter())
async def refuse(_: CallbackQuery, callback_data: RefuseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    child = await refusing.refuse(ctx, callback_data.student, callback_data.person)
    await reply.show(screens.refused(child, t))


@router.callback_query(ResumeCb.filter())
async def resume(_: CallbackQuery, callback_data: ResumeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await refusing.resume(ctx, callback_data.student, callback_data.person)
    reply.toast(t("Now a code can be made."))
    await _show_student(ctx, callback_data.student, t, reply)


@router.callback_query(PrintResultsCb.filter())
async def print_results(
    _: CallbackQuery, callback_data: PrintResultsCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await refusing.print_results(ctx, callback_data.student, wanted=callback_data.wanted)
    reply.toast(t("Saved."))
    await _show_student(ctx, callback_data.student, t, reply)


async def _show_student(ctx: Ctx, student_id: int, t: Texts, reply: Reply) -> None:
    found = await overview.student_access(ctx, student_id)
    await reply.show(classes.student_access(found, ctx.school, t))
