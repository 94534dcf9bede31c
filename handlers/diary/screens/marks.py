"""Screens of marks: the book of a period, one subject, one mark."""

from handlers.diary.callbacks import MarkCb, MarksCb, SubjectCb
from handlers.diary.screens.parts import pages, way_back
from handlers.screen import Button, Screen, bold, grid, quote, screen
from journal.diary.averages import takes
from journal.model.diary import MarkBook, SubjectMarks
from journal.model.marks import Mark
from journal.model.people import Child
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside


def marks(book: MarkBook, t: Texts) -> Screen:
    """All subjects of a period with their averages."""
    student = book.child.student_id
    period = book.period.name if book.period else t("no period runs now")
    head = bold(t("{child}: marks, {period}", child=book.child.first_name, period=period))
    body = [_subject_line(item, t) for item in book.subjects] or [
        t("No marks yet. They appear here as soon as a teacher enters them.")
    ]
    buttons = [
        Button(
            item.subject,
            SubjectCb(
                student=student, period=book.period.id if book.period else 0, subject=item.subject_id
            ).pack(),
        )
        for item in book.subjects
    ]
    return screen(head, *body, rows=(*grid(buttons), *grid(pages(student, t), 3), way_back(t)))


def subject(book: MarkBook, item: SubjectMarks, t: Texts) -> Screen:
    """One subject: every mark, the average, and what a better one takes."""
    student = book.child.student_id
    period = book.period.id if book.period else 0
    head = bold(t("{child}: {subject}", child=book.child.first_name, subject=inside(item.subject)))
    body = [
        f"{t.short_day(mark.date)}: {mark.value}" + (f" · {mark.title}" if mark.title else "")
        for mark in item.marks
    ]
    buttons = [
        Button(f"{mark.value} · {t.short_day(mark.date)}", MarkCb(mark=mark.id).pack())
        for mark in item.marks[-24:]
    ]
    return screen(
        head,
        *body,
        _average_line(item, t),
        _takes_line(item, t),
        rows=(
            *grid(buttons, 4),
            way_back(t, Button(t("All marks"), MarksCb(student=student, period=period).pack())),
        ),
    )


def mark(child: Child, found: Mark, regulation: Regulation, t: Texts) -> Screen:
    """One mark with its work, topic and comment."""
    return screen(
        bold(
            t(
                "{child}: {mark}, {subject}",
                child=child.first_name,
                mark=found.value,
                subject=inside(found.subject),
            )
        ),
        t("{date}, {work}", date=t.day(found.date), work=found.title or work_name(found.kind, regulation, t)),
        t("Topic: {topic}", topic=found.topic) if found.topic else None,
        t("Counts {weight} times.", weight=t.number(found.weight)) if found.weight != 1 else None,
        quote(found.comment) if found.comment else None,
        rows=(way_back(t, Button(t("All marks"), MarksCb(student=child.student_id).pack())),),
    )


def _subject_line(item: SubjectMarks, t: Texts) -> str:
    said = f"{item.subject}: {' '.join(mark.value for mark in item.marks)}"
    if item.average is not None:
        said = t("{marks} (average {average})", marks=said, average=t.number(item.average, 2))
    return (
        said if item.result is None else t("{marks}, result {result}", marks=said, result=item.result.value)
    )


def _average_line(item: SubjectMarks, t: Texts) -> str | None:
    if item.average is None:
        return None
    return t("Average: {average}", average=t.number(item.average, 2))


def _takes_line(item: SubjectMarks, t: Texts) -> str | None:
    needed = takes(item.marks)
    if needed is None:
        return None
    return t.plural(
        "{count} more five makes the average {average}; the teacher sets the final mark.",
        "{count} more fives make the average {average}; the teacher sets the final mark.",
        needed.count,
        average=t.number(needed.average, 2),
    )


def work_name(kind: str, regulation: Regulation, t: Texts) -> str:
    """What the school calls that kind of work."""
    known = regulation.marks.work_types.get(kind)
    if known is None:
        return kind
    return known.english if t.locale == "en" else known.name
