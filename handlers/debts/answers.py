"""«Что надо пересдать», «какие долги у Пети»: the debts."""

from handlers.answers import Answer
from handlers.debts.callbacks import DebtsCb
from handlers.diary.menu import FAMILY
from journal.words import Intent

ANSWERS = {Intent.DEBTS: Answer(FAMILY, data=lambda said: DebtsCb(student=said.student).pack())}
