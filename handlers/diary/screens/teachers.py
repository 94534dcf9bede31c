"""The screen of who teaches a child, each a tap away from a message."""

from handlers.diary.screens.parts import more, way_back
from handlers.messages.callbacks import LetterCb
from handlers.screen import Button, Screen, bold, grid, screen
from journal.diary.teachers import Teachers
from journal.model.messages import Office
from journal.model.people import Child, Person
from locales.texts import Texts
from locales.words import inside, opening


def teachers(found: Teachers, subject: str | None, t: Texts, *, writing: bool) -> Screen:
    """All by subject, or those of one subject; `writing` where messages may be written to them."""
    child, head = found.child, found.class_teacher
    of_subject = [one for one in found.teachers if subject in one.subjects]
    shown = of_subject or list(found.teachers)
    lines = [
        t("{subject}: {name}", subject=name, name=one.person.full)
        for one in shown
        for name in ([subject] if of_subject and subject else one.subjects)
    ]
    heading = head is not None and not of_subject
    people = list(dict.fromkeys([*([head] if head and heading else []), *(one.person for one in shown)]))
    return screen(
        bold(_head(found, subject if of_subject else None, t)),
        t("{role}: {name}", role=opening(t("{term.unit_head.english}")), name=head.full)
        if head is not None and heading
        else None,
        *sorted(lines),
        None if lines or heading else t("Nobody is in the workload yet."),
        rows=(
            *(grid(_write(child, one, head, t) for one in people) if writing else ()),
            way_back(t, more(child.student_id, t)),
        ),
    )


def _head(found: Teachers, subject: str | None, t: Texts) -> str:
    child = found.child.first_name
    if subject is None:
        return t("{child}: who teaches", child=child)
    return t("{child}: who teaches, {subject}", child=child, subject=inside(subject))


def _write(child: Child, person: Person, head: Person | None, t: Texts) -> Button:
    office = Office.CLASS_TEACHER if person == head else Office.TEACHER
    data = LetterCb(student=child.student_id, office=office, staff=person.id).pack()
    return Button(t("Write: {name}", name=person.formal), data)
