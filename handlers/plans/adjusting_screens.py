"""Where a page stands in its plan, and what was just changed there."""

from handlers.attendance.screens import title
from handlers.lessons.callbacks import take_topic
from handlers.lessons.screens import to_lesson
from handlers.plans.callbacks import AdjustAct, AdjustCb, InsertCb, PlanRowCb, to_plan
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal.context import Ctx
from journal.glimpse import cut
from journal.model.plans import PlanRow
from journal.plans.adjusting import Adjusting
from locales.texts import Texts

# As much of a topic as a button holds beside its verb.
LABEL = 24


def adjusting(
    found: Adjusting, ctx: Ctx, t: Texts, act: AdjustAct | None = None, *, inserted: bool = False
) -> Screen:
    """The next topic with the ways to change it, and the way to undo what was done."""
    lesson, following = found.lesson, found.next
    whole = to_plan(lesson.unit_id, lesson.subject_id)
    return screen(
        bold(title(lesson, ctx, t)),
        _done(found.done, act, inserted, t) if found.done is not None else None,
        t("Next by the plan: {topic}", topic=_named(following))
        if following is not None
        else t("All topics of the plan are given."),
        t("After it: {topic}", topic=_named(found.after)) if found.after is not None else None,
        rows=(
            *_undo(found, act, inserted, t),
            *_ways(found, t),
            (Button(t("Put in a topic of my own"), InsertCb(lesson=lesson.id).pack()),),
            (Button(t("The whole plan"), whole), to_lesson(lesson.id, t)),
        ),
    )


def asked(found: Adjusting, ctx: Ctx, t: Texts) -> Screen:
    """How the topic is typed."""
    return screen(
        bold(title(found.lesson, ctx, t)),
        t("Type the topic; it comes before “{topic}”.", topic=found.next.topic)
        if found.next is not None
        else t("Type the topic; it comes at the end of the plan."),
        t("For more than one hour write, for example: Powers — 2"),
        rows=((Button(t("‹ Back"), AdjustCb(lesson=found.lesson.id).pack()),),),
    )


def _named(row: PlanRow) -> str:
    return f"{row.number}. {row.topic}"


def _done(row: PlanRow, act: AdjustAct | None, inserted: bool, t: Texts) -> str:
    topic = _named(row)
    if inserted:
        return t("Put into the plan: {topic}", topic=topic)
    return {
        AdjustAct.SKIP: t("Skipped: {topic}", topic=topic),
        AdjustAct.JOIN: t("Taken together with the one before: {topic}", topic=topic),
        AdjustAct.TAKE_OUT: t("Taken out of the plan: {topic}", topic=row.topic),
        AdjustAct.BRING_BACK: t("Back in the plan: {topic}", topic=topic),
    }[act or AdjustAct.BRING_BACK]


def _undo(found: Adjusting, act: AdjustAct | None, inserted: bool, t: Texts) -> list[Row]:
    row, lesson = found.done, found.lesson.id
    if row is None:
        return []
    if inserted:
        back = PlanRowCb(lesson=lesson, row=row.id, act=AdjustAct.TAKE_OUT).pack()
        take = Button(t("Enter it at this lesson"), take_topic(lesson, row.id), style=Style.MAIN)
        return [(take,), (Button(t("Undo"), back),)]
    if act in (AdjustAct.SKIP, AdjustAct.JOIN):
        back = PlanRowCb(lesson=lesson, row=row.id, act=AdjustAct.BRING_BACK).pack()
        return [(Button(t("Undo"), back),)]
    return []


def _ways(found: Adjusting, t: Texts) -> list[Row]:
    lesson = found.lesson.id
    ways: list[Row] = []
    if found.next is not None:
        data = PlanRowCb(lesson=lesson, row=found.next.id, act=AdjustAct.SKIP).pack()
        ways.append((Button(t("Skip “{topic}”", topic=cut(found.next.topic, LABEL)), data),))
    if found.next is not None and found.after is not None:
        data = PlanRowCb(lesson=lesson, row=found.after.id, act=AdjustAct.JOIN).pack()
        label = t("Together with “{topic}”", topic=cut(found.after.topic, LABEL))
        ways.append((Button(label, data),))
    return ways
