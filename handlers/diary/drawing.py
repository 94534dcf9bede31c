"""Answers to questions in plain words that want a picture: «покажи график оценок», «пропуски картинкой»."""

from handlers.diary.callbacks import PictureCb, PictureLook
from handlers.diary.pictures import picture
from handlers.screen import Screen
from journal.context import Ctx
from journal.diary import Asked
from journal.words import Drawing, Intent
from locales.texts import Texts


async def drawn(ctx: Ctx, t: Texts, asked: Asked) -> Screen | None:
    """The picture that is asked for; None where none is, or where there is none of it."""
    look = _look(ctx, asked)
    if look is None:
        return None
    when = asked.question.when
    # «За неделю» is the seven days until now: their last stands in the week that is meant.
    day = when.last.toordinal() if when is not None else 0
    at = day if look is PictureLook.WEEK else asked.period_id or 0
    return await picture(ctx, t, PictureCb(student=asked.child.student_id, look=look, at=at))


def _look(ctx: Ctx, asked: Asked) -> PictureLook | None:
    """One subject or one mark is told in words, and so is everything to who reads large."""
    question = asked.question
    if question.drawing is None or ctx.actor.reads_large or question.subject or question.value:
        return None
    match question.intent, question.drawing:
        case Intent.ABSENCES, _:
            return PictureLook.STRIP
        case Intent.TIMETABLE, _:
            return PictureLook.WEEK
        case ((Intent.MARKS | Intent.AVERAGES | Intent.SUMMARY), Drawing.BARS):
            return PictureLook.SPREAD
        case Intent.SUMMARY, Drawing.PICTURE:
            return PictureLook.WEEK
        case ((Intent.MARKS | Intent.AVERAGES | Intent.SUMMARY), _):
            return PictureLook.WEEK if question.when is not None else PictureLook.TRENDS
        case _:
            return None
