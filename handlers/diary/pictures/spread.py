"""Which marks were given in a period, and how often, subject by subject."""

from collections import Counter

from handlers.diary.pictures.signs import mark_chip, named
from handlers.diary.screens.marks import none_yet, period_name
from journal.model.diary import MarkBook, SubjectMarks
from locales.texts import Texts
from reports.pictures import SpreadRow, SpreadSheet


def spread(book: MarkBook, t: Texts) -> tuple[SpreadSheet, list[str]]:
    """The sheet, and its facts in lines; subjects without marks are left out."""
    rows = tuple(_row(item, t) for item in book.subjects if item.marks)
    total = t("Marks in all: {count}", count=sum(len(item.marks) for item in book.subjects))
    sheet = SpreadSheet(
        title=t("{child}, {unit}", child=book.child.first_name, unit=book.child.unit_name),
        subtitle=t("marks, {period}", period=period_name(book, t)),
        empty=none_yet(book, t),
        language=t.locale,
        rows=rows,
        total=total,
    )
    return sheet, [*(f"{row.subject}: {_said(row)}" for row in rows), *([total] if rows else [])]


def _row(item: SubjectMarks, t: Texts) -> SpreadRow:
    counted = Counter(mark.value for mark in item.marks)
    # Best first; what is no number comes last.
    order = sorted(counted, key=lambda value: (value.isdecimal(), value), reverse=True)
    return SpreadRow(
        subject=named(item.subject),
        counts=tuple((mark_chip(value, t), counted[value]) for value in order),
    )


def _said(row: SpreadRow) -> str:
    """`5 ×3, 4 ×1`."""
    return ", ".join(f"{chip.text} ×{count}" for chip, count in row.counts)
