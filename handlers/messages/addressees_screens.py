"""The choice of whom a family writes to."""

from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.buttons import call_button
from handlers.messages.callbacks import THREADS, LetterCb, WhomCb
from handlers.screen import Button, Row, Screen, bold, italic, screen
from journal.messages import Addressees
from journal.messages.parties import Addressee
from journal.model.messages import Office
from journal.model.people import Child, Person
from locales.texts import Texts


def addressees(found: Addressees, children: tuple[Child, ...], t: Texts) -> Screen:
    """The class teacher, the teachers with their subjects, the administration; the other children above."""
    child, stopped = found.child, found.stopped
    rows: list[Row] = [_children(children, child, t)]
    head = found.class_teacher
    if head is not None and head.id not in stopped:
        who = t("{term.unit_head.english}")
        rows.append((_to(child, Office.CLASS_TEACHER, head, who),))
    rows += [
        (_to(child, Office.TEACHER, one.person, words.taught(one.subjects)),)
        for one in found.teachers
        if one.person.id not in stopped
    ]
    if None not in stopped:
        rows.append((_to(child, Office.ADMINISTRATION, None, t("School administration")),))
    # The stop of what is written holds for calls, too.
    called = head.id if head is not None else None
    if called not in stopped and any(one.student_id == child.student_id for one in children):
        # Who reads large would rather be called than write.
        rows.insert(0 if t.large else len(rows), (call_button(child.student_id, t),))
    return screen(
        bold(t("{child}: whom to write to?", child=child.first_name)),
        italic(t("Nobody sees your phone number or your name in the messenger.")),
        _stopped(found, t),
        rows=(*rows, (Button(t("Messages"), THREADS), back(t))),
    )


def no_numbers(student: int, to: Addressee | None, t: Texts) -> Screen:
    """Nobody's telephone number is given away; there are two ways to whom it belongs."""
    writing = (
        LetterCb(student=student, office=to.office, staff=to.staff_id or 0).pack()
        if to is not None
        else WhomCb(student=student).pack()
    )
    return screen(
        t("I do not give anybody's telephone number. You can write here, or ask the school to call you."),
        rows=((Button(t("Write"), writing), call_button(student, t)), (back(t),)),
    )


def _stopped(found: Addressees, t: Texts) -> str | None:
    """Why somebody is missing in the list."""
    known = [found.class_teacher, *(one.person for one in found.teachers)]
    names = [one.short for one in known if one is not None and one.id in found.stopped]
    names += [t("School administration")] if None in found.stopped else []
    if not names:
        return None
    return t(
        "Stopped by the school (please call, or speak in person): {names}",
        names=t.listing(names),
    )


def _to(child: Child, office: Office, staff: Person | None, who: str) -> Button:
    label = f"{staff.short} · {who}" if staff is not None else who
    data = LetterCb(student=child.student_id, office=office, staff=staff.id if staff else 0)
    return Button(label, data.pack())


def _children(children: tuple[Child, ...], current: Child, t: Texts) -> Row:
    if len(children) < 2:
        return ()
    return tuple(
        Button(
            t("• {label}", label=one.first_name) if one.student_id == current.student_id else one.first_name,
            WhomCb(student=one.student_id).pack(),
        )
        for one in children
    )
