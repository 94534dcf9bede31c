"""«Напиши классной»: whom to write to; nothing is sent before a text is typed and confirmed."""

from handlers.answers import Answer
from handlers.diary.menu import FAMILY
from handlers.messages.callbacks import WhomCb
from journal.policy import Permission
from journal.words import Intent

ANSWERS = {
    Intent.MESSAGE: Answer(
        FAMILY, data=lambda said: WhomCb(student=said.student).pack(), permission=Permission.CORRESPOND
    )
}
