"""The list of a class to sign at a parents' meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.texts import Texts
from reports.pictures.letters import written
from reports.typesetting import pdf


@dataclass(frozen=True, slots=True)
class Line:
    """One family: the student, and the adults who said that they come."""

    student: str
    coming: str


async def sign_in(
    school: str, heading: str, day: date, teacher: str, families: Sequence[Line], t: Texts
) -> bytes:
    """A PDF with a line for each family: who comes, and room for a name and a signature."""
    return await pdf(
        "sign_in",
        written(
            {
                "school": school,
                "heading": heading,
                "as_of": t("As of {day}", day=t.full_day(day)),
                "page": t("Page"),
                "columns": [t("No."), t("Student"), t("Means to come"), t("Who came"), t("Signature")],
                "rows": [[one.student, one.coming] for one in families],
                "signature": t("Class teacher: {name}", name=teacher) if teacher else t("Class teacher"),
            }
        ),
    )
