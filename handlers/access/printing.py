"""From issued codes to printed forms; the command line prints by it too, without the messenger's client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from handlers.access.screens import consent_texts, words
from journal.access.codes import deep_link, shown
from journal.access.consent import ConsentKind
from journal.access.issue import Issued
from journal.access.overview import Access
from journal.access.papers import Papers
from journal.access.protocol import Issue
from journal.context import Ctx
from journal.model.access import BindingKind
from journal.model.people import Capacity, Child, Role, RoleAssignment
from locales.texts import Texts
from reports import access as forms
from reports import data_papers as papers
from reports.access import Receipt, Slip
from reports.data_papers import ConsentForm, Reader

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


async def data_papers(ctx: Ctx, found: Papers, t: Texts) -> bytes:
    """A PDF of the personal-data papers of a class."""
    reach, unit = t("the journal by the role"), found.unit.name
    staff = [
        Reader(
            person.full,
            ", ".join(dict.fromkeys(_role(held, t) for held in roles)) or words.role(Role.TEACHER, t),
            reach,
            t("by the order and the timetable"),
        )
        for person, roles in found.staff
    ]
    families = [
        Reader(one.person.full, _right(one, t), _title(student.child, t), words.state(one, ctx.school, t))
        for student in found.students
        for one in (*student.guardians, student.student)
        if one.linked
    ]
    return await papers.data_papers(ctx.school.name, unit, ctx.today, _forms(ctx, t), [*staff, *families], t)


async def consent_forms(ctx: Ctx, t: Texts) -> bytes:
    """A PDF of the consents, to be answered by hand: the same words as on the screen, nobody's data."""
    return await papers.consent_forms(ctx.school.name, ctx.today, _forms(ctx, t), t)


def _forms(ctx: Ctx, t: Texts) -> list[ConsentForm]:
    return [
        ConsentForm(consent_texts.heading(kind, t), consent_texts.plain(kind, ctx.school, t))
        for kind in ConsentKind
    ]


def _role(held: RoleAssignment, t: Texts) -> str:
    order = f" ({held.order_number})" if held.order_number else ""
    return words.role(held.role, t) + order


def _right(one: Access, t: Texts) -> str:
    return _standing(one.kind, one.capacity, t)


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


async def entrance(ctx: Ctx, link: str, t: Texts) -> bytes:
    """A PDF page with the way into the bot."""
    return await forms.entrance(ctx.school.name, link, t)


def entrance_link(bot_username: str) -> str:
    """The link that opens the chat with the bot, and no diary."""
    return f"https://t.me/{bot_username}"
