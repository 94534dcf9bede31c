"""«Кто сегодня болеет»: the class teacher's card of the day."""

from handlers.answers import Answer
from handlers.classroom.callbacks import ClassCb
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent

ANSWERS = {
    Intent.WHO_ABSENT: Answer(
        frozenset({Hat.STAFF}),
        data=lambda said: ClassCb(unit=said.reading.unit or 0).pack(),
        permission=Permission.DECIDE_ABSENCE_NOTE,
    )
}
