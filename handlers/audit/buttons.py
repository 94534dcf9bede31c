"""The ways to the history, for the screens of the things themselves."""

from handlers.audit.callbacks import HistoryCb, Of, SchoolHistoryCb
from handlers.screen import Button
from locales.texts import Texts


def history(what: Of, number: int, t: Texts, *, sub: int = 0) -> Button:
    """The way to the history of a thing; of results: of a unit in the subject `sub`."""
    return Button(t("History"), HistoryCb(of=what, id=number, sub=sub).pack())


def changes(t: Texts) -> Button:
    """The way to all that was changed in the school today."""
    return Button(t("Changes"), SchoolHistoryCb().pack())
