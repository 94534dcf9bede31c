"""Screens of homework being given."""

from handlers.deadlines import entered_late
from handlers.lessons.callbacks import (
    CardCb,
    HomeworkAct,
    HomeworkCb,
    HomeworkDueCb,
    HomeworkUnitCb,
    OpenHomeworkCb,
)
from handlers.lessons.page_screens import foreign
from handlers.lessons.screens import homework_line, to_lesson
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.context import Ctx
from journal.model.giving import Given, Giving, HomeworkDraft, Target
from journal.model.lessons import Homework, Lesson
from journal.regulation.values import InAdvance
from locales.texts import Texts
from locales.words import inside


def giving(found: Giving, ctx: Ctx, t: Texts) -> Screen:
    """The draft as it will be read, for whom and when, and one Save."""
    draft = found.draft
    if draft.empty:
        return _empty(found, ctx, t)
    return screen(
        bold(_title(found.lesson, t)),
        quote(draft.text) if draft.text else None,
        t("Files: {count}", count=len(draft.attachments)) if draft.attachments else None,
        t("To bring: {things}", things=draft.bring) if draft.bring else None,
        t("For {targets}.", targets=_targets(found.chosen, t)) if found.chosen else _nowhere(t),
        _shared(found, t),
        *_stands(found, ctx, t),
        foreign(ctx, t) if found.foreign else None,
        rows=(
            *(((_save(found, t),),) if found.target else ()),
            *_twins(found, t),
            _more(found, t),
            (
                Button(t("Start again"), _act(draft, HomeworkAct.DROP)),
                to_lesson(found.lesson.id, t),
            ),
        ),
    )


def given(done: Given, ctx: Ctx, t: Texts) -> Screen:
    """What Save did, when families hear of it, and how to take it back."""
    lesson = done.lesson
    act = HomeworkCb(lesson=lesson.id, act=HomeworkAct.WITHDRAW).pack()
    return screen(
        bold(_title(lesson, t)),
        t("Saved. Nothing is set.")
        if done.no_work
        else t("Saved for {targets}.", targets=_targets(done.targets, t)),
        t("Families hear of it at {time}.", time=t.clock(done.tell_at, ctx.school.zone))
        if done.tell_at
        else None,
        *_beside(done.beside, t),
        entered_late(done.clause, t) if done.late else None,
        rows=(
            (
                Button(t("Undo"), act),
                Button(t("Add more"), OpenHomeworkCb(lesson=lesson.id).pack()),
            ),
            (Button(t("To the lesson"), CardCb(lesson=lesson.id).pack(), style=Style.MAIN),),
        ),
    )


def _shared(found: Giving, t: Texts) -> str | None:
    """That parallel classes get the lesson's links and tests too."""
    if not found.materials or len(found.chosen) < 2:
        return None
    return t("Parallel classes get its tests and links too: {count}.", count=found.materials)


def _stands(found: Giving, ctx: Ctx, t: Texts) -> tuple[str, ...]:
    """What colleagues have set already."""
    mine = ctx.actor.person_id
    return _beside(tuple(one for one in found.given if one.author_id != mine and not one.no_work), t)


def _beside(others: tuple[Homework, ...], t: Texts) -> tuple[str, ...]:
    if not others:
        return ()
    return (
        t("A colleague has set already, and families see both:"),
        *(homework_line(one, t) for one in others),
    )


def bring(lesson: Lesson, t: Texts) -> Screen:
    """The question what to bring along."""
    return screen(
        bold(_title(lesson, t)),
        t("What should they bring? For example: sportswear, paints."),
        rows=((Button(t("Back"), OpenHomeworkCb(lesson=lesson.id).pack()),),),
    )


def dates(lesson: Lesson, ahead: list[Lesson], t: Texts) -> Screen:
    """The lessons ahead that homework may be due for."""
    buttons = [Button(_day(due, t), HomeworkDueCb(lesson=lesson.id, due=due.id).pack()) for due in ahead]
    return screen(
        bold(_title(lesson, t)),
        t("Which lesson is it for?") if ahead else _nowhere(t),
        rows=(*grid(buttons), (Button(t("Back"), OpenHomeworkCb(lesson=lesson.id).pack()),)),
    )


def _empty(found: Giving, ctx: Ctx, t: Texts) -> Screen:
    draft, lesson = found.draft, found.lesson
    nothing = Button(t("No homework"), _act(draft, HomeworkAct.NOTHING))
    withdraw = Button(t("Withdraw"), _act(draft, HomeworkAct.WITHDRAW))
    return screen(
        bold(_title(lesson, t)),
        *(homework_line(item, t) for item in found.given),
        t("For {targets}.", targets=_targets((found.target,), t)) if found.target else _nowhere(t),
        t("Type it, send a photo, a file or a voice message, or forward one."),
        italic(t("It is better set ahead of time.")) if _ahead(ctx) else None,
        rows=((withdraw if found.given else nothing,), _more(found, t), (to_lesson(lesson.id, t),)),
    )


def _ahead(ctx: Ctx) -> bool:
    """Whether the regulation recommends homework in advance (S4 §5-4)."""
    return ctx.regulation.entry.homework_in_advance is InAdvance.RECOMMENDED


def _title(lesson: Lesson, t: Texts) -> str:
    return t("{unit}, {subject}: homework", unit=lesson.unit_name, subject=inside(lesson.subject))


def _targets(targets: tuple[Target, ...], t: Texts) -> str:
    return ", ".join(
        t("{unit} on {day}", unit=target.due.unit_name, day=_day(target.due, t)) for target in targets
    )


def _day(lesson: Lesson, t: Texts) -> str:
    """`чт 15.10`."""
    return t.dated(lesson.date)


def _twins(found: Giving, t: Texts) -> tuple[Row, ...]:
    """A button for each parallel class: the same for it too, or not."""
    return tuple((_twin(found, target, t),) for target in found.parallels)


def _twin(found: Giving, target: Target, t: Texts) -> Button:
    chosen = target.given.unit_id in found.draft.units
    said = {"unit": target.due.unit_name, "day": _day(target.due, t)}
    label = t("✓ {unit} too, on {day}", **said) if chosen else t("+ {unit} too, on {day}", **said)
    act = HomeworkUnitCb(lesson=found.lesson.id, unit=target.given.unit_id, chosen=not chosen)
    return Button(label, act.pack(), style=Style.GOOD if chosen else None)


def _more(found: Giving, t: Texts) -> Row:
    return (
        Button(t("Another day"), _act(found.draft, HomeworkAct.DATES)),
        Button(t("Things to bring"), _act(found.draft, HomeworkAct.BRING)),
    )


def _save(found: Giving, t: Texts) -> Button:
    label = t("Save all the same") if found.foreign else t("Save")
    return Button(label, _act(found.draft, HomeworkAct.SAVE), style=None if found.foreign else Style.MAIN)


def _act(draft: HomeworkDraft, act: HomeworkAct) -> str:
    return HomeworkCb(lesson=draft.lesson_id, act=act, revision=draft.revision).pack()


def _nowhere(t: Texts) -> str:
    return t("The timetable knows no further lesson of this class.")
