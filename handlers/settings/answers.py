"""«Отключи уведомления об оценках», «тихие часы», «смени язык»: the very setting, changed by a tap."""

from handlers.answers import Answer, Said
from handlers.screen import Screen
from handlers.settings import screens
from handlers.settings.callbacks import Page
from handlers.settings.menu import ENTRIES
from journal import subscriptions
from journal.context import Ctx
from journal.model.subscriptions import Topic
from journal.words import Intent
from journal.words.tokens import begins, words_of
from locales.texts import Texts

_TOPICS = {
    Topic.MARKS: ("оцен", "отмет", "двойк", "пятер", "mark", "grade"),
    Topic.HOMEWORK: ("домашн", "домашк", "задан", "дз=", "homework"),
    Topic.LATENESS: ("опозд", "late"),
    Topic.ABSENCES: ("пропуск", "отсутств", "прогул", "absence"),
    Topic.TIMETABLE: ("расписан", "замен", "timetable"),
    Topic.NOTICES: ("объявлен", "notices"),
    Topic.WEEKLY: ("сводк", "недел", "weekly"),
}
_PAGES = {
    Page.QUIET: ("тих", "ноч", "беззвуч", "quiet", "night"),
    Page.LANGUAGE: ("язык", "англ", "english", "русск", "russian", "language"),
    Page.DIGEST: ("вечер", "evening"),
    Page.PRIVACY: ("экран", "скрыт", "скрой", "screen"),
}


async def _settings(ctx: Ctx, t: Texts, said: Said) -> Screen:
    """The topic or the page that is spoken of, of the child that is; else everything."""
    found, words = await subscriptions.read(ctx), words_of(said.text)
    named = next((topic for topic, stems in _TOPICS.items() if _spoken(words, stems)), None)
    page = next((page for page, stems in _PAGES.items() if _spoken(words, stems)), Page.ALL)
    own = found.find(said.reading.child or ctx.actor.current_student_id or ctx.actor.student_id or 0)
    if named is not None and own is not None and named in own.topics:
        return screens.topic(own, named, t)
    return screens.page(page, found, ctx, t)


def _spoken(words: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    return any(begins(word, stems) for word in words)


ANSWERS = {Intent.SETTINGS: Answer(frozenset().union(*(one.hats for one in ENTRIES)), screen=_settings)}
