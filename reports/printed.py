"""Tables on paper: what a workbook holds (`reports.tables`), as a PDF to print and sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.texts import Texts
from reports.pictures.letters import written
from reports.tables import Table, cells
from reports.typesetting import pdf


@dataclass(frozen=True, slots=True)
class Sheet:
    """Tables with what stands above and below them; a `wide` one lies across."""

    heading: str
    tables: Sequence[Table]
    notes: Sequence[str] = ()
    # Who signs; nobody where it is empty.
    signature: str = ""
    wide: bool = False


async def printed(school: str, day: date, sheet: Sheet, t: Texts) -> bytes:
    """A PDF of the tables; a table's title stands above it where there are several."""
    many = len(sheet.tables) > 1
    return await pdf(
        "tables",
        written(
            {
                "school": school,
                "heading": sheet.heading,
                "as_of": t("As of {day}", day=t.full_day(day)),
                "page": t("Page"),
                "notes": list(sheet.notes),
                "signature": sheet.signature,
                "wide": sheet.wide,
                "tables": [_part(table, title=table.title if many else "") for table in sheet.tables],
            }
        ),
    )


def _part(table: Table, *, title: str) -> dict[str, object]:
    return {
        "title": title,
        "columns": [{"title": one.title, "short": one.figures or one.short} for one in table.columns],
        "rows": cells(table),
        "empty": table.empty,
    }
