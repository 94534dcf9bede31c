"""Screens of what did not arrive."""

from collections.abc import Mapping

from handlers.delivery import words
from handlers.delivery.callbacks import (
    LETTERS,
    STATE,
    Deed,
    LetterCb,
    LetterDeedCb,
    SetbackCb,
    SetbackDeedCb,
)
from handlers.home.screens import back
from handlers.paging import Page
from handlers.screen import Button, Screen, Style, bold, grid, quote, screen
from journal.context import Ctx
from journal.delivery.letters import PAGE, undelivered
from journal.model.delivery import Letter, LetterPage, Opened
from journal.model.trouble import Setback
from locales.texts import Texts


def overview(found: Mapping[Setback, int], t: Texts) -> Screen:
    """How much did not arrive, by what befell it."""
    ways = (Button(t("How the bot is doing"), STATE), back(t))
    if not any(found.values()):
        return screen(
            bold(t("Nothing is left to look at.")),
            t("What the messenger refuses, and what comes too late, will stand here."),
            rows=(ways,),
        )
    buttons = [
        Button(f"{words.short(setback, t)}: {found[setback]}", SetbackCb(of=setback).pack())
        for setback in Setback
        if found.get(setback)
    ]
    return screen(
        bold(t("Did not arrive: {count}", count=undelivered(dict(found)))),
        t("What a message says is seen by nobody here."),
        rows=(*grid(buttons), ways),
    )


def listed(page: LetterPage, ctx: Ctx, t: Texts) -> Screen:
    """What one setback befell, with what may be done with all of it."""
    if not page.total:
        return screen(bold(t("Nothing of this kind is left.")), rows=(_back(t),))
    part = Page(page.letters, page.number, max(1, -(-page.total // PAGE)))
    first = page.number * PAGE + 1
    named = page.named
    lines = [
        f"{number}. {_line(letter, ctx, t, named=named)}" for number, letter in enumerate(page.letters, first)
    ]
    buttons = [
        Button(f"№ {number}", LetterCb(of=letter.source, id=letter.id).pack())
        for number, letter in enumerate(page.letters, first)
    ]
    return screen(
        bold(f"{words.short(page.setback, t)}: {page.total}"),
        words.explained(page.setback, t),
        "",
        *lines,
        rows=(
            *grid(buttons, 4),
            part.turns(lambda number: SetbackCb(of=page.setback, page=number).pack(), t),
            _all(page.setback, t) if page.total > 1 else (),
            _back(t),
        ),
    )


def opened(found: Opened, ctx: Ctx, t: Texts) -> Screen:
    """One letter: what, for whom, when, why; never its content."""
    letter = found.letter
    said = words.technical(letter, t)
    deed = LetterDeedCb(deed=Deed.AGAIN, of=letter.source, id=letter.id)
    again = Button(t("Send again"), deed.pack(), style=Style.MAIN)
    away = Button(t("Put away"), deed.model_copy(update={"deed": Deed.PUT_AWAY}).pack())
    return screen(
        bold(words.short(letter.setback, t)),
        _line(letter, ctx, t, named=found.named),
        words.explained(letter.setback, t),
        quote(said) if said else None,
        None if found.may_go_again else t("It is too late to send it again."),
        rows=(
            (again, away) if found.may_go_again else (away,),
            (Button(t("The others"), SetbackCb(of=letter.setback).pack()), back(t)),
        ),
    )


def _line(letter: Letter, ctx: Ctx, t: Texts, *, named: bool) -> str:
    """`14.10, 10:05, посещаемость, 7Б, взрослый: Иванова О. В.`."""
    at = f"{t.short_day(ctx.school.day(letter.at))}, {t.clock(letter.at, ctx.school.zone)}"
    whom = words.whom(letter.whom, t, named=named)
    return ", ".join(part for part in (at, words.about(letter, t), whom) if part)


def _all(setback: Setback, t: Texts) -> tuple[Button, ...]:
    deed = SetbackDeedCb(deed=Deed.PUT_AWAY, of=setback)
    away = Button(t("Put all away"), deed.pack())
    if setback is Setback.AWAY:
        return (away,)
    again = deed.model_copy(update={"deed": Deed.AGAIN})
    return Button(t("Send all again"), again.pack(), style=Style.MAIN), away


def _back(t: Texts) -> tuple[Button, Button]:
    return Button(t("All that did not arrive"), LETTERS), back(t)
