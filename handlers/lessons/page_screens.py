"""Screens of a lesson's page: topics to choose, tasks to enter."""

from handlers.attendance.screens import title
from handlers.deadlines import entered_late
from handlers.lessons.callbacks import TaskTypeCb, take_topic
from handlers.lessons.screens import card, task_types, to_lesson
from handlers.lessons.screens_entries import LABEL
from handlers.screen import Button, Screen, Style, bold, grid, italic, preceded, screen
from journal.context import Ctx
from journal.glimpse import cut
from journal.lessons.page import Filled, TopicChoice
from journal.model.day import LessonCard
from locales.texts import Texts


def topics(choice: TopicChoice, ctx: Ctx, t: Texts) -> Screen:
    """The plan from where the page stands; another topic may be typed."""
    lesson = choice.lesson
    rows = [
        (
            Button(
                f"{row.number}. {cut(row.topic, LABEL)}",
                take_topic(lesson.id, row.id),
                style=Style.MAIN if row == choice.next else None,
            ),
        )
        for row in choice.rows
    ]
    return screen(
        bold(title(lesson, ctx, t)),
        t("Topic: {topic}", topic=lesson.topic) if lesson.topic else None,
        t("Choose a topic of the plan or type your own.") if rows else t("Type the topic of the lesson."),
        rows=(*rows, (to_lesson(lesson.id, t),)),
    )


def tasks(page: LessonCard, ctx: Ctx, t: Texts) -> Screen:
    """What was done and how."""
    lesson = page.lesson
    kinds = [
        Button(
            name,
            TaskTypeCb(lesson=lesson.id, kind=kind).pack(),
            style=Style.MAIN if kind == lesson.task_type else None,
        )
        for kind, name in task_types(t).items()
    ]
    return screen(
        bold(title(lesson, ctx, t)),
        t("Choose how the class worked, or type what was done."),
        rows=(*grid(kinds), (to_lesson(lesson.id, t),)),
    )


def filled(done: Filled, ctx: Ctx, t: Texts) -> Screen:
    """The card after an entry, with what the teacher should know of it."""
    below = card(done.card, ctx, t)
    notes = [
        entered_late(done.clause, t) if done.late else None,
        italic(foreign(t)) if done.foreign else None,
    ]
    said = [note for note in notes if note is not None]
    return preceded(below, *said, "") if said else below


def foreign(t: Texts) -> str:
    """The warning of R-042."""
    return t("Records are kept in Russian; names and terms may stay as they are.")
