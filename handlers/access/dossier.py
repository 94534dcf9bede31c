"""The child's data as tables with the reader's words: what the file for the family is made of."""

from typing import Any

from handlers.absences.words import reason as note_reason
from handlers.access import dossier_words
from handlers.access.screens import consent_texts, words
from handlers.access.screens.profile import name_of
from handlers.diary.screens.parts import reason as absence_reason
from handlers.diary.screens.parts import stance
from handlers.marks.naming import kind_name
from handlers.screen import File
from journal.access.consent import ConsentKind
from journal.access.dossier import Dossier
from journal.context import Ctx
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.marks import ResultKind
from journal.model.profile import Field, Profile
from locales.texts import Texts
from reports.tables import Column, Table, document, workbook


def files(found: Dossier, ctx: Ctx, t: Texts) -> tuple[File, File]:
    """The workbook for people and the JSON for machines."""
    made = tables(found, ctx, t)
    name = t("data {name} {day}", name=found.child.first_name, day=ctx.school.day(found.made_at).isoformat())
    about = {
        "school": ctx.school.name,
        "student": f"{found.child.last_name} {found.child.first_name}",
        "made_at": found.made_at,
    }
    return File(f"{name}.xlsx", workbook(made)), File(f"{name}.json", document(about, made))


def tables(found: Dossier, ctx: Ctx, t: Texts) -> list[Table]:
    """Every part of it, in the order in which a person would read."""
    return [
        _register(found, t),
        _adults(found, t),
        _stays(found, t),
        _consents(found, ctx, t),
        _phones(found, ctx, t),
        dossier_words.addresses(found, t),
        _marks(found, ctx, t),
        _results(found, t),
        _absences(found, t),
        dossier_words.remarks(found, t),
        _notes(found, t),
        dossier_words.statuses(found, t),
        dossier_words.letters(found, ctx.school, t),
        dossier_words.notices(found, ctx.school, t),
    ]


def _register(found: Dossier, t: Texts) -> Table:
    def rows(profile: Profile) -> list[dict[str, Any]]:
        who = profile.person.full
        known: dict[str, Any] = {str(field): value for field, value in profile.values.items()}
        known["birth_date"] = profile.birth_date
        kept = {what: known.get(what) for what in (*Field, "birth_date")}
        return [{"person": who, "what": what, "value": value} for what, value in kept.items() if value]

    def what(key: str) -> str:
        return t("birth date") if key == "birth_date" else name_of(Field(key), t)

    return Table(
        "register",
        t("Data at the school"),
        (
            Column("person", t("Person")),
            Column("what", t("What"), what),
            Column("value", t("Value"), lambda value: value if isinstance(value, str) else t.full_day(value)),
        ),
        [*rows(found.of_child), *rows(found.own)],
    )


def _adults(found: Dossier, t: Texts) -> Table:
    return Table(
        "adults",
        t("Adults of the child"),
        (
            Column("name", t("Full name")),
            Column("capacity", t("Capacity"), lambda value: words.capacity(value, t)),
            Column("valid_until", t("Document valid until"), t.full_day),
        ),
        [
            {"name": person.full, "capacity": held.capacity, "valid_until": held.expires_on}
            for person, held in found.adults
        ],
    )


def _stays(found: Dossier, t: Texts) -> Table:
    return Table(
        "classes",
        t("Classes and groups"),
        (
            Column("unit", t("Class or group")),
            Column("since", t("Since"), t.full_day),
            Column("until", t("Left on"), t.full_day),
        ),
        [{"unit": stay.unit, "since": stay.since, "until": stay.until} for stay in found.stays],
    )


def _consents(found: Dossier, ctx: Ctx, t: Texts) -> Table:
    def day(moment: Any) -> str:
        return t.full_day(ctx.school.day(moment))

    return Table(
        "consents",
        t("My consents"),
        (
            Column("consent", t("Consent"), lambda value: consent_texts.title(ConsentKind(value), t)),
            Column("version", t("Version of the text")),
            Column("given_at", t("Given"), day),
            Column("paper_received_at", t("Paper received"), day),
            Column("withdrawn_at", t("Withdrawn"), day),
        ),
        [
            {
                "consent": one.kind,
                "version": one.version,
                "given_at": one.given_at,
                "paper_received_at": one.paper_received_at,
                "withdrawn_at": one.withdrawn_at,
            }
            for one in found.consents
        ],
    )


def _phones(found: Dossier, ctx: Ctx, t: Texts) -> Table:
    def day(moment: Any) -> str:
        return t.full_day(ctx.school.day(moment))

    return Table(
        "phones",
        t("My phones"),
        (Column("since", t("Since"), day), Column("last_seen_at", t("Last time here"), day)),
        [{"since": one.bound_at, "last_seen_at": one.last_seen_at} for one in found.phones],
    )


def _marks(found: Dossier, ctx: Ctx, t: Texts) -> Table:
    return Table(
        "marks",
        t("Marks"),
        (
            Column("date", t("Day"), t.full_day),
            Column("subject", t("Subject")),
            Column("mark", t("Mark")),
            Column("work", t("Work"), lambda value: kind_name(value, ctx.regulation, t)),
            Column("title", t("Title")),
            Column("weight", t("Weight"), t.number),
            Column("comment", t("Comment")),
        ),
        [
            {
                "date": mark.date,
                "subject": mark.subject,
                "mark": mark.value,
                "work": mark.kind,
                "title": mark.title,
                "weight": mark.weight,
                "comment": mark.comment,
            }
            for mark in found.marks
        ],
    )


def _results(found: Dossier, t: Texts) -> Table:
    names = {ResultKind.YEAR: t("year"), ResultKind.EXAM: t("exam"), ResultKind.FINAL: t("final mark")}
    periods = found.periods
    return Table(
        "results",
        t("Results"),
        (
            Column("subject", t("Subject")),
            Column("kind", t("Result of"), lambda value: names.get(value, t("period"))),
            Column("period", t("Period")),
            Column("mark", t("Mark")),
        ),
        [
            {
                "subject": one.subject,
                "kind": one.kind,
                "period": periods[one.period_id].name if one.period_id in periods else None,
                "mark": one.value,
            }
            for one in found.results
        ],
    )


def _absences(found: Dossier, t: Texts) -> Table:
    return Table(
        "absences",
        t("Absences"),
        (
            Column("date", t("Day"), t.full_day),
            Column("lesson", t("Lesson")),
            Column("subject", t("Subject")),
            Column("status", t("How"), lambda value: stance(value, t)),
            Column("reason", t("Reason"), lambda value: absence_reason(value, t)),
            Column("minutes", t("Minutes")),
        ),
        [
            {
                "date": one.date,
                "lesson": one.slot,
                "subject": one.subject,
                "status": one.status,
                "reason": one.reason,
                "minutes": one.minutes,
            }
            for one in found.absences
        ],
    )


def _notes(found: Dossier, t: Texts) -> Table:
    states = {
        NoteStatus.SENT: t("waits for an answer"),
        NoteStatus.ACCEPTED: t("accepted"),
        NoteStatus.DECLINED: t("declined"),
        NoteStatus.MISSING: t("waits for an answer"),
        NoteStatus.DISPUTED: t("waits for an answer"),
        NoteStatus.CLOSED: t("settled"),
    }

    def row(note: AbsenceNote) -> dict[str, Any]:
        return {
            "first_day": note.starts_on,
            "last_day": note.ends_on,
            "reason": note_reason(note, t),
            "comment": note.comment,
            "status": note.status,
            "answer": note.decision_comment,
        }

    return Table(
        "absence_notes",
        t("Notes of absence"),
        (
            Column("first_day", t("First day"), t.full_day),
            Column("last_day", t("Last day"), t.full_day),
            Column("reason", t("Reason")),
            Column("comment", t("Comment")),
            Column("status", t("State"), lambda value: states[value]),
            Column("answer", t("What the school answered")),
        ),
        [row(note) for note in found.notes],
    )
