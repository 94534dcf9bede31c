"""«Кого нет в 7Б»: the attendance of a class, or of the school."""

from handlers.answers import Answer, Said
from handlers.deputy.callbacks import AttendanceCb, ClassAbsentCb
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent


def _absent(said: Said) -> str:
    unit = said.reading.unit
    return ClassAbsentCb(unit=unit).pack() if unit is not None else AttendanceCb().pack()


ANSWERS = {
    Intent.WHO_ABSENT: Answer(frozenset({Hat.STAFF}), data=_absent, permission=Permission.OPEN_ENTRY, order=5)
}
