"""«Ask the deputy head» about marks of a period: to open the page, to allow a mark on few marks."""

from handlers.periods.callbacks import AskResultCb, fields
from handlers.screen import Button, Style
from journal.model.periods import Place, ResultRequest
from locales.texts import Texts
from locales.words import inside


def ask_window(place: Place, t: Texts) -> Button:
    """Under a page that is closed, or outside its time."""
    return Button(t("Ask the deputy head"), AskResultCb(**fields(place)).pack(), style=Style.MAIN)


def ask_marks(place: Place, student_id: int, number: int, t: Texts) -> Button:
    """Under a student who has too few marks."""
    data = AskResultCb(student=student_id, **fields(place, number))
    return Button(t("Ask the deputy head"), data.pack(), style=Style.MAIN)


def about(item: ResultRequest, t: Texts) -> str:
    """`7Б, алгебра, мало оценок: Петрова Дина`: the page and what is asked for."""
    what = t("too few marks: {student}", student=item.student.listed) if item.student else t("period marks")
    return t(
        "{unit}, {subject}, {about}",
        unit=item.page.unit_name,
        subject=inside(item.page.subject),
        about=what,
    )
