"""Screens of a family's own data: what the register holds, what changed, and the class teacher's decision."""

from collections.abc import Sequence

from handlers.access.callbacks import (
    ChangesCb,
    ClassAccessCb,
    DecideChangeCb,
    DropChangeCb,
    EditProfileCb,
    EditValueCb,
    ExportCb,
    OwnChildCb,
    ProfileCb,
)
from handlers.home.callbacks import HOME
from handlers.screen import Button, File, Row, Screen, Style, bold, grid, italic, screen
from journal.access.profile import FamilyData
from journal.model.people import Child, Unit
from journal.model.profile import Field, Profile, ProfileChange
from locales.texts import Texts

# A screen takes a hundred buttons; who waits longest comes first.
SHOWN = 10


def name_of(field: Field, t: Texts) -> str:
    return {
        Field.PHONE: t("phone"),
        Field.EMAIL: t("e-mail"),
        Field.ADDRESS: t("address"),
        Field.LAST_NAME: t("last name"),
        Field.FIRST_NAME: t("first name"),
        Field.MIDDLE_NAME: t("patronymic"),
    }[field]


def change_line(change: ProfileChange, t: Texts) -> str:
    """`телефон: +7900… → +7901…`."""
    before, after = (_shown(change.field, value, t) for value in (change.before, change.value))
    return f"{name_of(change.field, t)}: {before} → {after}"


def _shown(field: Field, value: str | None, t: Texts) -> str:
    if value:
        return value
    match field:
        case Field.EMAIL | Field.LAST_NAME:
            return t.context("feminine", "not given")
        case Field.PHONE | Field.ADDRESS:
            return t.context("masculine", "not given")
        case _:
            return t.context("neuter", "not given")


def family_data(found: FamilyData, t: Texts, notice: str | None = None) -> Screen:
    """What the school holds of the adult and of the child, and what waits for its yes."""
    student, child = found.child.student_id, found.child.first_name
    drops: list[Row] = [
        (Button(t("Take back: {value}", value=name_of(one.field, t)), DropChangeCb(change=one.id).pack()),)
        for one in found.waiting[:SHOWN]
    ]
    return screen(
        notice,
        bold(t("Data at the school")),
        *_profile(found.own, t),
        "",
        *_profile(found.of_child, t),
        *_waiting(found.waiting, t),
        rows=(
            (Button(t("Change my data"), EditProfileCb(student=student, of_child=False).pack()),),
            (
                Button(
                    t("Change the data: {child}", child=child),
                    EditProfileCb(student=student, of_child=True).pack(),
                ),
            ),
            *drops,
            (Button(t("Everything in one file"), ExportCb(student=student).pack()),),
            (Button(t("Back"), OwnChildCb(student=student).pack()), Button(t("Home"), HOME)),
        ),
    )


def _profile(found: Profile, t: Texts) -> list[str]:
    born = t("born on {day}", day=t.full_day(found.birth_date)) if found.birth_date else None
    reached = (Field.PHONE, Field.EMAIL, Field.ADDRESS)
    return [
        bold(found.person.full),
        *([born] if born else []),
        *(f"{name_of(field, t)}: {_shown(field, found.values.get(field), t)}" for field in reached),
    ]


def _waiting(changes: Sequence[ProfileChange], t: Texts) -> list[str]:
    if not changes:
        return []
    lines = [f"{one.person.first_name}: {change_line(one, t)}" for one in changes[:SHOWN]]
    return ["", italic(t("Waits for the {term.unit_head.english}:")), *lines]


def choose_field(found: FamilyData, t: Texts, *, of_child: bool) -> Screen:
    """What has changed?"""
    student = found.child.student_id
    person = (found.of_child if of_child else found.own).person
    buttons = [
        Button(
            name_of(field, t).capitalize(),
            EditValueCb(student=student, of_child=of_child, field=field).pack(),
        )
        for field in Field
    ]
    return screen(
        bold(person.full),
        t("What has changed?"),
        rows=(*grid(buttons), (Button(t("Back"), ProfileCb(student=student).pack()),)),
    )


def ask_value(found: FamilyData, field: Field, t: Texts, *, of_child: bool) -> Screen:
    """The new value is written."""
    profile = found.of_child if of_child else found.own
    student = found.child.student_id
    return screen(
        bold(profile.person.full),
        t("Now: {value}.", value=_shown(field, profile.values.get(field), t)),
        _example(field, t),
        rows=((Button(t("Cancel"), ProfileCb(student=student).pack()),),),
    )


def _example(field: Field, t: Texts) -> str:
    return {
        Field.PHONE: t("Write the new phone, for instance +7 900 000-00-00."),
        Field.EMAIL: t("Write the new e-mail, for instance olga@example.ru."),
        Field.ADDRESS: t("Write the new address: town, street, house, flat."),
        Field.LAST_NAME: t("Write the new last name, as in the document."),
        Field.FIRST_NAME: t("Write the new first name, as in the document."),
        Field.MIDDLE_NAME: t("Write the new patronymic, as in the document; a dash means there is none."),
    }[field]


def asked(change: ProfileChange, t: Texts) -> Screen:
    """It is on its way; what it takes to come true."""
    return screen(
        bold(t("Sent to the {term.unit_head.english}.")),
        f"{change.person.full}: {change_line(change, t)}",
        t("It takes effect when confirmed; we will write to you here. Please have the document at hand.")
        if change.field.is_name
        else t("It takes effect when confirmed; we will write to you here."),
        rows=(
            (Button(t("Take back"), DropChangeCb(change=change.id).pack()),),
            (Button(t("My data"), ProfileCb(student=change.student_id).pack()), Button(t("Home"), HOME)),
        ),
    )


def exported(child: Child, file: File, machine: File, t: Texts) -> tuple[Screen, Screen]:
    """The workbook for people with what it is, and the same for machines."""
    said = screen(
        bold(t("{child}: what the school holds", child=child.first_name)),
        t("A sheet for each part: register, consents, marks, results, absences. Please keep it to yourself."),
        file=file,
    )
    same = screen(
        t("The same for programs (JSON)."),
        file=machine,
        rows=((Button(t("My data"), ProfileCb(student=child.student_id).pack()), Button(t("Home"), HOME)),),
    )
    return said, same


def waiting(unit: Unit, changes: Sequence[tuple[Child, ProfileChange]], t: Texts) -> Screen:
    """To the class teacher: every wish with its two answers."""
    rows: list[Row] = []
    lines: list[str] = []
    for number, (_, change) in enumerate(changes[:SHOWN], 1):
        asker = t("Asked by {adult}.", adult=change.asked_by.full)
        lines += [f"{number}. {change.person.full}: {change_line(change, t)}. {asker}"]
        rows.append(decision(change, t, number))
    more = len(changes) - SHOWN
    return screen(
        bold(t("{unit}: changed data", unit=unit.name)),
        *(lines or [t("Nothing waits here. Families write of changes under “My data”.")]),
        t("And {count} more.", count=more) if more > 0 else None,
        rows=(
            *rows,
            (Button(t("Back"), ClassAccessCb(unit=unit.id).pack()), Button(t("Home"), HOME)),
        ),
    )


def decision(change: ProfileChange, t: Texts, number: int | None = None) -> Row:
    """The two answers to a wish; in a list with its number."""
    mark = f"{number}. " if number is not None else ""
    yes = DecideChangeCb(change=change.id, confirmed=True).pack()
    no = DecideChangeCb(change=change.id, confirmed=False).pack()
    return (
        Button(mark + t("Confirm"), yes, style=Style.GOOD),
        Button(mark + t("Decline"), no, style=Style.BAD),
    )


def decided(child: Child, change: ProfileChange, t: Texts, *, confirmed: bool) -> Screen:
    """It is done, and whoever asked is told."""
    return screen(
        t("Confirmed: the register is up to date.") if confirmed else t("Declined: the register stays."),
        f"{change.person.full}: {change_line(change, t)}",
        t("{adult} will hear of it.", adult=change.asked_by.full),
        rows=(
            (
                Button(t("Other changes"), ChangesCb(unit=child.unit_id or 0).pack()),
                Button(t("Home"), HOME),
            ),
        ),
    )
