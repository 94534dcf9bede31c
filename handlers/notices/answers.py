"""«Что нового пишет школа», and a notice that is begun by a sentence."""

from handlers.answers import Answer
from handlers.notices.callbacks import INBOX, WRITE
from journal.model.access import Hat
from journal.words import Intent

ANSWERS = {
    Intent.NOTICES: Answer(frozenset(Hat), data=lambda said: INBOX),
    Intent.NOTICE: Answer(frozenset({Hat.STAFF}), data=lambda said: WRITE),
}
