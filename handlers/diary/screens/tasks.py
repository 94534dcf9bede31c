"""Screens of homework: for a day, for some days, of a subject, and its files."""

from collections.abc import Iterable, Sequence

from handlers.diary.callbacks import DoneCb, Look, SubjectCb, SubjectLook, SubjectPageCb, to_page
from handlers.diary.screens.days import turns
from handlers.diary.screens.parts import file_buttons, more, pages, span_name, task_lines, task_text, way_back
from handlers.materials import material_buttons, material_name
from handlers.messages.buttons import asking
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.context import Ctx
from journal.model.diary import Day, Days, SubjectTasks
from journal.model.lessons import Homework, Lesson
from journal.model.materials import Material
from journal.model.messages import About
from journal.model.people import Child
from locales.texts import Texts
from locales.words import inside, opening


def tasks(found: Day, t: Texts) -> Screen:
    """What is to be done for a school day; a tap ticks it off for the family itself."""
    child, shown = found.child, found.day
    head = t("{child}: homework for {day}", child=child.first_name, day=t.weekday_for(shown.date))
    if not shown.lessons:
        body = [t("No lessons on this day.")]
    else:
        body = task_lines(shown, t) or [t("Nothing has been set for this day yet.")]
    if shown.tasks and shown.unset:
        body += ["", t("Not entered yet: {subjects}", subjects=_names(shown.unset))]
    if shown.tasks:
        body.append(italic(t("Tap a subject when it is done: only your family sees it.")))
    by_subject = Button(t("By subject"), to_page(child.student_id, Look.SUBJECTS))
    return screen(
        bold(head),
        *body,
        rows=(
            *grid(_ticks(child, shown.tasks, shown.done)),
            *grid(file_buttons(child.student_id, shown.tasks, t)),
            *grid(material_buttons(found.materials, child.student_id, t), 1),
            turns(found, Look.TASKS, t),
            pages(child.student_id, t, Look.TASKS),
            way_back(t, by_subject),
        ),
    )


def tasks_of_days(found: Days, t: Texts) -> Screen:
    """The homework of several days, one after the other; a tap opens a day."""
    head = t("{child}: homework, {days}", child=found.child.first_name, days=span_name(found.span, t))
    body = [
        line
        for shown in found.days
        if shown.tasks
        for line in ("", bold(opening(t.weekday(shown.date))), *task_lines(shown, t))
    ]
    student = found.child.student_id
    days = [
        Button(t.short_weekday(shown.date), to_page(student, Look.TASKS, shown.date)) for shown in found.days
    ]
    return screen(
        bold(head),
        *(body or [t("Nothing has been set for these days.")]),
        rows=(*grid(days, 7), pages(student, t), way_back(t)),
    )


def subject_tasks(found: SubjectTasks, t: Texts, older: int | None = None) -> Screen:
    """A subject's homework: what is to be done, then what was, the last `older` of it with a way to the rest.

    Where days were asked for, theirs alone.
    """
    student = found.child.student_id
    past = found.past if found.asked else found.past[:older]
    said = _asked(found, t) if found.asked else [*_coming(found, t), *_past(past, found.done, t)]
    partly = bool(found.asked) or len(past) < len(found.past)
    every = SubjectPageCb(student=student, subject=found.subject_id, look=SubjectLook.TASKS)
    return screen(
        bold(t("{child}: homework, {subject}", child=found.child.first_name, subject=inside(found.subject))),
        t("{days}: no such lesson.", days=opening(span_name(found.untaught, t))) if found.untaught else None,
        *said,
        rows=(
            *grid(file_buttons(student, (*found.coming, *past), t)),
            *(((Button(t("All homework"), every.pack()),),) if partly else ()),
            subject_links(student, found.subject_id, SubjectLook.TASKS, t),
            way_back(t, Button(t("All subjects"), to_page(student, Look.SUBJECTS))),
        ),
    )


def _asked(found: SubjectTasks, t: Texts) -> list[str]:
    """The homework of the days asked for, in their order, whether they are over or not."""
    over = _dated(reversed(found.past), found.done, t)
    nothing_ahead = not found.coming and found.unset is None
    return over if over and nothing_ahead else [*over, *_coming(found, t)]


def _coming(found: SubjectTasks, t: Texts) -> list[str]:
    if found.coming:
        return _dated(found.coming, found.done, t)
    if found.unset is not None:
        return [t("Nothing has been set for {day} yet.", day=t.weekday_for(found.unset))]
    return [t("Nothing has been set.")]


def _past(past: Sequence[Homework], done: frozenset[int], t: Texts) -> list[str]:
    return ["", bold(t("Before")), *_dated(past, done, t)] if past else []


def files(task: Homework, student_id: int, ctx: Ctx, t: Texts) -> Screen:
    """The files of one homework, as the teacher sent them."""
    head = t("{subject}, for {day}", subject=task.subject, day=t.day(task.due))
    back = Button(t.context("diary", "Homework"), to_page(student_id, Look.TASKS, task.due))
    ask = asking(student_id, About.HOMEWORK, task.id, ctx, t)
    return screen(bold(head), task_text(task, t), attachments=task.attachments, rows=(ask, way_back(t, back)))


def material(one: Material, lesson: Lesson, student_id: int, t: Texts) -> Screen:
    """A file that hangs on a lesson, as the teacher sent it."""
    head = t("{subject}, {day}", subject=lesson.subject, day=t.day(lesson.date))
    back = Button(t("‹ {day}", day=t.dated(lesson.date)), to_page(student_id, Look.DAY, lesson.date))
    name = opening(material_name(one, t))
    return screen(bold(head), name, attachments=one.files, rows=(way_back(t, back),))


def subject_links(student: int, subject: int, but: SubjectLook | None, t: Texts) -> Row:
    """From one page of a subject to the others."""

    def page(label: str, look: SubjectLook) -> Button:
        return Button(label, SubjectPageCb(student=student, subject=subject, look=look).pack())

    marks = Button(t("Marks"), SubjectCb(student=student, period=0, subject=subject).pack())
    every = {
        SubjectLook.TASKS: page(t.context("diary", "Homework"), SubjectLook.TASKS),
        SubjectLook.TOPICS: page(t("Topics"), SubjectLook.TOPICS),
    }
    shown = [button for look, button in every.items() if look is not but]
    return tuple(shown) if but is None else (marks, *shown)


def subjects(child: Child, known: dict[int, str], t: Texts) -> Screen:
    """Choose a subject, for its homework."""
    asked = t("{child}: homework by subject", child=child.first_name)

    def of(number: int) -> str:
        return SubjectPageCb(student=child.student_id, subject=number, look=SubjectLook.TASKS).pack()

    buttons = [Button(name, of(number)) for number, name in known.items()]
    empty = None if buttons else t("There are no lessons now.")
    return screen(bold(asked), empty, rows=(*grid(buttons), way_back(t, more(child.student_id, t))))


def _ticks(child: Child, found: Iterable[Homework], done: frozenset[int]) -> list[Button]:
    def tick(task: Homework) -> Button:
        is_done = task.id in done
        data = DoneCb(
            student=child.student_id, homework=task.id, day=task.due.toordinal(), done=not is_done
        ).pack()
        if is_done:
            return Button(f"✓ {task.subject}", data, style=Style.GOOD)
        return Button(f"☐ {task.subject}", data)

    return [tick(task) for task in found]


def _dated(found: Iterable[Homework], done: frozenset[int], t: Texts) -> list[str]:
    def line(task: Homework) -> str:
        sign = "✓ " if task.id in done else ""
        return f"{sign}{t.dated(task.due)}: {task_text(task, t)}"

    return [line(task) for task in found]


def _names(subjects: Iterable[str]) -> str:
    return ", ".join(inside(name) for name in subjects)
