"""«Отключи уведомления», «смени язык»: the settings."""

from handlers.answers import Answer
from handlers.settings.callbacks import SETTINGS
from handlers.settings.menu import ENTRIES
from journal.words import Intent

ANSWERS = {
    Intent.SETTINGS: Answer(frozenset().union(*(one.hats for one in ENTRIES)), data=lambda said: SETTINGS)
}
