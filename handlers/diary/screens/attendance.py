"""The screen of what was missed."""

from handlers.diary.screens.parts import pages, presence, way_back
from handlers.screen import Screen, bold, grid, screen
from journal.model.diary import AttendanceBook
from locales.texts import Texts

SHOWN = 20


def attendance(book: AttendanceBook, t: Texts) -> Screen:
    """Totals of the period, then the newest lessons missed."""
    period = book.period.name if book.period else t("no period runs now")
    head = bold(t("{child}: absences, {period}", child=book.child.first_name, period=period))
    return screen(
        head,
        *(_totals(book, t) if book.absences else [t("Nothing missed.")]),
        *(
            f"{t.short_day(item.date)}, {item.slot}. {item.subject}: {presence(item, t)}"
            for item in book.absences[:SHOWN]
        ),
        t("The {count} newest are shown.", count=SHOWN) if len(book.absences) > SHOWN else None,
        rows=(*grid(pages(book.child.student_id, t), 3), way_back(t)),
    )


def _totals(book: AttendanceBook, t: Texts) -> list[str]:
    said = [t("Lessons missed: {count}", count=book.missed)]
    figures = (
        (t("valid reason: {count}", count=book.excused), book.excused),
        (t("no valid reason: {count}", count=book.unexcused), book.unexcused),
        (t("not explained yet: {count}", count=book.unexplained), book.unexplained),
    )
    parts = [words for words, count in figures if count]
    if parts:
        said.append(", ".join(parts))
    if book.late:
        said.append(t("Late: {count}", count=book.late))
    return said
