"""«Поставь Иванову 5»: the marks of the lesson with that mark painted, not saved."""

from handlers.answers import Answer, Said
from handlers.lessons import screens as lesson_screens
from handlers.marks import screens
from handlers.screen import Screen
from journal.context import Ctx
from journal.lessons import cards
from journal.marks import painting, typing
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from locales.texts import Texts


async def _painted(ctx: Ctx, t: Texts, said: Said) -> Screen:
    students, value = said.reading.students, said.reading.value
    lesson = await cards.of_class(ctx, said.reading.unit, students)
    if lesson is None:
        return lesson_screens.now(await cards.now(ctx), ctx, t)
    if students and value is not None:
        # The sheet is opened first: what is typed next goes on with it.
        await painting.open_marks(ctx, lesson, anew=True)
        return screens.painting(await typing.dictate(ctx, lesson, said.text, students, value), ctx, t)
    return screens.painting(await painting.open_marks(ctx, lesson), ctx, t)


ANSWERS = {
    Intent.MARK: Answer(frozenset({Hat.STAFF}), screen=_painted, permission=Permission.ENTER_LESSON),
}
