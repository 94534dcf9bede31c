"""Screens of a lesson's page: topics to choose, tasks to enter."""

from markupsafe import Markup

from handlers.attendance.screens import title
from handlers.deadlines import entered_late
from handlers.errors import by_clause
from handlers.lessons.callbacks import TaskTypeCb, WriteAnywayCb, take_topic
from handlers.lessons.entries_screens import LABEL
from handlers.lessons.screens import card, task_types, to_lesson
from handlers.plans.callbacks import AdjustCb
from handlers.screen import Button, Screen, Style, bold, grid, italic, preceded, quote, screen
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
        rows=(*rows, (*_adjust(choice, t), to_lesson(lesson.id, t))),
    )


def _adjust(choice: TopicChoice, t: Texts) -> list[Button]:
    """Life does not always go by the plan."""
    data = AdjustCb(lesson=choice.lesson.id).pack()
    return [Button(t("Change the plan"), data)] if choice.may_adjust else []


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
    """The card after an entry, with what the teacher should know of it; or a question about its language."""
    if done.doubted:
        return _doubted(done, ctx, t)
    below = card(done.card, ctx, t)
    return preceded(below, entered_late(done.clause, t), "") if done.late else below


def foreign(ctx: Ctx, t: Texts) -> Markup:
    """The warning of R-042, with the clause that asks for it."""
    said = t("Records are kept in Russian; names and terms may stay as they are.")
    return italic(by_clause(said, ctx.regulation.clause("entry.record_language"), t))


def _doubted(done: Filled, ctx: Ctx, t: Texts) -> Screen:
    """What was typed in another language: written anew, or saved as it is."""
    lesson = done.card.lesson
    anyway = Button(t("Save all the same"), WriteAnywayCb(lesson=lesson.id).pack())
    return screen(
        bold(title(lesson, ctx, t)),
        quote(done.doubted),
        foreign(ctx, t),
        t("It is not saved yet. Type it in Russian or save it as it is."),
        rows=((anyway,), (to_lesson(lesson.id, t),)),
    )
