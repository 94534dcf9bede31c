"""Every screen a family reads, by name, for whoever counts what it costs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from journal import diary, documents, notices
from journal.context import Ctx
from journal.model.span import Span

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Subject:
    """What of a child is looked at."""

    student: int
    subject: int
    lesson: int
    mark: int


Page = Callable[[], Awaitable[object]]


def pages(ctx: Ctx, of: Subject) -> dict[str, Page]:
    """The use case behind each screen; none of them writes once the marks were looked at."""
    student, span = of.student, Span(ctx.today - WEEK, ctx.today + WEEK)
    return {
        "first screen": lambda: diary.home(ctx, student),
        "all children": lambda: diary.everybody(ctx),
        "a day": lambda: diary.day(ctx, student),
        "a week, timetable": lambda: diary.span(ctx, student, span),
        "a lesson": lambda: diary.lesson(ctx, student, of.lesson),
        "homework of a day": lambda: diary.homework(ctx, student),
        "homework of a subject": lambda: diary.tasks_of(ctx, student, of.subject),
        "subjects": lambda: diary.subjects(ctx, student),
        "marks by subject, date, work": lambda: diary.marks(ctx, student),
        "marks of any days": lambda: diary.marks_of(ctx, student, span),
        "marks of a subject": lambda: diary.subject(ctx, student, of.subject),
        "a mark": lambda: diary.opened(ctx, of.mark),
        "absences": lambda: diary.attendance(ctx, student),
        "results": lambda: diary.finals(ctx, student),
        "summary": lambda: diary.summary(ctx, student),
        "programme": lambda: diary.progress(ctx, student),
        "topics by subject": lambda: diary.learnt(ctx, student),
        "topics of a subject": lambda: diary.topics_of(ctx, student, of.subject),
        "events": lambda: diary.calendar(ctx, student),
        "the calendar file": lambda: diary.agenda(ctx, student),
        "notices": lambda: notices.received(ctx),
        "documents": lambda: documents.kept(ctx),
    }
