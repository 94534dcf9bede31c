"""«Дз 7Б на завтра: № 215»: the homework of the lesson as a draft; «кого нет»: the lesson at hand."""

from handlers.answers import Answer, Said
from handlers.lessons import homework_screens, screens
from handlers.lessons.callbacks import NOW
from handlers.screen import Screen
from journal.context import Ctx
from journal.lessons import cards, homework
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from locales.texts import Texts

STAFF = frozenset({Hat.STAFF})


async def _drafted(ctx: Ctx, t: Texts, said: Said) -> Screen:
    lesson = await cards.of_class(ctx, said.reading.unit)
    if lesson is None:
        return screens.now(await cards.now(ctx), ctx, t)
    found = await homework.open_homework(ctx, lesson)
    if said.body:
        found = await homework.add(ctx, lesson, said.body, [])
    return homework_screens.giving(found, ctx, t)


ANSWERS = {
    Intent.SET_HOMEWORK: Answer(STAFF, screen=_drafted, permission=Permission.ENTER_LESSON),
    # Whoever heads a class or watches over all reads more than the lesson at hand.
    Intent.WHO_ABSENT: Answer(STAFF, data=lambda said: NOW, permission=Permission.ENTER_LESSON, order=90),
}
