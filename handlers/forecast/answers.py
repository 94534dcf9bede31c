"""«Что выходит за четверть по алгебре»: the forecast."""

from handlers.answers import Answer
from handlers.forecast.callbacks import ForecastCb
from journal.model.access import Hat
from journal.words import Intent

ANSWERS = {
    Intent.FORECAST: Answer(
        frozenset({Hat.GUARDIAN, Hat.STUDENT}),
        data=lambda said: ForecastCb(student=said.student, subject=said.subject).pack(),
    ),
}
