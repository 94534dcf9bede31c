"""«Петя заболел»: the form, filled in with what was said; nothing is sent before a reason is tapped."""

from handlers.absences.callbacks import AheadCb
from handlers.answers import Answer, Said
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent


def _form(said: Said) -> str:
    when = said.reading.when
    first = when.first.toordinal() if when and not said.reading.until_only else 0
    return AheadCb(student=said.student, day=first, until=when.last.toordinal() if when else 0).pack()


ANSWERS = {
    Intent.ABSENCE: Answer(frozenset({Hat.GUARDIAN}), data=_form, permission=Permission.REPORT_ABSENCE)
}
