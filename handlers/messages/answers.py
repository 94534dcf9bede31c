"""«Напиши классной»: the question for the message, to whom it was said."""

from handlers.answers import Answer, Said
from handlers.diary.menu import FAMILY
from handlers.messages.callbacks import LetterCb, WhomCb
from journal.model.messages import Office
from journal.policy import Permission
from journal.words import Intent, Recipient

_OFFICES = {
    Recipient.CLASS_TEACHER: Office.CLASS_TEACHER,
    Recipient.ADMINISTRATION: Office.ADMINISTRATION,
}


def _letter(said: Said) -> str:
    """To the class teacher or the administration at once; else whoever is chosen."""
    office = _OFFICES.get(said.reading.to) if said.reading.to is not None else None
    if office is None:
        return WhomCb(student=said.student).pack()
    return LetterCb(student=said.student, office=office).pack()


ANSWERS = {
    Intent.MESSAGE: Answer(FAMILY, data=_letter, permission=Permission.CORRESPOND),
}
