"""Works by name, as lists and pushes say them."""

from journal.model.painting import PageWork
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside


def kind_name(kind: str, regulation: Regulation, t: Texts) -> str:
    """The school's name of a kind of work, in the reader's language."""
    known = regulation.marks.work_types.get(kind)
    if known is None:
        return kind
    return known.name if t.locale == "ru" else known.english


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
