"""«Что надо пересдать», «какие долги у Пети», «долги у обоих»: the debts."""

from handlers.answers import Answer
from handlers.debts.router import of_child
from handlers.diary.answers import answer
from handlers.diary.menu import FAMILY
from handlers.screen import Screen
from journal.context import Ctx
from journal.diary import Asked
from journal.words import Intent
from locales.texts import Texts


async def _debts(ctx: Ctx, t: Texts, asked: Asked) -> Screen:
    return await of_child(ctx, t, asked.child.student_id)


ANSWERS = {Intent.DEBTS: Answer(FAMILY, screen=lambda ctx, t, said: answer(ctx, t, said, _debts))}
