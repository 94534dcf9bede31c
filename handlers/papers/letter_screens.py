"""Screens of the information letter: about whom, in which words, on paper here or by the office."""

from collections.abc import Sequence

from handlers.home.screens import back
from handlers.messages.monthly_screens import figure_names
from handlers.papers.callbacks import LetterAct, LetterCb, LetterToCb, PapersCb, RequestsCb
from handlers.papers.letters import template_name, text_for
from handlers.screen import Button, File, Screen, Style, bold, grid, italic, quote, screen
from journal.model.papers import AskedPrint
from journal.model.people import Person, Unit
from journal.papers.letter import InformationLetter, Template
from locales.texts import Texts


def addressees(unit: Unit, students: Sequence[Person], t: Texts) -> Screen:
    """About whom?"""
    buttons = [Button(one.listed, LetterCb(unit=unit.id, student=one.id).pack()) for one in students]
    everybody = Button(t("A letter to every family"), LetterCb(unit=unit.id, student=0).pack())
    return screen(
        bold(t("{unit}: information letter", unit=unit.name)),
        t("About whom? The letter is printed for the paper diary.")
        if students
        else t("There is nobody in this {term.unit.english} yet."),
        rows=(*grid(buttons), (everybody,) if students else (), _home(unit, t)),
    )


def preview(found: InformationLetter, t: Texts) -> Screen:
    """The letter as a family reads it, other words, and the two ways to paper."""
    first = found.families[0] if found.families else None
    return screen(
        bold(_title(found, t)),
        quote(text_for(found, first, t)) if first else t("There is nobody in this {term.unit.english} yet."),
        t("Pages: {count}, each with figures of its own.", count=len(found.families))
        if len(found.families) > 1
        else None,
        italic(
            t(
                "To change it, write your own text. These are filled in: {names}",
                names=", ".join(figure_names(t)),
            )
        ),
        rows=(
            *grid(_templates(found, t)),
            (Button(t("Get the file"), _to(found, LetterAct.FILE), style=Style.MAIN),) if first else (),
            (Button(t("Ask the office to print it"), _to(found, LetterAct.ASK)),) if first else (),
            (Button(t("About another"), LetterToCb(unit=found.unit.id).pack()), *_home(found.unit, t)),
        ),
    )


def file(found: InformationLetter, content: bytes, t: Texts) -> Screen:
    return screen(
        bold(_title(found, t)),
        t("Pages: {count}.", count=len(found.families)),
        file=File(t("letter {unit}.pdf", unit=found.unit.name), content),
    )


def asked(one: AskedPrint, t: Texts) -> Screen:
    """The office has it; what becomes of it will be told."""
    return screen(
        t("Passed on to the office. When it is printed, I will tell you."),
        rows=((Button(t("My requests"), RequestsCb(own=True).pack()),), _home(one.unit, t)),
    )


def _templates(found: InformationLetter, t: Texts) -> list[Button]:
    """The other words there are; the ones shown are marked."""
    shown = found.what.template
    return [
        Button(
            t("• {label}", label=template_name(one, t)) if one is shown else template_name(one, t),
            LetterCb(unit=found.unit.id, student=found.what.student_id, template=one).pack(),
        )
        for one in Template
        if one is not Template.OWN or shown is Template.OWN
    ]


def _title(found: InformationLetter, t: Texts) -> str:
    if not found.what.student_id:
        return t("{unit}: a letter to every family", unit=found.unit.name)
    return t("{unit}: letter, {student}", unit=found.unit.name, student=found.families[0].student.listed)


def _to(found: InformationLetter, act: LetterAct) -> str:
    what = found.what
    return LetterCb(unit=what.unit_id, student=what.student_id, template=what.template, act=act).pack()


def _home(unit: Unit, t: Texts) -> tuple[Button, ...]:
    return (Button(t("All papers"), PapersCb(unit=unit.id).pack()), back(t))
