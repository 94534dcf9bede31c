"""From issued codes to printed forms; the command line prints by it too, without the messenger's client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from handlers.access.screens import words
from journal.access.codes import deep_link, shown
from journal.access.issue import Issued
from journal.access.protocol import Issue
from journal.context import Ctx
from journal.model.access import BindingKind
from journal.model.people import Capacity, Child
from locales.texts import Texts
from reports import access as forms
from reports.access import Receipt, Slip

if TYPE_CHECKING:
    from aiogram import Bot


async def slips(ctx: Ctx, issued: Sequence[Issued], bot: str, t: Texts) -> bytes:
    """A PDF of slips for these codes."""
    return await forms.slips(ctx.school.short_name, bot, [_slip(one, bot, ctx, t) for one in issued], t)


async def protocol(ctx: Ctx, subject: str, issues: Sequence[Issue], t: Texts) -> bytes:
    """A PDF of the receipt protocol."""
    rows = [
        Receipt(
            issued_on=ctx.school.day(one.code.issued_at),
            recipient=one.recipient.full,
            title=_title(one.child, t),
            standing=_standing(one.code.kind, one.code.capacity, t),
            issuer=one.issuer.short if one.issuer else t("command line"),
            state=words.code_state(one.state, t),
        )
        for one in issues
    ]
    return await forms.protocol(ctx.school.name, subject, ctx.today, rows, t)


def _slip(issued: Issued, bot: str, ctx: Ctx, t: Texts) -> Slip:
    return Slip(
        title=_title(issued.child, t),
        recipient=issued.person.full,
        standing=_standing(issued.kind, issued.capacity, t),
        code=shown(issued.text),
        link=deep_link(bot, issued.text),
        valid_until=ctx.school.day(issued.expires_at),
    )


def _title(child: Child | None, t: Texts) -> str:
    return f"{child.last_name} {child.first_name}, {child.unit_name}" if child else t("Member of staff")


def _standing(kind: BindingKind, capacity: Capacity | None, t: Texts) -> str:
    if kind is BindingKind.STUDENT:
        return t("the student's own account")
    return words.capacity(capacity, t) if capacity else ""


async def bot_name(bot: Bot) -> str:
    """The name by which the messenger's links find the bot; asked once, then remembered by the client."""
    return (await bot.me()).username or ""
