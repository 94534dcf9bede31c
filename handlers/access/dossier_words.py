"""What the school and an adult of the child said to each other, as tables of the file for the family."""

from datetime import datetime

from handlers.absences.statuses_screens import kind_name
from handlers.channels.words import channel_name
from handlers.remarks.words import told
from journal.access.dossier import Dossier
from journal.model.school import School
from locales.texts import Texts
from reports.tables import Column, Table


def statuses(found: Dossier, t: Texts) -> Table:
    """Dated statuses: at home, by an order, exempt."""
    return Table(
        "statuses",
        t("At home, by order, exempt"),
        (
            Column("first_day", t("First day"), t.full_day),
            Column("last_day", t("Last day"), t.full_day),
            Column("kind", t("State"), lambda value: kind_name(value, t)),
            Column("comment", t("Comment")),
        ),
        [
            {
                "first_day": one.span.first,
                "last_day": one.span.last,
                "kind": one.kind,
                "comment": one.note,
            }
            for one in found.statuses
        ],
    )


def remarks(found: Dossier, t: Texts) -> Table:
    """What teachers said of the child in words."""
    return Table(
        "remarks",
        t("Words of teachers"),
        (
            Column("date", t("Day"), t.full_day),
            Column("subject", t("Subject")),
            Column("text", t("What was written")),
        ),
        [{"date": one.day, "subject": one.subject, "text": told(one, t)} for one in found.remarks],
    )


def addresses(found: Dossier, t: Texts) -> Table:
    """The own addresses beside the messenger."""
    return Table(
        "addresses",
        t("My addresses for news"),
        (
            Column("channel", t("Where"), lambda value: channel_name(value, t)),
            Column("address", t("Address")),
        ),
        [{"channel": one.channel, "address": one.address} for one in found.addresses],
    )


def letters(found: Dossier, school: School, t: Texts) -> Table:
    """The own correspondence about the child, both sides of it."""
    return Table(
        "messages",
        t("Messages"),
        (
            Column("sent_at", t("When"), lambda value: _moment(value, school, t)),
            Column("author", t("Who wrote")),
            Column("text", t("What was written")),
        ),
        [{"sent_at": one.sent_at, "author": one.author.full, "text": one.text} for one in found.letters],
    )


def notices(found: Dossier, school: School, t: Texts) -> Table:
    """Notices of the school, and when they were signed off."""
    return Table(
        "notices",
        t("Notices"),
        (
            Column("sent_at", t("When"), lambda value: _moment(value, school, t)),
            Column("text", t("What was written")),
            Column("signed_at", t("Signed off on"), lambda value: _moment(value, school, t)),
            Column("answer", t("My answer")),
        ),
        [
            {"sent_at": one.sent_at, "text": one.text, "signed_at": one.signed_at, "answer": one.answer}
            for one in found.notices
        ],
    )


def _moment(moment: datetime, school: School, t: Texts) -> str:
    return f"{t.full_day(school.day(moment))} {t.clock(moment, school.zone)}"
