"""Screens of one's own access to a diary: consents one by one, phones, leaving."""

from collections.abc import Sequence

from handlers.access.callbacks import (
    ConsentCb,
    DisownBindingCb,
    GiveConsentCb,
    OwnAccessCb,
    OwnChildCb,
    PhonesCb,
    ProfileCb,
    UnlinkCb,
    WithdrawCb,
)
from handlers.access.screens import consent_texts, words
from handlers.access.screens.entering import forms_button
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from handlers.settings.callbacks import SETTINGS
from journal.access.consent import ConsentKind
from journal.access.rights import OwnAccess
from journal.model.codes import Binding
from journal.model.people import Child
from journal.model.school import School
from journal.regulation.values import ServiceRefusal
from locales.texts import Texts


def diaries(children: Sequence[Child], t: Texts) -> Screen:
    """Whose diary?"""
    buttons = [Button(child.first_name, OwnChildCb(student=child.student_id).pack()) for child in children]
    return screen(
        bold(t("Access and consents")),
        t("Choose a child.")
        if children
        else t("No diary is connected here. Enter the code from the school's slip, and it opens."),
        rows=(*grid(buttons), _settings(t)),
    )


def own(found: OwnAccess, school: School, t: Texts, *, several: bool) -> Screen:
    """One diary: by what right, what was agreed to, what one may do about it."""
    student = found.child.student_id
    consents = [_consent_line(found, kind, school, t) for kind in ConsentKind] if found.consents_asked else []
    buttons: list[Row] = []
    if found.consents_asked:
        buttons += [
            (Button(consent_texts.title(kind, t), ConsentCb(student=student, consent=kind).pack()),)
            for kind in ConsentKind
        ]
        buttons.append((Button(t("My data"), ProfileCb(student=student).pack()),))
    phones = t("My phones: {count}", count=len(found.phones))
    buttons.append((Button(phones, PhonesCb(student=student).pack()),))
    buttons.append((Button(t("Disconnect this phone"), UnlinkCb(student=student).pack()),))
    return screen(
        bold(t("{child}: access and consents", child=found.child.first_name)),
        _standing(found, school, t),
        "" if consents else None,
        *consents,
        rows=(*buttons, _back(several, t)),
    )


def _standing(found: OwnAccess, school: School, t: Texts) -> str:
    since = t.full_day(school.day(found.binding.bound_at))
    if found.binding.capacity is None:
        return t("The diary is open on this phone since {day}.", day=since)
    said = t(
        "You: {capacity}. The diary is open since {day}.",
        capacity=words.capacity(found.binding.capacity, t),
        day=since,
    )
    if found.binding.expires_on is None:
        return said
    until = t("The power of attorney is valid until {day}.", day=t.full_day(found.binding.expires_on))
    return f"{said} {until}"


def _consent_line(found: OwnAccess, kind: ConsentKind, school: School, t: Texts) -> str:
    name = consent_texts.title(kind, t)
    given = found.standing(kind)
    if given is None:
        return t("– {consent}: no consent", consent=name)
    return t("✓ {consent}: since {day}", consent=name, day=t.full_day(school.day(given.given_at)))


def consent(found: OwnAccess, kind: ConsentKind, school: School, t: Texts) -> Screen:
    """The text of one consent, how it stands, and the one thing to do about it."""
    student = found.child.student_id
    given = found.standing(kind)
    if given is None:
        state = t("You have not agreed to this.")
        act = Button(t("I agree"), GiveConsentCb(student=student, consent=kind).pack(), style=Style.GOOD)
    else:
        state = t("Given on {day}.", day=t.full_day(school.day(given.given_at)))
        act = Button(
            t("Withdraw the consent"), WithdrawCb(student=student, consent=kind).pack(), style=Style.BAD
        )
    return screen(
        *consent_texts.text(kind, school, t),
        "",
        bold(found.child.first_name),
        state,
        rows=((act,), (forms_button(t),), _to_own(student, t)),
    )


def confirm_withdrawal(found: OwnAccess, kind: ConsentKind, others: Sequence[Child], t: Texts) -> Screen:
    """What a withdrawal means, before it happens; `others` are the children whose diaries stay."""
    student = found.child.student_id
    yes = WithdrawCb(student=student, consent=kind, confirmed=True).pack()
    meaning = {
        ConsentKind.PROCESSING: t(
            "We stop writing to you and disconnect all your phones. "
            "The journal itself stays, as the law demands."
        ),
        ConsentKind.MESSENGER: t(
            "We stop writing to you and disconnect all your phones: the diary lives in Telegram alone."
        ),
        ConsentKind.PHOTO: t("The {term.unit_head.english} will know. The diary stays open as it is."),
    }[kind]
    if others and kind is not ConsentKind.PHOTO:
        meaning = t(
            "We stop writing to you about this child and close the diary on all your phones. "
            "The school's journal itself stays."
        )
    return screen(
        bold(t("{name}: withdraw the consent?", name=found.child.first_name)),
        consent_texts.title(kind, t) + ".",
        meaning,
        _staying(others, t) if kind is not ConsentKind.PHOTO else None,
        t("The {term.unit_head.english} can give you the results on paper every week.")
        if kind is not ConsentKind.PHOTO
        else None,
        rows=(
            (Button(t("Withdraw the consent"), yes, style=Style.BAD),),
            (Button(t("Back"), ConsentCb(student=student, consent=kind).pack()),),
        ),
    )


def _staying(others: Sequence[Child], t: Texts) -> str | None:
    """`Без изменений остаются: Петя.`"""
    if not others:
        return None
    return t("Stays as it is: {children}.", children=", ".join(child.first_name for child in others))


def withdrawn(child: Child, others: Sequence[Child], t: Texts) -> Screen:
    """The access ended with the consent; no reproach. `others` are the children whose diaries stay."""
    said = (
        t("{child}: the consent is withdrawn, we write nothing more here.", child=child.first_name)
        if others
        else t("The consent is withdrawn, your phones are disconnected. All the best to you.")
    )
    return screen(
        said,
        _staying(others, t),
        t("The {term.unit_head.english} can give you the results on paper every week."),
        t("If you change your mind, ask the {term.unit_head.english} for a new code."),
        rows=((Button(t("Home"), HOME),),),
    )


def phones(found: OwnAccess, school: School, t: Texts) -> Screen:
    """Every phone under one's own name; another one may be somebody else's."""
    student = found.child.student_id
    others = [held for held in found.phones if held.id != found.binding.id]
    rows = [
        (
            Button(
                t("It was not me: since {day}", day=t.short_day(school.day(held.bound_at))),
                DisownBindingCb(binding=held.id).pack(),
                style=Style.BAD,
            ),
        )
        for held in others
        if held.bound_at >= found.binding.bound_at
    ]
    return screen(
        bold(t("{child}: phones under your name", child=found.child.first_name)),
        *(_phone(held, found.binding, school, t) for held in found.phones),
        t("If a phone is not yours, say so: it is cut off at once, and the school is told.")
        if others
        else t(
            "This is the only one. If a slip with a code is lost, ask the {term.unit_head.english} for a new "
            "one: the old one stops working."
        ),
        rows=(*rows, _to_own(student, t)),
    )


def _phone(held: Binding, here: Binding, school: School, t: Texts) -> str:
    since = t.full_day(school.day(held.bound_at))
    if held.id == here.id:
        return t("• this phone, since {day}", day=since)
    return t("• another phone, since {day}", day=since)


def confirm_unlinking(found: OwnAccess, refusal: ServiceRefusal, t: Texts) -> Screen:
    """What leaving means, before it happens."""
    student = found.child.student_id
    return screen(
        bold(t("{child}: disconnect this phone?", child=found.child.first_name)),
        t("Messages about the child stop coming here. Your consents stay as they are."),
        t("To come back, ask the {term.unit_head.english} for a new code."),
        words.refusing(refusal, t) if found.consents_asked else None,
        rows=(
            (Button(t("Disconnect"), UnlinkCb(student=student, confirmed=True).pack(), style=Style.BAD),),
            _to_own(student, t),
        ),
    )


def unlinked(t: Texts) -> Screen:
    return screen(
        t("This phone is disconnected. All the best to you."),
        t("To come back, ask the {term.unit_head.english} for a new code."),
        rows=((Button(t("Home"), HOME),),),
    )


def _to_own(student: int, t: Texts) -> Row:
    return (Button(t("Back"), OwnChildCb(student=student).pack()), Button(t("Home"), HOME))


def _back(several: bool, t: Texts) -> Row:
    if several:
        return (Button(t("Back"), OwnAccessCb().pack()), Button(t("Home"), HOME))
    return _settings(t)


def _settings(t: Texts) -> Row:
    return (Button(t("All settings"), SETTINGS), Button(t("Home"), HOME))
