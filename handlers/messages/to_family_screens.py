"""Screens on which a colleague chooses the family to write to."""

from collections.abc import Sequence

from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.callbacks import THREADS, TO_FAMILIES, ReaderCb, ToFamiliesCb, ToFamilyCb
from handlers.screen import Button, Row, Screen, bold, grid, italic, screen
from journal.messages.to_family import Family, Pupils
from journal.model.people import Unit
from locales.texts import Texts


def classes(found: Sequence[Unit], t: Texts) -> Screen:
    """Which class; nothing is asked where there is only one."""
    buttons = [Button(unit.name, ToFamiliesCb(unit=unit.id).pack()) for unit in found]
    said = (
        t("Of which class?") if found else t("You teach no class at present, so there is nobody to write to.")
    )
    return screen(
        bold(t("Write to a family")),
        said,
        rows=(*grid(buttons, 4), (Button(t("Messages"), THREADS), back(t))),
    )


def pupils(found: Pupils, t: Texts) -> Screen:
    """Whose family."""
    buttons = [Button(one.listed, ToFamilyCb(student=one.id).pack()) for one in found.students]
    return screen(
        bold(t("{unit}: whose family to write to?", unit=found.unit.name)),
        None if found.students else t("There are no students here."),
        rows=(*grid(buttons), _back(t)),
    )


def family(found: Family, t: Texts) -> Screen:
    """Who of them; whoever has no diary on a phone cannot be reached here."""
    student = found.child.student_id
    rows: list[Row] = [
        (
            Button(
                t("{name} · the student", name=one.short) if one.id == student else one.formal,
                ReaderCb(student=student, person=one.id).pack(),
            ),
        )
        for one in found.readers
    ]
    return screen(
        bold(t("{child}: whom to write to?", child=words.child_named(found.child))),
        _why(found, t),
        rows=(*rows, _back(t, found.child.unit_id)),
    )


def _why(found: Family, t: Texts) -> str:
    if found.readers:
        return italic(t("Only whoever has connected the diary is here. Nobody sees your phone number."))
    if not found.allowed:
        return t("The school's rules know no correspondence with families. Please call them.")
    return t("Nobody of this family has connected the diary yet. Give them a code, or call them.")


def _back(t: Texts, unit_id: int | None = None) -> Row:
    to = ToFamiliesCb(unit=unit_id).pack() if unit_id else TO_FAMILIES
    return (Button(t("Back"), to if unit_id else THREADS), back(t))
