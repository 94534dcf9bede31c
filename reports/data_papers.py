"""The personal-data papers of a class as one PDF: inventory, consent form, list of those with access."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.texts import Texts
from reports.typesetting import pdf


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with access: by which right, to what, since when or until when."""

    name: str
    right: str
    reach: str
    state: str


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The paragraphs of the consent; what is empty is written by hand."""

    title: str
    paragraphs: Sequence[str]


async def data_papers(
    school: str, unit: str, day: date, forms: Sequence[ConsentForm], readers: Sequence[Reader], t: Texts
) -> bytes:
    """Three papers, each beginning a page of its own."""
    inventory = {
        "heading": t("Inventory of personal data in the electronic journal"),
        "columns": [t("No."), t("Data"), t("Of whom"), t("What for"), t("On what ground"), t("Kept")],
        "rows": _inventory(t),
    }
    access = {
        "heading": t("Who has access to the personal data of the class"),
        "columns": [t("No."), t("Person"), t("By what right"), t("To what"), t("State")],
        "rows": [[one.name, one.right, one.reach, one.state] for one in readers],
    }
    return await pdf(
        "data_papers", _forms(school, unit, day, forms, t) | {"inventory": inventory, "access": access}
    )


async def consent_forms(school: str, day: date, forms: Sequence[ConsentForm], t: Texts) -> bytes:
    """The forms alone, to be filled in by hand: nobody's data stands in them."""
    parts = {"inventory": None, "access": None}
    return await pdf("data_papers", _forms(school, "", day, forms, t) | parts)


def _forms(school: str, unit: str, day: date, forms: Sequence[ConsentForm], t: Texts) -> dict[str, object]:
    return {
        "school": school,
        "unit": unit,
        "day": t("Printed on {day}", day=t.full_day(day)),
        "page": t("Page"),
        "forms": [{"heading": form.title, "paragraphs": list(form.paragraphs)} for form in forms],
        "blanks": [
            t("I, (last name, first name, patronymic)"),
            t("document (series, number, by whom and when issued)"),
            t("address"),
            t("for the child (last name, first name, class)"),
        ],
        "choice": [t("I agree"), t("I do not agree")],
        "signature": [t("Date"), t("Signature")],
    }


def _inventory(t: Texts) -> list[list[str]]:
    """Data, whose, what for, ground, how long: what the tables really hold."""
    law = t("law 273-FZ, article 28, part 3, items 10 and 11")
    consent = t("the consent of the adult")
    stay, archive = t("while the child learns here"), t("as the journal, by the law on archives")
    child, adult, both = t("student"), t("adult of the student"), t("student and adult")
    proof = t("law 152-FZ, article 9")
    return [
        [t("name, birth date, class, subgroups"), child, t("class lists and the journal"), law, archive],
        [t("marks, results, comments on works"), child, t("the journal and the diary"), law, archive],
        [
            t("attendance and reasons of absence"),
            child,
            t("the journal and the safety of children"),
            law,
            archive,
        ],
        [t("name, capacity, document of a representative"), adult, t("to tell families"), consent, stay],
        [t("phone, e-mail, address"), both, t("to reach the family"), consent, stay],
        [t("number in Telegram, time of the last visit"), both, t("to send messages"), consent, stay],
        [t("consents, refusals, signatures under notices"), adult, t("to prove them"), proof, stay],
        [t("messages with the school"), both, t("to answer"), consent, stay],
    ]
