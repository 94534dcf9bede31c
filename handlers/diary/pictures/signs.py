"""The signs of pictures: marks, averages and absences, each with the colour that goes with it."""

from collections.abc import Iterable
from decimal import Decimal

from journal.diary.averages import BEST, rounded
from journal.model.attendance import Absence, Presence, Reason
from journal.model.marks import DEBT
from locales.texts import Texts
from reports.pictures import Chip, Tone

_TONES = {"5": Tone.GOOD, "4": Tone.FAIR, "3": Tone.WARN, "2": Tone.BAD, "1": Tone.BAD}
# Longer names fill a picture rather than tell anything; no subject of the curriculum comes near.
LONGEST = 60


def mark_chip(value: str, t: Texts) -> Chip:
    """A mark; what is no number stands in grey, and what is owed is explained."""
    return Chip(value, _TONES.get(value, Tone.PLAIN), t("still to be done") if value == DEBT else "")


def average_chip(average: Decimal, t: Texts) -> Chip:
    """An average in the colour of the mark it is nearest to."""
    return Chip(t.average(average), _TONES[str(min(BEST, max(1, rounded(average))))])


def absence_chip(absence: Absence, t: Texts) -> Chip:
    """How the child stood in a register, as a letter or two and what they mean."""
    match absence.status, absence.reason:
        case Presence.LATE, _:
            return Chip(t.context("sign", "late"), Tone.WARN, t("late"))
        case Presence.LEFT_EARLY, _:
            return Chip(t.context("sign", "left"), Tone.WARN, t("left early"))
        case Presence.PRESENT, _:
            return Chip(t.context("sign", "here"), Tone.PLAIN, t("present"))
        case _, Reason.ILL:
            return Chip(t.context("sign", "ill"), Tone.FAIR, t("illness"))
        case _, Reason.FAMILY | Reason.EXCUSED:
            return Chip(t.context("sign", "exc"), Tone.FAIR, t("valid reason"))
        case _, Reason.UNEXCUSED:
            return Chip(t.context("sign", "abs"), Tone.BAD, t("no valid reason"))
        case _:
            return Chip(t.context("sign", "abs?"), Tone.WARN, t("no reason given"))


def legend(shown: Iterable[Chip]) -> tuple[Chip, ...]:
    """The signs that must be explained, each once."""
    return tuple(dict.fromkeys(chip for chip in shown if chip.means))


def named(subject: str) -> str:
    return subject if len(subject) <= LONGEST else f"{subject[: LONGEST - 1]}…"
