"""The buttons of a lesson's card."""

from handlers.attendance.screens import open_register
from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.lessons.callbacks import (
    CardCb,
    GiveBackCb,
    MaterialsCb,
    OpenHomeworkCb,
    OpenTasksCb,
    OpenTopicsCb,
    PlacesCb,
    take_topic,
    to_day,
)
from handlers.marks.callbacks import OpenMarksCb, PlanWorksCb, WorksCb
from handlers.periods.callbacks import results_at_hand
from handlers.remarks.callbacks import PhrasesCb
from handlers.remarks.words import kind_name
from handlers.screen import Button, Row, Style
from journal.context import Ctx
from journal.entry import EARLY
from journal.glimpse import cut
from journal.model.day import LessonCard
from journal.model.lessons import Lesson, LessonStatus
from journal.model.remarks import RemarkKind
from locales.texts import Texts

# As much of a topic as a button holds.
LABEL = 40


def entries(page: LessonCard, ctx: Ctx, t: Texts) -> tuple[Row, ...]:
    """A button for everything that can be entered."""
    lesson = page.lesson
    if lesson.status is LessonStatus.CANCELLED:
        return ()
    style = Style.MAIN if lesson.register_taken_at is None else None
    journal = [Button(t("Register"), open_register(lesson.id), style=style)]
    if not page.marks_given:
        journal.append(_words(lesson, RemarkKind.PHRASE, t))
    if page.marks_given:
        journal.append(_marks(lesson, ctx, t))
        # A substitute gives the lesson, not the mark of the period.
        if ctx.actor.person_id in (lesson.teacher_id, lesson.second_teacher_id):
            journal.append(Button(t("Period marks"), results_at_hand(lesson.unit_id, lesson.subject_id)))
    rows = [tuple(journal)]
    if page.next_topic is not None:
        label = t("Topic: {topic}", topic=cut(page.next_topic.topic, LABEL))
        rows.append((Button(label, take_topic(lesson.id, page.next_topic.id), style=Style.MAIN),))
    rows.append(
        (
            Button(t("Topic"), OpenTopicsCb(lesson=lesson.id).pack()),
            Button(t("Set homework"), OpenHomeworkCb(lesson=lesson.id).pack()),
            Button(t("Tasks"), OpenTasksCb(lesson=lesson.id).pack()),
        )
    )
    rows.append((_words(lesson, RemarkKind.REMARK, t), _words(lesson, RemarkKind.THANKS, t)))
    rows.append(_beside(page, t))
    if ctx.actor.person_id == lesson.substitute_id and lesson.date >= ctx.today:
        rows.append((Button(t("Not substituting"), GiveBackCb(lesson=lesson.id).pack()),))
    if page.being_checked:
        rows.append((Button(t("Being checked: {count}", count=page.being_checked), WorksCb().pack()),))
    return tuple(rows)


def _marks(lesson: Lesson, ctx: Ctx, t: Texts) -> Button:
    """Marks are given from the lesson on; before it a control work may be planned."""
    if ctx.now < lesson.starts_at - EARLY:
        return Button(t("Plan a test"), PlanWorksCb(lesson=lesson.id).pack())
    return Button(t("Marks"), OpenMarksCb(lesson=lesson.id).pack())


def _words(lesson: Lesson, kind: RemarkKind, t: Texts) -> Button:
    return Button(kind_name(kind, t), PhrasesCb(lesson=lesson.id, kind=kind).pack())


def _beside(page: LessonCard, t: Texts) -> Row:
    """What hangs on the lesson beside its records."""
    lesson, count = page.lesson, len(page.materials)
    label = t("Tests and links: {count}", count=count) if count else t("Tests and links")
    row = [Button(label, MaterialsCb(lesson=lesson.id).pack())]
    if page.asks_place:
        place = lesson.place or t("Phone")
        row.append(Button(t("Place: {place}", place=place), PlacesCb(lesson=lesson.id).pack()))
    return tuple(row)


def neighbours(page: LessonCard, t: Texts) -> tuple[Row, ...]:
    """To the lessons around, and to what was done to this one."""
    row = []
    if page.before is not None:
        row.append(Button(f"‹ {_short(page.before)}", CardCb(lesson=page.before.id).pack()))
    row.append(Button(t("All lessons"), to_day(page.lesson.date)))
    if page.after is not None:
        row.append(Button(f"{_short(page.after)} ›", CardCb(lesson=page.after.id).pack()))
    if not page.touched:
        return (tuple(row),)
    return (tuple(row), (buttons.history(Of.LESSON, page.lesson.id, t),))


def _short(lesson: Lesson) -> str:
    return f"{lesson.slot}. {lesson.unit_name}"
