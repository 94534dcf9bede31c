"""Screens of a letter that is not sent yet: what would go, and to whom."""

from dataclasses import replace

from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.callbacks import WHOM, HeldAct, HeldCb
from handlers.messages.screens import send
from handlers.messages.screens_addressees import addressees
from handlers.screen import Button, Row, Screen, preceded, quote, screen
from journal.context import Ctx
from journal.messages import Addressees, Asked, Held
from locales.texts import Texts


def shown(draft: Held, to: Asked, instead: str | None, t: Texts) -> Screen:
    """The letter as it would go; a question can be answered by the bot instead."""
    name = words.written_to(to, t)
    rows: list[Row] = [(send(draft, t),)]
    if instead is not None:
        rows.append((Button(t("A question to the diary"), instead),))
    rows.append((_act(t("Rewrite"), HeldAct.REWRITE), _act(t("Cancel"), HeldAct.DROP)))
    question = t("Is this for {addressee}, or shall I answer it?", addressee=name)
    return screen(
        words.title(to, t),
        quote(draft.text) if draft.text else None,
        words.files(draft.files, t),
        t("Nothing is sent yet.") if instead is None else question,
        rows=(*rows, (back(t),)),
    )


def unaddressed(draft: Held, found: Addressees, instead: str | None, ctx: Ctx, t: Texts) -> Screen:
    """A letter that goes to nobody yet: it is kept, and one tap says to whom."""
    what = quote(words.glimpse(draft.text)) if draft.text else words.files(draft.files, t)
    below = preceded(
        addressees(found, ctx.actor.children, t), what or "", t("It is kept. Tap whom to send it to."), ""
    )
    if instead is None:
        return below
    return replace(below, rows=((Button(t("A question to the diary"), instead),), *below.rows))


def dropped(t: Texts) -> Screen:
    return screen(t("Nothing was sent."), rows=((Button(t("Write"), WHOM), back(t)),))


def _act(label: str, act: HeldAct) -> Button:
    return Button(label, HeldCb(act=act, mark=0).pack())
