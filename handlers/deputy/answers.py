"""«Кого нет в 7Б», «кому не выставлены четвертные»: what the school has not entered, and who is not there."""

from handlers.answers import Answer, Said
from handlers.deputy.callbacks import AttendanceCb, ClassAbsentCb
from handlers.periods.callbacks import BOARD
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent


def _absent(said: Said) -> str:
    unit = said.reading.unit
    return ClassAbsentCb(unit=unit).pack() if unit is not None else AttendanceCb().pack()


STAFF = frozenset({Hat.STAFF})
ANSWERS = {
    Intent.WHO_ABSENT: Answer(STAFF, data=_absent, permission=Permission.OPEN_ENTRY, order=5),
    # Whoever teaches, too, is shown the own pages first.
    Intent.FINALS: Answer(STAFF, data=lambda _: BOARD, permission=Permission.CONTROL_JOURNALS, order=20),
}
