"""«I substitute»: a colleague's lesson, given instead."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.lessons import screens
from handlers.lessons.callbacks import (
    NOW,
    GiveBackCb,
    SubstitutableCb,
    SubstituteCb,
    SubstitutesCb,
    to_day,
    to_substitutable,
)
from handlers.reply import Reply
from handlers.screen import Button, Row, Screen, bold, grid, screen
from journal.context import Ctx
from journal.lessons import cards, substitution
from journal.lessons.substitution import Substitutable
from journal.model.lessons import Lesson
from locales.texts import Texts
from locales.words import inside

router = Router(name="lessons.substitution")
# A message carries at most a hundred buttons.
MOST = 96


@router.callback_query(SubstitutesCb.filter())
async def running(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_choice(await substitution.running_lessons(ctx), ctx, t))


@router.callback_query(SubstitutableCb.filter())
async def on_day(_: CallbackQuery, callback_data: SubstitutableCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await substitution.lessons_on(ctx, date.fromordinal(callback_data.day))
    await reply.show(_of_day(found, callback_data.unit, t))


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


def _choice(lessons: list[Lesson], ctx: Ctx, t: Texts) -> Screen:
    """The lessons that run; what was given earlier is behind a button."""
    buttons = [
        Button(f"{lesson.unit_name}, {inside(lesson.subject)}", SubstituteCb(lesson=lesson.id).pack())
        for lesson in lessons[:MOST]
    ]
    earlier = Button(t("I gave one earlier"), to_substitutable(ctx.today))
    return screen(
        t("Which lesson do you give for a colleague?") if buttons else t("No lessons are running now."),
        t("Only the first {count} are shown.", count=MOST) if len(lessons) > MOST else None,
        rows=(*grid(buttons), (earlier,), (Button(t("Back"), NOW),)),
    )


def _of_day(found: Substitutable, unit_id: int, t: Texts) -> Screen:
    """The classes of a day, then the lessons of the class chosen."""
    of_class = (lesson for lesson in found.lessons if lesson.class_id == unit_id)
    chosen = sorted(of_class, key=lambda lesson: (lesson.slot, lesson.unit_name))
    if chosen:
        rows = grid([_lesson(lesson) for lesson in chosen[:MOST]], 1)
        back = Button(t("Other classes"), to_substitutable(found.day))
    else:
        rows = grid(_classes(found), 4)
        back = Button(t("My lessons"), to_day(found.day))
    ask = t("Which lesson did you give for a colleague?")
    return screen(
        bold(t.weekday(found.day)),
        ask if found.lessons else t("No lessons of colleagues on this day."),
        rows=(*rows, () if chosen else _around(found, t), (back,)),
    )


def _lesson(lesson: Lesson) -> Button:
    label = f"{lesson.slot}. {lesson.unit_name}, {inside(lesson.subject)}"
    return Button(label, SubstituteCb(lesson=lesson.id).pack())


def _classes(found: Substitutable) -> list[Button]:
    """A button a class with its subgroups, named as the class is where it has a lesson of its own."""
    names: dict[int, str] = {}
    for lesson in found.lessons:
        if lesson.class_id not in names or lesson.unit_id == lesson.class_id:
            names[lesson.class_id] = lesson.unit_name
    return [Button(name, to_substitutable(found.day, unit)) for unit, name in list(names.items())[:MOST]]


def _around(found: Substitutable, t: Texts) -> Row:
    row = []
    if found.before is not None:
        row.append(Button(f"‹ {t.dated(found.before)}", to_substitutable(found.before)))
    if found.after is not None:
        row.append(Button(f"{t.dated(found.after)} ›", to_substitutable(found.after)))
    return tuple(row)
