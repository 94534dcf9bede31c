"""What is said of a family's note: to the family, and to the class teacher."""

from collections.abc import Iterable

from journal.absences import Said
from journal.model.attendance import AbsenceNote, DayAbsence, NoteStatus, Reason
from locales.texts import Texts


def standing(note: AbsenceNote | None, t: Texts) -> str:
    """What the family is told of the reason; a question where none stands."""
    if note is None or note.withdrawn:
        return t("Do you know why?")
    match note.status:
        case NoteStatus.MISSING:
            return t(
                "The class teacher and the deputy head on duty know already. "
                "Call the child and keep your phone at hand."
            )
        case NoteStatus.CLOSED:
            return t("Good that all is well. The school knows.")
        case NoteStatus.DISPUTED:
            return t("Passed on: the school is checking the register.")
        case NoteStatus.ACCEPTED if note.reason == Said.MISTAKE:
            return t("The class teacher agrees: the register will be corrected.")
        case NoteStatus.ACCEPTED:
            return t("The class teacher has accepted the reason: {reason}.", reason=told(note, t))
        case NoteStatus.DECLINED:
            return declined(note, t)
        case _:
            return t("Thank you, passed on to the class teacher: {reason}.", reason=told(note, t))


def declined(note: AbsenceNote, t: Texts) -> str:
    if note.reason == Said.MISTAKE:
        said = t("The school has looked into it: the absence stands.")
        return f"{said} {note.decision_comment}" if note.decision_comment else said
    if note.decision_comment:
        return t("The class teacher declined the reason: {comment}", comment=note.decision_comment)
    return t("The class teacher declined the reason. Please name another or write to the class teacher.")


def told(note: AbsenceNote, t: Texts) -> str:
    """`болеет, 14–16 октября`: the reason with the days and lessons, where they are more than a day."""
    parts = [reason(note, t)]
    if note.ends_on > note.starts_on:
        parts.append(days(note, t))
    if note.from_slot is not None:
        parts.append(since(note.from_slot, t))
    if note.to_slot is not None:
        parts.append(t("until lesson {slot}", slot=note.to_slot + 1))
    return ", ".join(parts)


def reason(note: AbsenceNote, t: Texts) -> str:
    """The family's reason inside a sentence."""
    known = {
        Said.ILL: t("is ill"),
        Said.FAMILY: t("family reasons"),
        Said.LATE: t("will be late"),
        Said.MISSING: t("the family does not know where the child is"),
        Said.MISTAKE: t("the family says the child is at school"),
    }
    return known[Said(note.reason)]


def since(slot: int, t: Texts) -> str:
    """`со 2-го урока`, `с 3-го урока`."""
    return t("since lesson 2") if slot == 2 else t("since lesson {slot}", slot=slot)


def days(note: AbsenceNote, t: Texts) -> str:
    """`14 октября` or `14–16 октября`."""
    return t.days(note.starts_on, note.ends_on)


def certificate(note: AbsenceNote, t: Texts) -> str | None:
    return {"held": t("There is a certificate."), "promised": t("A certificate will be brought.")}.get(
        note.certificate or ""
    )


def reasons(item: DayAbsence, t: Texts, notes: Iterable[AbsenceNote] = ()) -> str:
    """`болеет`; `по семейным делам, не подтверждено`: what stands beside a day's absences, each reason once.

    `notes` are the families' words that nobody has decided yet.
    """
    known = {
        Reason.ILL: t("is ill"),
        Reason.FAMILY: t("family reasons"),
        Reason.EXCUSED: t("a valid reason"),
        Reason.WILL_BE_LATE: t("will be late"),
        Reason.UNEXCUSED: t("unexcused"),
    }
    said = [known[reason] for reason in item.reasons if reason is not None]
    if item.explained:
        return ", ".join(dict.fromkeys(said))
    said += [reason(note, t) for note in notes if any(note.covers(item.day, slot) for slot in item.slots)]
    return ", ".join(dict.fromkeys([*said, t("not confirmed") if said else t("no reason")]))
