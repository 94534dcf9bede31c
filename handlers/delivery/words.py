"""What befell a letter, what it is about and whom it was for, in plain words."""

from handlers.access.screens import words as access
from journal.model.access import BindingKind
from journal.model.delivery import Letter, Source, Whom
from journal.model.news import Kind
from journal.model.outbox import Lane
from journal.model.trouble import Setback
from locales.texts import Texts

_ABSENCES = {
    Kind.ATTENDANCE,
    Kind.NOTE_SENT,
    Kind.NOTE_DECIDED,
    Kind.CHILD_MISSING,
    Kind.ABSENCE_NUDGE,
    Kind.FAMILY_UNREACHED,
}
_MARKS = {Kind.MARKS, Kind.RESULTS, Kind.REMARKS, Kind.CHILD_NEEDS_HELP}
_TASKS = {Kind.HOMEWORK, Kind.HOMEWORK_MISSING}
_TIMETABLE = {Kind.LESSON_CHANGED, Kind.SUBSTITUTED, Kind.TEACHER_AWAY}
_NOTICES = {Kind.NOTICE, Kind.NOTICE_COUNTER, Kind.CLASS_EVENT, Kind.MEETING, Kind.MEETING_COUNTER}
_MESSAGES = {Kind.MESSAGE, Kind.MESSAGES_REPORTED, Kind.CALL_ASKED}
_ACCESS = {
    Kind.GUARDIAN_BOUND,
    Kind.CODE_LOCKED,
    Kind.PHONE_ADDED,
    Kind.ACCESS_WAITING,
    Kind.ACCESS_OPENED,
    Kind.BINDING_QUESTIONED,
    Kind.BINDING_DISOWNED,
    Kind.FAMILY_DECIDED,
    Kind.AUTHORITY_ENDING,
    Kind.PROFILE_CHANGE_ASKED,
    Kind.PROFILE_CHANGE_DECIDED,
}


def about(letter: Letter, t: Texts) -> str:
    """What a letter is about, in a word or two; what it says stays its own."""
    if letter.kind is None:
        return t("an event of the journal")
    known = (
        (_ABSENCES, t("attendance")),
        (_MARKS, t("marks and results")),
        (_TASKS, t("homework")),
        (_TIMETABLE, t("timetable")),
        (_NOTICES, t("notice or event")),
        (_MESSAGES, t("correspondence")),
        (_ACCESS, t("access to the diary")),
        ({Kind.WEEKLY}, t("summary of the week")),
    )
    return next((said for kinds, said in known if letter.kind in kinds), t("reminder of work"))


def short(setback: Setback, t: Texts) -> str:
    """What befell a letter, on a button."""
    return {
        Setback.REFUSED: t("Refused"),
        Setback.TOO_LONG: t("Too long"),
        Setback.LATE: t("Too late"),
        Setback.AWAY: t("Person not reached"),
        Setback.UNTOLD: t("Not sent out"),
    }[setback]


def explained(setback: Setback, t: Texts) -> str:
    """What befell it, and what can be done."""
    return {
        Setback.REFUSED: t(
            "The messenger did not take the message. If you send it again, it is written anew by what the "
            "journal says now."
        ),
        Setback.TOO_LONG: t(
            "The message was longer than the messenger takes. If you send it again, it is written anew by "
            "what the journal says now."
        ),
        Setback.LATE: t("The message waited so long that it was not worth telling any more."),
        Setback.AWAY: t(
            "The person could not be reached until it was too late. The class teacher sees such families; "
            "the bot tries them once a day."
        ),
        Setback.UNTOLD: t(
            "The bot failed before it knew whom to tell. Nobody has heard of it; send it again once the "
            "failure is mended."
        ),
    }[setback]


def whom(found: Whom, t: Texts, *, named: bool) -> str | None:
    """`7Б, Аня Иванова, родитель: Иванова О. В.`; without names where the reader need not know them."""
    child = found.child
    unit = child.unit_name if child is not None else ""
    name = ""
    if named and child is not None and found.kind is BindingKind.GUARDIAN:
        name = f"{child.first_name} {child.last_name}"
    whose = ", ".join(part for part in (unit, name, _as_what(found, t)) if part)
    if named and found.person is not None:
        return f"{whose}: {found.person.short}" if whose else found.person.short
    return whose or None


def _as_what(found: Whom, t: Texts) -> str:
    if found.kind is BindingKind.GUARDIAN:
        return t("parent")
    if found.kind is BindingKind.STUDENT:
        return t("student")
    return access.role(found.role, t) if found.role is not None else ""


def technical(letter: Letter, t: Texts) -> str | None:
    """What the messenger or the bot itself said, for whoever looks into the failure."""
    if letter.setback in (Setback.LATE, Setback.AWAY) or not letter.said:
        return None
    if letter.source is Source.EVENT:
        return t("For whoever looks into it: {said}", said=f"{letter.event}, {letter.said}")
    return t("The messenger's answer: {said}", said=letter.said)


def lane(found: Lane, t: Texts) -> str:
    return {Lane.URGENT: t("Urgent"), Lane.NORMAL: t("Usual"), Lane.BULK: t("Notices and summaries")}[found]
