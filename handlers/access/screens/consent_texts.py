"""The texts that are consented to, each by itself: what for, which data, how, how long, how to withdraw."""

from handlers.screen import bold
from journal.access.consent import ConsentKind
from journal.model.school import School
from locales.texts import Texts


def text(kind: ConsentKind, school: School, t: Texts) -> list[str]:
    """The whole text of one consent."""
    if kind is ConsentKind.PROCESSING:
        return processing(school, t)
    return messenger(t) if kind is ConsentKind.MESSENGER else photo(t)


def plain(kind: ConsentKind, school: School, t: Texts) -> list[str]:
    """The text without its heading, for paper."""
    return [str(line) for line in text(kind, school, t)[1:]]


def heading(kind: ConsentKind, t: Texts) -> str:
    """A consent by its full name, as it stands over the text."""
    return {
        ConsentKind.PROCESSING: t("Consent to the processing of personal data (law 152-FZ)"),
        ConsentKind.MESSENGER: t("Consent to messages in Telegram"),
        ConsentKind.PHOTO: t("Consent to photo and video"),
    }[kind]


def title(kind: ConsentKind, t: Texts) -> str:
    """A consent by its short name, as it stands on a button."""
    return {
        ConsentKind.PROCESSING: t("Personal data"),
        ConsentKind.MESSENGER: t("Messages in Telegram"),
        ConsentKind.PHOTO: t("Photo and video"),
    }[kind]


def processing(school: School, t: Texts) -> list[str]:
    """Purposes, data, processing, term, withdrawal (152-ФЗ, article 9)."""
    return [
        bold(heading(ConsentKind.PROCESSING, t)),
        t("Who processes: {school}.", school=school.name),
        t("What for: to tell you about lessons, homework, marks and absences, and to write to the school."),
        t(
            "Which data: names of the student and of the adult, the student's birth date, class, timetable, "
            "homework, marks, attendance, messages with the school, your number in Telegram."
        ),
        t("How: it is collected, stored, used, shown to you and erased, by automatic means."),
        t("How long: as long as the student learns here, or until you withdraw the consent."),
        t(
            "How to withdraw: at any time, here or in writing to the school. The journal itself stays, "
            "since the law obliges the school to keep it."
        ),
    ]


def messenger(t: Texts) -> list[str]:
    """The messenger by its name, and what it means."""
    return [
        bold(heading(ConsentKind.MESSENGER, t)),
        t(
            "Telegram is not the school's own system: the text of our messages passes through its servers, "
            "which may stand abroad. It can be withdrawn by itself."
        ),
    ]


def photo(t: Texts) -> list[str]:
    """Pictures of the child: asked apart, and nothing depends on the answer."""
    return [
        bold(heading(ConsentKind.PHOTO, t)),
        t("The school may take pictures of the child at lessons and events and show them where it reports."),
        t("How long: as long as the student learns here, or until you withdraw the consent."),
        t("The diary does not depend on it: you may well say no."),
    ]
