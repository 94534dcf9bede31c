"""Papers for families: the results of a week, a page for each child (RP-09), and letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.texts import Texts
from reports.pictures.letters import written
from reports.typesetting import pdf

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class WeekPage:
    """What the family of one child reads; each row as its section's columns have it."""

    student: str
    # Subject, marks of the week, average of the period.
    marks: Sequence[Cells]
    # Day, lesson, reason.
    absences: Sequence[Cells]
    missed: str
    # Until when, what.
    debts: Sequence[Cells]
    # Day, subject, kind of work.
    works: Sequence[Cells]
    # Day; subject and what to do for each lesson of it.
    homework: Sequence[tuple[str, Sequence[Cells]]]
    # Day, text; the place to sign is empty.
    notices: Sequence[Cells]
    # Day with the hour, what and where.
    events: Sequence[Cells]


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter to one family."""

    student: str
    text: str


@dataclass(frozen=True, slots=True)
class Set:
    """A mark that stands, unlike an average."""

    mark: str


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """The report of a class: a row for each student, with a cell for each subject and four more."""

    heading: str
    subjects: Sequence[str]
    # The student, the subjects' cells, the four figures; a mark that is set is `Set(mark)`.
    rows: Sequence[Sequence[str | Set]]
    # What is said below the table.
    notes: Sequence[str]


async def class_report(school: str, day: date, teacher: str, sheet: ClassSheet, t: Texts) -> bytes:
    """A PDF of the report, its table broken between students only."""
    figures = [t("Average"), t("Lessons missed"), t("Without a valid reason"), t("Late")]
    return await pdf(
        "class_report",
        written(
            {
                "school": school,
                "heading": sheet.heading,
                "as_of": t("As of {day}", day=t.full_day(day)),
                "page": t("Page"),
                "number": t("No."),
                "student": t("Student"),
                "subjects": list(sheet.subjects),
                "figures": figures,
                "rows": [
                    [{"set": cell.mark} if isinstance(cell, Set) else cell for cell in cells]
                    for cells in sheet.rows
                ],
                "notes": list(sheet.notes),
                "key": t("Marks of the period stand in bold, the others are averages so far."),
                "signature": t("Class teacher: {name}", name=teacher) if teacher else t("Class teacher"),
            }
        ),
    )


async def letters(school: str, day: date, teacher: str, pages: Sequence[LetterPage], t: Texts) -> bytes:
    """A PDF of letters, each on a page of its own with a slip to sign."""
    return await pdf(
        "letters",
        written(
            {
                "school": school,
                "heading": t("Information letter for parents"),
                "day": t.full_day(day),
                "teacher": t("Class teacher: {name}", name=teacher) if teacher else t("Class teacher"),
                "read": t("I have read the letter"),
                "signatures": [t("Date"), t("Signature")],
                "pages": [{"student": one.student, "lines": one.text.split("\n")} for one in pages],
            }
        ),
    )


async def week_pages(
    school: str,
    heading: str,
    day: date,
    teacher: str,
    pages: Sequence[WeekPage],
    t: Texts,
    *,
    whole: bool = False,
) -> bytes:
    """A PDF with the results of a week, or of a `whole` period; each child begins a page of its own."""
    return await pdf(
        "week_pages",
        written(
            {
                "school": school,
                "heading": heading,
                "as_of": t("As of {day}", day=t.full_day(day)),
                "page": t("Page"),
                "pages": [_page(one, t, whole=whole) for one in pages],
                "signatures": [
                    t("Class teacher: {name}", name=teacher) if teacher else t("Class teacher"),
                    t("Parent's signature"),
                ],
            }
        ),
    )


def _page(one: WeekPage, t: Texts, *, whole: bool) -> dict[str, object]:
    return {
        "student": one.student,
        "missed": one.missed,
        "marks": _section(
            t("Marks"),
            [t("Subject"), t("Marks of the period") if whole else t("Marks of the week"), t("Average")],
            one.marks,
            t("There were no marks.") if whole else t("No marks this week."),
        ),
        "absences": _section(
            t("Absences"), [t("Day"), t("Lesson"), t("Reason")], one.absences, t("Nothing missed.")
        ),
        "debts": _section(t("Debts"), [t("Last day"), t("What is owed")], one.debts),
        "works": _section(t("Tests ahead"), [t("Day"), t("Subject"), t("Work")], one.works),
        "homework": _section(t("Homework ahead"), [t("Day"), t("What to do")], one.homework),
        "events": _section(t("Events ahead"), [t("Day"), t("What")], one.events),
        "notices": _section(
            t("Please read and sign"),
            [t("Notice of"), t("Text"), t("Signature")],
            [(*cells, "") for cells in one.notices],
        ),
    }


def _section(
    title: str, columns: Cells, rows: Sequence[Sequence[object]], empty: str = ""
) -> dict[str, object]:
    return {"title": title, "columns": columns, "rows": [list(cells) for cells in rows], "empty": empty}
