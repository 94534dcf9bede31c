"""«Петя заболел»: the form, filled in with what was said; nothing is sent before a reason is tapped."""

from handlers.absences.callbacks import AheadCb
from handlers.answers import Answer, Said
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent
from journal.words.arrivals import arrives_at, leaves_after
from journal.words.tokens import words_of


def _form(said: Said) -> str:
    when = said.reading.when
    first = when.first.toordinal() if when and not said.reading.until_only else 0
    return AheadCb(
        student=said.student, day=first, until=when.last.toordinal() if when else 0, slot=_slot(said)
    ).pack()


def _slot(said: Said) -> int:
    """«Ко второму уроку», «после 4 урока»: the first lesson the child is there for, or away; 0: none."""
    words = words_of(said.text)
    left = leaves_after(words)
    return arrives_at(words) or (left + 1 if left is not None else 0)


ANSWERS = {
    Intent.ABSENCE: Answer(frozenset({Hat.GUARDIAN}), data=_form, permission=Permission.REPORT_ABSENCE)
}
