"""«Ask the deputy head» about marks of a period: to open the page, to allow a mark on few marks."""

from handlers.periods.callbacks import AskResultCb, fields
from handlers.screen import Button, Style
from journal.model.periods import Place
from locales.texts import Texts


def ask_window(place: Place, t: Texts) -> Button:
    """Under a page that is closed, or outside its time."""
    return Button(t("Ask the deputy head"), AskResultCb(**fields(place)).pack(), style=Style.MAIN)


def ask_marks(place: Place, student_id: int, number: int, t: Texts) -> Button:
    """Under a student who has too few marks."""
    data = AskResultCb(student=student_id, **fields(place, number))
    return Button(t("Ask the deputy head"), data.pack(), style=Style.MAIN)
