"""Screens of codes for members of staff."""

from collections.abc import Sequence

from handlers.access.callbacks import (
    InviteCb,
    InviteClassCb,
    InvitePersonCb,
    InviteRoleCb,
    RevokeStaffCb,
    StaffCodeCb,
    StaffProtocolCb,
    WithoutOrderCb,
)
from handlers.access.screens import words
from handlers.home.callbacks import HOME
from handlers.screen import Button, File, Row, Screen, Style, bold, grid, screen
from journal.access.codes import deep_link, shown
from journal.access.issue import Issued
from journal.access.staff import Colleague
from journal.model.people import Role, Unit
from journal.model.school import School
from locales.texts import Texts


def roles(t: Texts) -> Screen:
    """A code for whom?"""
    buttons = [Button(words.role(role, t), _role(role)) for role in Role]
    return screen(
        bold(t("A code for a colleague")),
        t("Which role does the colleague hold?"),
        rows=(*grid(buttons), (Button(t("Protocol of codes"), StaffProtocolCb().pack()),), _home(t)),
    )


def _role(role: Role) -> str:
    if role is Role.CLASS_TEACHER:
        return InviteClassCb().pack()
    return InviteRoleCb(role=role).pack()


def units(found: Sequence[Unit], t: Texts) -> Screen:
    """A class teacher's class."""
    role = Role.CLASS_TEACHER
    buttons = [Button(unit.name, InviteRoleCb(role=role, unit=unit.id).pack()) for unit in found]
    return screen(
        bold(words.role(role, t)), t("Choose a {term.unit.english}."), rows=(*grid(buttons, 4), _back(t))
    )


def ask_name(role: Role, unit: Unit | None, t: Texts) -> Screen:
    return screen(
        bold(_office(role, unit, t)),
        t("Write the last name, or for somebody new the last name, the first name and the patronymic."),
        rows=(_back(t),),
    )


def found(
    role: Role, unit: int | None, name: str, colleagues: Sequence[Colleague], t: Texts, *, new: bool
) -> Screen:
    """Whoever bears the name, and the way to add somebody new."""
    buttons = [
        Button(
            _named(one, t),
            InvitePersonCb(role=role, unit=unit, person=one.person.id).pack(),
        )
        for one in colleagues
    ]
    add = [Button(t("New colleague: {name}", name=name), InvitePersonCb(role=role, unit=unit).pack())]
    return screen(
        t("Found: {count}.", count=len(colleagues)),
        None if colleagues or new else t("Write the last name, the first name and the patronymic."),
        rows=(*grid(buttons, 1), add if new else (), _back(t)),
    )


def _named(one: Colleague, t: Texts) -> str:
    held = ", ".join(dict.fromkeys(words.role(assignment.role, t) for assignment in one.roles))
    return f"{one.person.full} ({held})" if held else one.person.full


def ask_order(name: str, role: Role, unit: Unit | None, t: Texts) -> Screen:
    """By which order of the director? (R-150)."""
    return screen(
        bold(name),
        _office(role, unit, t),
        t("Write the number and the date of the order, for instance 45-k of 01.09.2026."),
        rows=([Button(t("The order comes later"), WithoutOrderCb().pack())], _back(t)),
    )


def colleague(one: Colleague, t: Texts) -> Screen:
    """A colleague with the roles held, and the code."""
    code = Button(t("Make a code"), StaffCodeCb(person=one.person.id).pack(), style=Style.MAIN)
    end = Button(t("Disconnect"), RevokeStaffCb(person=one.person.id).pack())
    return screen(
        bold(one.person.full),
        *(_assignment(assignment.role, assignment.order_number, t) for assignment in one.roles),
        t("connected") if one.linked else t("not connected"),
        rows=([code], [end] if one.linked else [], _back(t)),
    )


def ask_reason(one: Colleague, t: Texts) -> Screen:
    return screen(
        bold(t("Disconnect: {name}", name=one.person.full)),
        t("Write the reason in a few words."),
        rows=(_back(t),),
    )


def disconnected(one: Colleague, t: Texts) -> Screen:
    return screen(bold(one.person.full), t("Disconnected."), rows=(_back(t),))


def _assignment(role: Role, order: str | None, t: Texts) -> str:
    name = words.role(role, t)
    if order is None:
        return t("{role} (the order comes later)", role=name)
    return t("{role} (order {number})", role=name, number=order)


def code(issued: Issued, bot: str, school: School, t: Texts, slip: bytes, *, signed: bool) -> Screen:
    """A colleague's fresh code; `signed`: the regulation wants it received under a signature."""
    sign = Button(t("Protocol of codes"), StaffProtocolCb().pack())
    return screen(
        bold(issued.person.full),
        "",
        t("Code: {code}", code=bold(shown(issued.text))),
        deep_link(bot, issued.text),
        t(
            "Valid until {day}, works once. Hand it over in person: it is not shown again.",
            day=t.full_day(school.day(issued.expires_at)),
        ),
        t("It is received under a signature in the protocol.") if signed else None,
        rows=([sign] if signed else [], _back(t)),
        file=File(t("slip.pdf"), slip),
    )


def _office(role: Role, unit: Unit | None, t: Texts) -> str:
    return f"{words.role(role, t)}, {unit.name}" if unit else words.role(role, t)


def _home(t: Texts) -> Row:
    return (Button(t("Home"), HOME),)


def _back(t: Texts) -> Row:
    return (Button(t("Back"), InviteCb().pack()), *_home(t))
