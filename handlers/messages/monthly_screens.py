"""Screens of the letter of the month, and its words with a family's own figures."""

from handlers.home.screens import back
from handlers.messages.callbacks import THREADS, MonthAct, MonthCb
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.messages.monthly import Figures, Month
from locales.texts import Texts
from locales.words import inside


def preview(found: Month, number: int, t: Texts) -> Screen:
    """The letter as one family gets it; further ones are a tap away."""
    reached = found.reached
    number = number % len(reached) if reached else 0
    shown = reached[number] if reached else None
    return screen(
        bold(t("{unit}: the letter of the month", unit=found.unit.name)),
        t("As the family reads it: {student}", student=shown.student.listed) if shown else None,
        quote(_filled(found, shown, t)) if shown else t("Nobody gets it: no family has connected the diary."),
        t("People who get it: {count}", count=sum(len(one.readers) for one in reached)),
        _written(found, t),
        _missing(found, t),
        italic(
            t(
                "To change it for everybody, write your own text. These are filled in: {names}",
                names=", ".join(figure_names(t)),
            )
        ),
        t("It went to the class today already.") if found.sent_at is not None else None,
        rows=_rows(found, number, t),
    )


def families(found: Month, t: Texts) -> Screen:
    """Who is left out."""
    buttons = [
        Button(
            f"{_sign(found, one)} {one.student.listed}",
            _to(found, MonthAct.TURN, one.student.id),
        )
        for one in found.families
        if one.readers
    ]
    return screen(
        bold(t("{unit}: who gets the letter", unit=found.unit.name)),
        t("Tap to leave a family out, or to take it in again."),
        t("✎: written in words of its own.") if found.draft.own else None,
        rows=(*grid(buttons), (Button(t("Ready"), _to(found, MonthAct.SHOW)),)),
    )


def own(found: Month, student_id: int, t: Texts) -> Screen:
    """Asks for the words for one family; how it reads now can be copied."""
    one = next(one for one in found.families if one.student.id == student_id)
    return screen(
        bold(t("{unit}, {student}: words for this family", unit=found.unit.name, student=one.student.listed)),
        t("Write them; the others get theirs. So far the family reads:"),
        quote(_filled(found, one, t)),
        rows=((Button(t("Leave it as it is"), _to(found, MonthAct.SHOW, _number(found, student_id))),),),
    )


def of_family(found: Month, student_id: int, t: Texts) -> Screen:
    """The preview of that family."""
    return preview(found, _number(found, student_id), t)


def sent(unit: int, count: int, t: Texts) -> Screen:
    return screen(
        t("Sent. People who get it: {count}. Their answers come to your messages.", count=count),
        rows=((Button(t("Messages"), THREADS), back(t)),),
    )


def filled(found: Month, t: Texts) -> dict[int, str]:
    """The letter of each family that gets it, by student."""
    return {one.student.id: _filled(found, one, t) for one in found.reached}


def _filled(found: Month, one: Figures, t: Texts) -> str:
    said = found.draft.own.get(one.student.id, found.draft.text)
    text = (
        said
        if said is not None
        else t(
            "Good day! [name]: the last 30 days.\n[absences]\n[averages]\n[debts]\n"
            "If you have questions, answer this letter."
        )
    )
    return with_figures(text, one, t)


def _number(found: Month, student_id: int) -> int:
    """The place of that family among those reached."""
    return next((place for place, one in enumerate(found.reached) if one.student.id == student_id), 0)


def _sign(found: Month, one: Figures) -> str:
    if one.student.id in found.draft.without:
        return "○"
    return "✎" if one.student.id in found.draft.own else "●"


def _written(found: Month, t: Texts) -> str | None:
    """`Своими словами написано 12 из 27, остальные получат общий текст.`"""
    if not found.written:
        return None
    return t(
        "Written in words of their own: {written} of {count}; the others get the common letter.",
        written=found.written,
        count=len(found.reached),
    )


def with_figures(text: str, one: Figures, t: Texts) -> str:
    """The text with the student's figures in place of their names."""
    values = (one.student.first_name, _absences(one, t), _averages(one, t), _debts(one, t))
    for name, value in zip(figure_names(t), values, strict=True):
        text = text.replace(name, value)
    return text


def figure_names(t: Texts) -> tuple[str, ...]:
    """What may stand in a text for the figures of a student."""
    return t("[name]"), t("[absences]"), t("[averages]"), t("[debts]")


def _absences(one: Figures, t: Texts) -> str:
    if not one.missed.lessons:
        return t("No lesson was missed.")
    missing = one.missed.lessons - one.missed.excused
    return t(
        "Lessons missed: {count}, without a valid reason: {missing}.",
        count=one.missed.lessons,
        missing=missing,
    )


def _averages(one: Figures, t: Texts) -> str:
    if not one.averages:
        return t("There were no marks.")
    said = ", ".join(f"{inside(name)} {t.average(mean)}" for name, mean in one.averages)
    return t("Averages: {averages}.", averages=said)


def _debts(one: Figures, t: Texts) -> str:
    return t("Debts: {count}.", count=one.debts) if one.debts else t("There are no debts.")


def _missing(found: Month, t: Texts) -> str | None:
    without = [one.student.short for one in found.families if not one.readers]
    if not without:
        return None
    return t("Not connected: {names}", names=", ".join(without))


def _rows(found: Month, number: int, t: Texts) -> tuple[Row, ...]:
    reached = found.reached
    send: Row = ()
    if reached and found.sent_at is None:
        send = (Button(t("Send to everybody"), _to(found, MonthAct.SEND, found.mark), style=Style.MAIN),)
    shown = reached[number].student.id if reached else 0
    one: Row = (Button(t("Change for this family"), _to(found, MonthAct.OWN, shown)),)
    if shown in found.draft.own:
        one = (*one, Button(t("The common letter"), _to(found, MonthAct.COMMON, shown)))
    another = Button(t("Another family ›"), _to(found, MonthAct.SHOW, number + 1))
    customary = Button(t("Customary words"), _to(found, MonthAct.CUSTOMARY))
    return (
        send,
        one if reached else (),
        (another,) if len(reached) > 1 else (),
        (Button(t("Whom to leave out"), _to(found, MonthAct.FAMILIES)),),
        (customary,) if found.draft.text is not None else (),
        (Button(t("Messages"), THREADS), back(t)),
    )


def _to(found: Month, act: MonthAct, of: int = 0) -> str:
    return MonthCb(unit=found.unit.id, act=act, of=of).pack()
