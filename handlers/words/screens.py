"""Short answers to what was said, and the help that fits whoever asks."""

from collections.abc import Sequence

from handlers.diary.screens.parts import span_name
from handlers.home.screens import back, contact, stranger
from handlers.menu import MenuEntry
from handlers.screen import Button, Screen, bold, screen
from handlers.words.callbacks import to_reading
from journal.context import Ctx
from journal.model.access import Hat
from journal.model.school import School
from journal.words import Intent, Reading
from locales.texts import Texts


def help_(ctx: Ctx, entries: Sequence[MenuEntry], hints: Sequence[str], t: Texts) -> Screen:
    """What each button is for, of those that whoever asks has, and what can simply be typed."""
    if ctx.actor.hat is None:
        return stranger(ctx.school, t)
    told = [
        f"• {entry.label(t)}: {entry.help(t)}"
        for entry in entries
        if entry.help is not None and entry.shows_to(ctx)
    ]
    return screen(
        bold(t("What I can do")),
        *told,
        *hints,
        t("A button can also be typed by its name; “cancel” drops what I was waiting for."),
        contact(ctx.school, t),
        rows=((back(t),),),
    )


def cancelled(t: Texts) -> Screen:
    return screen(
        t("All right, I am not waiting for anything. What was sent is changed under its own message."),
        rows=((back(t),),),
    )


def no_day(day: str, t: Texts) -> Screen:
    """Nothing is shown or filled in for a day that no calendar has."""
    return screen(t("There is no such day: {day}. Please write another one.", day=day), rows=((back(t),),))


def own_absence(t: Texts) -> Screen:
    """Only a family tells the school that a child stays away."""
    return screen(
        t("Thank you for telling. A parent announces an absence here: please ask one of yours to write it."),
        rows=((back(t),),),
    )


def outsider(name: str, ctx: Ctx, t: Texts) -> Screen:
    """Nobody else's diary is shown, and nothing of one's own in its place."""
    if ctx.actor.hat is Hat.STUDENT:
        return screen(t("This is your own diary: it shows nobody else's."), rows=((back(t),),))
    said = t(
        "“{name}” is not among the diaries open to you: {children}.",
        name=name,
        children=t.listing([child.first_name for child in ctx.actor.children]),
    )
    return screen(said, rows=((back(t),),))


def thanks(t: Texts) -> Screen:
    return screen(t("You are welcome!"), rows=((back(t),),))


def anger(school: School, t: Texts) -> Screen:
    """Kind and short: what a programme cannot mend, people can."""
    return screen(
        t("I am sorry it turned out like this. I am a programme; people at school can help."),
        contact(school, t) or t("Please turn to the {term.unit_head.english} first."),
        rows=((back(t),),),
    )


def which(readings: Sequence[Reading], ctx: Ctx, t: Texts) -> Screen:
    """The likeliest readings, each a button that says what it will show."""
    buttons = [(Button(_meaning(reading, ctx, t), to_reading(reading)),) for reading in readings]
    return screen(t("Please tap what you meant:"), rows=(*buttons, (back(t),)))


def _meaning(reading: Reading, ctx: Ctx, t: Texts) -> str:
    """`Домашнее задание, Аня, четверг, 15 октября`."""
    child = next((one.first_name for one in ctx.actor.children if one.student_id == reading.child), None)
    when = reading.when
    days = None if when is None else span_name(when, t)
    return ", ".join(part for part in (_intent(reading.intent, t), child, days) if part is not None)


def _intent(intent: Intent, t: Texts) -> str:
    return {
        Intent.MARKS: t("Marks"),
        Intent.HOMEWORK: t.context("diary", "Homework"),
        Intent.TIMETABLE: t("Timetable"),
        Intent.ABSENCES: t("Absences"),
        Intent.FINALS: t("Results"),
        Intent.AVERAGES: t("Average marks"),
        Intent.SUMMARY: t("How things are going"),
        Intent.TOPICS: t("Topics"),
        Intent.PROGRESS: t("Progress of the programme"),
        Intent.CONTROLS: t("Tests ahead"),
        Intent.EVENTS: t("Events and holidays"),
        Intent.DEBTS: t("What is still owed"),
        Intent.NOTICES: t("Notices"),
        Intent.FORECAST: t("Forecast"),
        Intent.TEACHER_OF: t("Who teaches"),
        Intent.SETTINGS: t("Settings"),
        Intent.WHO_ABSENT: t("Who is absent"),
        Intent.ABSENCE: t("Announce an absence"),
        Intent.MESSAGE: t("Write to the school"),
        Intent.MARK: t("Give a mark"),
        Intent.SET_HOMEWORK: t("Set homework"),
        Intent.NOTICE: t("Write a notice"),
    }.get(intent) or t("What I can do")
