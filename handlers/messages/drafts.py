"""Screens of a letter that is not sent yet: what would go, and to whom."""

from dataclasses import replace

from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.addressees_screens import addressees
from handlers.messages.callbacks import WHOM, AboutChildCb, HeldAct, HeldCb
from handlers.messages.instead import Instead
from handlers.messages.screens import send
from handlers.screen import Button, Row, Screen, preceded, quote, screen
from journal.context import Ctx
from journal.messages import Addressees, Asked, Held
from journal.model.people import Child
from locales.texts import Texts


def shown(draft: Held, to: Asked, instead: Instead | None, ctx: Ctx, t: Texts) -> Screen:
    """The letter as it would go; what else it may be is a tap away, and so is the other child it names."""
    name = words.written_to(to, t)
    other = words.other_named(draft.text, to.child.student_id, ctx.actor) if to.family is None else None
    rows: list[Row] = [(send(draft, t),)]
    if instead is not None:
        rows.append((instead.button(draft, t),))
    if other is not None:
        data = AboutChildCb(student=other.student_id, mark=draft.mark).pack()
        rows.append((Button(t("It is about: {child}", child=other.first_name), data),))
    rows.append((_act(t("Rewrite"), HeldAct.REWRITE), _act(t("Cancel"), HeldAct.DROP)))
    return screen(
        words.title(to, t),
        quote(draft.text) if draft.text else None,
        words.files(draft.files, t),
        _whose(to, other, t) if other is not None else None,
        t("Nothing is sent yet.") if instead is None else instead.question(name, t),
        rows=(*rows, (back(t),)),
    )


def _whose(to: Asked, other: Child, t: Texts) -> str:
    child = to.child.first_name
    return t("The letter is about {child}, but names {other}.", child=child, other=other.first_name)


def unaddressed(draft: Held, found: Addressees, instead: Instead | None, ctx: Ctx, t: Texts) -> Screen:
    """A letter that goes to nobody yet: it is kept, and one tap says to whom."""
    what = quote(words.glimpse(draft.text)) if draft.text else words.files(draft.files, t)
    below = preceded(
        addressees(found, ctx.actor.children, t), what or "", t("It is kept. Tap whom to send it to."), ""
    )
    if instead is None:
        return below
    return replace(below, rows=((instead.button(draft, t),), *below.rows))


def dropped(t: Texts) -> Screen:
    return screen(t("Nothing was sent."), rows=((Button(t("Write"), WHOM), back(t)),))


def _act(label: str, act: HeldAct) -> Button:
    return Button(label, HeldCb(act=act, mark=0).pack())
