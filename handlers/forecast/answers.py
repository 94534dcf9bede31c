"""«Что выходит за четверть по алгебре»: the forecast of a child, or of a class."""

from handlers.answers import Answer, Said
from handlers.forecast.router import child_forecast, class_forecast
from handlers.screen import Screen
from journal import diary
from journal.context import Ctx
from journal.model.access import Hat
from journal.words import Intent
from locales.texts import Texts


async def _forecast(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """Of a family's child; a colleague is asked for what of class and subject was not named."""
    if ctx.actor.hat is Hat.STAFF:
        unit = said.reading.unit or 0
        return await class_forecast(ctx, t, unit, said.subject if unit else 0)
    asked = await diary.asked(ctx, said.reading)
    return await child_forecast(ctx, t, asked.child.student_id, asked.subject_id or 0)


ANSWERS = {Intent.FORECAST: Answer(frozenset(Hat), screen=_forecast)}
