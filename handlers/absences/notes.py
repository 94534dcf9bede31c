"""Screens of a family's note on the class teacher's phone."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.absences import words
from handlers.absences.buttons import decision
from handlers.absences.callbacks import NoteAct, NoteCb
from handlers.classroom.callbacks import ClassCb
from handlers.home.screens import back
from handlers.screen import Button, Screen, screen
from journal.absences import Decision
from journal.control.integrity.disputes import Agreed
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.lessons import Lesson
from journal.model.people import Child, Person
from locales.texts import Texts
from locales.words import inside


def note(about: AbsenceNote, child: Child, author: Person | None, t: Texts) -> Screen:
    """The note with the buttons to decide it, or with what became of it."""
    return screen(
        said(about, child, t),
        t("From {adult}.", adult=author.short) if author else None,
        words.certificate(about, t),
        _outcome(about, t),
        rows=decision(about, t),
    )


def decided(found: Decision, t: Texts) -> Screen:
    """The note after a press, with the way back to the class."""
    shown = note(found.note, found.child, found.author, t)
    day = Button(t("The class's day"), ClassCb(unit=found.child.unit_id or 0).pack())
    return replace(shown, rows=(*shown.rows, (day, back(t))))


def agreed(found: Agreed, t: Texts) -> Screen:
    """The same, with what became of the lessons in dispute."""
    below = decided(found.decision, t)
    said = [
        t("The register is corrected: {lessons}.", lessons=_lessons(found.corrected, t))
        if found.corrected
        else None,
        t("The teacher is asked to correct: {lessons}.", lessons=_lessons(found.asked, t))
        if found.asked
        else None,
    ]
    return replace(below, parts=(*below.parts, *screen(*said).parts))


def _lessons(found: Sequence[Lesson], t: Texts) -> str:
    return ", ".join(
        t("lesson {slot}, {subject}", slot=one.slot, subject=inside(one.subject)) for one in found
    )


def why_not(found: Decision, t: Texts) -> Screen:
    """Asks for the word with which the note is declined."""
    about = found.note
    silently = NoteCb(note=about.id, act=NoteAct.DECLINE_SILENTLY, revision=about.revision).pack()
    accept = NoteCb(note=about.id, act=NoteAct.ACCEPT, revision=about.revision).pack()
    return screen(
        said(about, found.child, t),
        t("Write in a word why not; the family will read it."),
        rows=((Button(t("Decline without a word"), silently),), (Button(t("Accept"), accept), back(t))),
    )


def said(about: AbsenceNote, child: Child, t: Texts) -> str:
    """`Иванова Аня, 7Б, 14 октября: болеет.`"""
    told = words.told(about, t) if about.ends_on == about.starts_on else words.reason(about, t)
    return t(
        "{student}, {unit}, {days}: {reason}.",
        student=f"{child.last_name} {child.first_name}",
        unit=child.unit_name,
        days=words.days(about, t),
        reason=told,
    )


def _outcome(about: AbsenceNote, t: Texts) -> str | None:
    match about.status:
        case NoteStatus.ACCEPTED:
            return t("Accepted. The family knows.")
        case NoteStatus.DECLINED if about.decision_comment:
            return t("Declined: {comment}", comment=about.decision_comment)
        case NoteStatus.DECLINED:
            return t("Declined. The family knows.")
        case NoteStatus.CLOSED if about.withdrawn:
            return t("The family took the note back: the child comes.")
        case NoteStatus.CLOSED:
            return t("The child is found.")
    return None


def declined(found: Decision, t: Texts) -> Screen:
    """The answer below the typed word."""
    if not found.done:
        return screen(t("This has changed meanwhile."), rows=((back(t),),))
    return screen(t("Declined. The family knows."), rows=((back(t),),))
