"""«I substitute»: a colleague's lesson, given instead."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.lessons import screens
from handlers.lessons.callbacks import NOW, GiveBackCb, SubstituteCb, SubstitutesCb
from handlers.reply import Reply
from handlers.screen import Button, Screen, grid, screen
from journal.context import Ctx
from journal.lessons import cards, substitution
from journal.model.lessons import Lesson
from locales.texts import Texts
from locales.words import inside

router = Router(name="lessons.substitution")
# A message carries at most a hundred buttons.
MOST = 96


@router.callback_query(SubstitutesCb.filter())
async def running(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_choice(await substitution.running_lessons(ctx), t))


@router.callback_query(SubstituteCb.filter())
async def substitute(_: CallbackQuery, callback_data: SubstituteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    card = await substitution.substitute(ctx, callback_data.lesson)
    reply.toast(t("The substitution is recorded."))
    await reply.show(screens.card(card, ctx, t))


@router.callback_query(GiveBackCb.filter())
async def give_back(_: CallbackQuery, callback_data: GiveBackCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson = await substitution.give_back(ctx, callback_data.lesson)
    reply.toast(t("The substitution is taken back."))
    await reply.show(screens.day(await cards.day(ctx, lesson.date), ctx, t))


def _choice(lessons: list[Lesson], t: Texts) -> Screen:
    buttons = [
        Button(f"{lesson.unit_name}, {inside(lesson.subject)}", SubstituteCb(lesson=lesson.id).pack())
        for lesson in lessons[:MOST]
    ]
    return screen(
        t("Which lesson do you give for a colleague?") if buttons else t("No lessons are running now."),
        t("Only the first {count} are shown.", count=MOST) if len(lessons) > MOST else None,
        rows=(*grid(buttons), (Button(t("Back"), NOW),)),
    )
