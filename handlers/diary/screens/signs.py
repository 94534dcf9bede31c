"""What signs mean, for whoever meets them for the first time."""

from collections.abc import Iterable

from handlers.screen import italic
from journal.model.marks import DEBT
from locales.texts import Texts


def debt_sign(marks: Iterable[str], t: Texts) -> str | None:
    """What «•» means, where one of these marks as they are written is a work not handed in; else nothing."""
    return italic(t("{sign}: work not handed in yet", sign=DEBT)) if DEBT in marks else None
