"""The class teacher's list: who is in it, whom to call, and whether it is right."""

from handlers.class_lists.callbacks import ClassListCb, ConfirmListCb, FlawCb
from handlers.classroom.callbacks import ClassCb
from handlers.home.screens import back
from handlers.paging import page_of
from handlers.screen import Button, Row, Screen, Style, bold, italic, quote, screen
from journal.context import Ctx
from journal.model.class_lists import ClassList, Entry, Flaw
from journal.model.people import Unit
from locales.texts import Texts

# Students with their adults on one page.
PAGE = 30


def class_list(found: ClassList, page: int, ctx: Ctx, t: Texts, *, said: str | None = None) -> Screen:
    """Every student with the adults and numbers the school has; what is missing stands out."""
    part = page_of(list(enumerate(found.entries, 1)), page, PAGE)
    unit = found.unit

    def to(number: int) -> str:
        return ClassListCb(unit=unit.id, page=number).pack()

    return screen(
        *((italic(said), "") if said else ()),
        bold(t("{unit}: class list, students: {count}", unit=unit.name, count=len(found.entries))),
        standing(found, ctx, t),
        *_lacking(found, t),
        *(flaw(one, ctx, t) for one in found.flaws),
        "",
        *(_entry(number, entry, t) for number, entry in part.shown),
        rows=(
            _decision(found, t),
            part.turns(to, t),
            (Button(t("The class's day"), ClassCb(unit=unit.id).pack()), back(t)),
        ),
    )


def question(unit: Unit, t: Texts) -> Screen:
    """Asks what is wrong."""
    return screen(
        bold(t("{unit}: what is wrong in the list?", unit=unit.name)),
        t("Write in a line or two, for example:"),
        italic(t("Ivanova Anya: her mother has a new number, +7 900 000-00-00")),
        rows=((Button(t("Nothing is wrong"), ClassListCb(unit=unit.id).pack()), back(t)),),
    )


def standing(found: ClassList, ctx: Ctx, t: Texts) -> str:
    """Whether it is confirmed, or by when it is to be."""
    if found.confirmed is not None:
        return t(
            "Confirmed on {day}, {who}.",
            day=t.day(ctx.school.day(found.confirmed.at)),
            who=found.confirmed.by.short,
        )
    if found.flaws:
        return t("It is confirmed once the office has put the mistakes right.")
    if found.today > found.due_on:
        return t("Not confirmed; it was due by {day}.", day=t.day(found.due_on))
    return t("Please look through and confirm by {day}.", day=t.day(found.due_on))


def flaw(one: Flaw, ctx: Ctx, t: Texts) -> str:
    return quote(t("{text} (told on {day})", text=one.text, day=t.short_day(ctx.school.day(one.reported_at))))


def _lacking(found: ClassList, t: Texts) -> list[str]:
    """Whose adults the school could not reach by telephone."""
    without = [one.student.listed for one in found.entries if not any(number for _, number in one.adults)]
    return [t("No telephone of any adult: {names}.", names=", ".join(without))] if without else []


def _entry(number: int, entry: Entry, t: Texts) -> str:
    """`4. Галкин Даниил: Галкина Е. А. +7 900 000-00-00`."""
    without, nobody = t("no telephone"), t("no adult is on record")
    adults = ", ".join(f"{adult.short} {phone or without}" for adult, phone in entry.adults)
    return f"{number}. {entry.student.listed}: {adults or nobody}"


def _decision(found: ClassList, t: Texts) -> Row:
    wrong = Button(t("There is a mistake"), FlawCb(unit=found.unit.id).pack())
    if found.confirmed is not None or found.flaws or not found.entries:
        return (wrong,)
    right = Button(t("Everything is right"), ConfirmListCb(unit=found.unit.id).pack(), style=Style.GOOD)
    return (right, wrong)
