"""The report of a class in files, and a family's own part of it in words."""

from collections.abc import Mapping
from decimal import Decimal

from handlers.diary.screens.parts import period_title
from handlers.papers.printing import missed
from journal.context import Ctx
from journal.model.papers import ChildResults
from journal.papers.report import ClassReport, ReportRow, Success, overall
from locales.texts import Texts
from reports import papers as forms
from reports.papers import ClassSheet, Set
from reports.tables import Column, Table, workbook


async def pdf(ctx: Ctx, found: ClassReport, t: Texts) -> bytes:
    """The report on paper: a row for each student."""
    return await forms.class_report(
        ctx.school.name,
        ctx.today,
        found.teacher.short if found.teacher else "",
        ClassSheet(
            t("{unit}: progress and attendance, {period}", unit=found.unit.name, period=title(found, t)),
            found.subjects,
            [
                [f"{one.results.child.last_name} {one.results.child.first_name}", *_cells(one, found, t)]
                for one in found.rows
            ],
            [*summary(found, t), *lacking(found, t)],
        ),
        t,
    )


def xlsx(found: ClassReport, t: Texts) -> bytes:
    """The report as a workbook: the students, and the summary."""
    columns = (
        Column("student", t("Student")),
        *(Column(f"subject{n}", name, figures=True) for n, name in enumerate(found.subjects)),
        Column("average", t("Average"), figures=True),
        Column("missed", t("Lessons missed"), figures=True),
        Column("unexcused", t("Without a valid reason"), figures=True),
        Column("late", t("Late"), figures=True),
    )
    said = [{"line": line} for line in (*summary(found, t), *lacking(found, t))]
    return workbook(
        (
            Table("students", title(found, t), columns, [_row(one, found) for one in found.rows]),
            Table("summary", t("Summary"), (Column("line", t("Summary")),), said),
        )
    )


def summary(found: ClassReport, t: Texts) -> list[str]:
    """The class in figures."""
    counts, known = found.counts, found.known
    if not known:
        return [t("There are no marks to sum up yet.")]
    said = [
        t(
            "Excellent: {count}, with fours and fives: {good}.",
            count=counts[Success.EXCELLENT],
            good=counts[Success.GOOD],
        ),
        t(
            "With a single three: {count}, failing: {failing}.",
            count=counts[Success.ONE_THREE],
            failing=counts[Success.FAILING],
        ),
        t("Pass rate {pass_rate} %, quality {quality} %.", pass_rate=found.pass_rate, quality=found.quality),
    ]
    lessons = sum(row.missed.lessons for row in found.rows)
    excused = sum(row.missed.excused for row in found.rows)
    return [
        *said,
        t(
            "Lessons missed: {count}, without a valid reason: {missing}.",
            count=lessons,
            missing=lessons - excused,
        ),
    ]


def lacking(found: ClassReport, t: Texts) -> list[str]:
    """What the report cannot tell of, because it is not in the journal (R-109)."""
    said = []
    if found.without_register:
        said.append(t("Not complete: lessons without a register: {count}.", count=found.without_register))
    if found.without_marks:
        named = ", ".join(f"{name} — {count}" for name, count in found.without_marks.items())
        said.append(t("Not complete: students without marks: {named}.", named=named))
    return said


def part(one: ChildResults, found: ClassReport, t: Texts) -> str:
    """What one family reads: its own child alone."""
    given = next((row.given for row in found.rows if row.results.child == one.child), {})
    lines = [_subject(item.subject, item.marks, item.average, given, t) for item in one.subjects]
    head = t(
        "{child}: {period}, {days}",
        child=one.child.first_name,
        period=title(found, t),
        days=t.days(found.span.first, found.span.last),
    )
    weighted = any(item.weighted for item in one.subjects)
    note = [t("Averages count the weight of works.")] if weighted else []
    return "\n".join([head, *(lines or [t("There were no marks.")]), *note, missed(one.missed, t)])


def title(found: ClassReport, t: Texts) -> str:
    return period_title(found.period, t)


def _subject(
    name: str, marks: tuple[str, ...], average: Decimal | None, given: Mapping[str, str], t: Texts
) -> str:
    """`Алгебра: 5 4 4, средний 4,33, за период 4`."""
    parts = [" ".join(marks)] if marks else []
    if average is not None:
        parts.append(t("average {average}", average=t.average(average)))
    if name in given:
        parts.append(t("for the period {mark}", mark=given[name]))
    return f"{name}: {', '.join(parts)}"


def _cells(one: ReportRow, found: ClassReport, t: Texts) -> list[str | Set]:
    """By subject the mark of the period, else the average; then the mean, and what was missed."""
    averages = {item.subject: item.average for item in one.results.subjects}
    mean = overall(one.results)
    return [
        *(
            Set(one.given[name]) if name in one.given else _mean(averages.get(name), t)
            for name in found.subjects
        ),
        _mean(mean, t),
        *(str(figure) if figure else "" for figure in _missed(one)),
    ]


def _mean(value: Decimal | None, t: Texts) -> str:
    return t.average(value) if value is not None else ""


def _row(one: ReportRow, found: ClassReport) -> dict[str, object]:
    averages = {item.subject: item.average for item in one.results.subjects}
    mean = overall(one.results)
    lessons, unexcused, late = _missed(one)
    subjects = {
        f"subject{n}": one.given.get(name)
        or (round(average, 2) if (average := averages.get(name)) is not None else None)
        for n, name in enumerate(found.subjects)
    }
    return {
        "student": f"{one.results.child.last_name} {one.results.child.first_name}",
        **subjects,
        "average": round(mean, 2) if mean is not None else None,
        "missed": lessons,
        "unexcused": unexcused,
        "late": late,
    }


def _missed(one: ReportRow) -> tuple[int, int, int]:
    missed = one.missed
    return missed.lessons, missed.lessons - missed.excused, missed.late
