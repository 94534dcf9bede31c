"""How the averages of a period went, subject by subject."""

from handlers.diary.pictures.signs import average_chip, named
from handlers.diary.screens.marks import none_yet, period_name
from handlers.diary.screens.trends import moved
from journal.diary.averages import course, trend
from journal.model.diary import MarkBook, SubjectMarks
from journal.model.span import Span
from locales.texts import Texts
from reports.pictures import TrendRow, TrendSheet


def trends(book: MarkBook, t: Texts) -> tuple[TrendSheet, list[str]]:
    """The sheet, and its facts in lines; subjects without a mark that counts are left out."""
    period = book.period
    rows = tuple(
        row
        for item in book.subjects
        if period is not None and (row := _row(item, period.span, t)) is not None
    )
    sheet = TrendSheet(
        title=t("{child}, {unit}", child=book.child.first_name, unit=book.child.unit_name),
        subtitle=t("averages, {period}", period=period_name(book, t)),
        empty=none_yet(book, t),
        language=t.locale,
        rows=rows,
        first=t.day(period.starts_on) if period else "",
        last=t.day(period.ends_on) if period else "",
    )
    return sheet, [f"{row.subject}: {row.chip.text} {_said(row)}".rstrip() for row in rows]


def _row(item: SubjectMarks, span: Span, t: Texts) -> TrendRow | None:
    if item.average is None:
        return None
    whole = max(1, (span.last - span.first).days)
    way = trend(item.marks)
    return TrendRow(
        subject=named(item.subject),
        points=tuple(
            (round((day - span.first).days / whole, 3), float(round(value, 2)))
            for day, value in course(item.marks)
        ),
        chip=average_chip(item.average, t),
        way=str(way or ""),
        # The picture draws the arrow itself.
        trend=moved(way, t),
    )


def _said(row: TrendRow) -> str:
    return f"({row.trend})" if row.trend else ""
