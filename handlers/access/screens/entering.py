"""Screens of entering: greeting, consent, birth date, and what came of it."""

from datetime import datetime

from handlers.access.callbacks import AcceptCb, ConsentFormsCb, ContinueCb, DeclineCb, TypeCodeCb
from handlers.access.screens import consent_texts, words
from handlers.home.callbacks import HOME
from handlers.home.screens import contact
from handlers.screen import Button, File, Screen, Style, bold, screen
from journal.access.binding import Bound, Offer, Waiting
from journal.model.access import BindingKind
from journal.model.school import School
from locales.texts import Texts

# A day that no student of today was born on: an example must not be anybody's answer.
EXAMPLE = "31.01.2000"


def greeting(offer: Offer, school: School, t: Texts) -> Screen:
    """Who we are, and what we never ask for."""
    return screen(
        bold(t("This is the diary of {school}.", school=school.short_name)),
        t("We never ask for codes from text messages nor for the password of any account."),
        rows=[[Button(t("Continue"), ContinueCb().pack(), style=Style.MAIN)]],
    )


def consent(offer: Offer, school: School, t: Texts) -> Screen:
    """The consent with everything the law wants in it; the messenger's part stands apart."""
    return screen(
        *consent_texts.processing(school, t),
        "",
        *consent_texts.messenger(t),
        _paper(offer.kind, t) if offer.lacks_consent else None,
        rows=[
            [Button(t("I agree"), AcceptCb().pack(), style=Style.GOOD)],
            [Button(t("I do not agree"), DeclineCb().pack())],
        ],
    )


def _paper(kind: BindingKind, t: Texts) -> str:
    if kind is BindingKind.STUDENT:
        return t("The diary opens when the consent of a parent has been received.")
    return t("The school also needs your signature on paper: sign at the {term.unit_head.english}'s.")


def ask_date(kind: BindingKind, t: Texts, notice: str | None = None) -> Screen:
    """The second factor."""
    asked = (
        t("Write your own birth date, for instance {example}.", example=EXAMPLE)
        if kind is BindingKind.STUDENT
        else t("Write the child's birth date, for instance {example}.", example=EXAMPLE)
    )
    return screen(notice, asked, rows=[[Button(t("Cancel"), DeclineCb().pack())]])


def unclear_date(t: Texts) -> str:
    return t("That does not look like a date.")


def wrong_date(left: int, t: Texts) -> str:
    return t.plural(
        "This date is not the one the school knows. {count} attempt is left.",
        "This date is not the one the school knows. {count} attempts are left.",
        left,
    )


def confirm_colleague(school: School, t: Texts) -> Screen:
    """A staff code: whoever holds it says that it is theirs."""
    return screen(
        bold(t("This is the journal of {school}.", school=school.short_name)),
        t("The code is for a member of staff and works once. Enter only if it was handed to you yourself."),
        rows=[
            [Button(t("Enter"), AcceptCb().pack(), style=Style.MAIN)],
            [Button(t("Cancel"), DeclineCb().pack())],
        ],
    )


def bound(done: Bound, t: Texts) -> Screen:
    """It worked: whose diary it is, and what comes next."""
    return screen(
        bold(_ready(done, t)),
        t("Here you are: {capacity}.", capacity=words.capacity(done.capacity, t)) if done.capacity else None,
        t("We write about absences at once, about the rest after lessons.")
        if done.kind is BindingKind.GUARDIAN
        else None,
        rows=[[Button(t("All right"), HOME, style=Style.MAIN)]],
    )


def _ready(done: Bound, t: Texts) -> str:
    if done.child is None:
        return t("Done: {name}.", name=done.person.formal)
    return t("Done: {name}, {unit}.", name=done.child.first_name, unit=done.child.unit_name)


def waiting(found: Waiting, t: Texts) -> Screen:
    """Everything fits, but the paper (or the guardian's consent) is still to come."""
    said = (
        t("Everything fits. The diary opens when a parent has given consent.")
        if found.kind is BindingKind.STUDENT
        else t("Everything fits. Now sign the paper at the {term.unit_head.english}'s: the diary opens then.")
    )
    return screen(said, t("We will write to you here."), rows=[[Button(t("All right"), HOME)]])


def bad_code(t: Texts) -> Screen:
    """Wrong, used, expired, revoked, locked, foreign: one and the same."""
    return screen(
        t("The code did not fit. Check it, or ask whoever gave it to you for a new one."),
        rows=[[Button(t("Enter it again"), TypeCodeCb().pack())]],
    )


def too_often(until: datetime, school: School, t: Texts) -> Screen:
    return screen(
        t("Too many attempts. Try again after {time}.", time=t.clock(until, school.zone)),
        rows=[[Button(t("Home"), HOME)]],
    )


def ask_code(t: Texts) -> Screen:
    return screen(
        t("Write the code from the slip, for instance {example}.", example="CD2FH-JK3MN"),
        rows=[[Button(t("Cancel"), HOME)]],
    )


def declined(kind: BindingKind, school: School, t: Texts) -> Screen:
    """No reproach, and what a family has instead."""
    again = [Button(t("Enter it again"), TypeCodeCb().pack())]
    said = t("Nothing was saved. Your code still works.")
    if kind is BindingKind.STAFF:
        return screen(said, rows=[again])
    return screen(
        said,
        t("Without the consent nothing is shown or sent here; lessons and marks go on as usual."),
        t("The {term.unit_head.english} can give you the results on paper every week."),
        t(
            "To answer on paper, take the form, mark “I do not agree” in it and hand it to the "
            "{term.unit_head.english}."
        ),
        contact(school, t),
        rows=[[forms_button(t)], again],
    )


def forms_button(t: Texts) -> Button:
    return Button(t("The form on paper"), ConsentFormsCb().pack())


def forms(pdf: bytes, t: Texts) -> Screen:
    """The consents as a form: whether one agrees is marked by hand."""
    name = t("Consents, the form")
    return screen(
        t("Print it, fill it in by hand and give it to the {term.unit_head.english}."),
        file=File(f"{name}.pdf", pdf),
        rows=[[Button(t("Home"), HOME)]],
    )
