"""Works by name, as lists and pushes say them."""

from handlers.marks.screens import kind_name
from journal.model.painting import PageWork
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside


def work_name(work: PageWork, regulation: Regulation, t: Texts) -> str:
    """`7Б, алгебра: контрольная работа 07.10, до 14.10`."""
    kind = kind_name(work.kind, regulation, t)
    said = t(
        "{unit}, {subject}: {kind} of {day}",
        unit=work.unit_name,
        subject=inside(work.subject),
        kind=kind,
        day=t.short_day(work.day),
    )
    return said if work.due_on is None else t("{work}, by {day}", work=said, day=t.short_day(work.due_on))
