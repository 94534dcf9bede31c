"""Why an entry is refused, in words, and the way on."""

from collections.abc import Mapping
from typing import Any

from handlers.deadlines import at_midnight, due
from handlers.lessons.callbacks import SubstituteCb
from handlers.lessons.requests import ask_button
from handlers.screen import Button
from locales.texts import Texts


def _too_late(t: Texts, params: Mapping[str, Any]) -> str:
    time = due(params["until"], params["day"], params["zone"], t)
    if at_midnight(params["until"], params["zone"]):
        return t("The deadline was {time}. Your draft is safe.", time=time)
    return t("The deadline passed at {time}. Your draft is safe.", time=time)


SENTENCES = {
    "too_early": lambda t, _: t("The lesson has not begun yet."),
    "lesson_cancelled": lambda t, _: t("This lesson is cancelled."),
    "too_late": _too_late,
    "empty": lambda t, _: t("There is nothing to save yet."),
    "too_long": lambda t, params: t(
        "This is too long: at most {longest} characters.", longest=params["longest"]
    ),
    "too_many_files": lambda t, params: t("Too many files: at most {most}.", most=params["most"]),
    "no_link": lambda t, _: t("Send a link that begins with https:// or a file."),
    "too_many_places": lambda t, params: t("Too many places: at most {most}.", most=params["most"]),
    "cover_too_late": lambda t, _: t("This lesson has begun or is over already."),
    "cover_decided": lambda t, _: t("About this lesson it is decided already."),
    "no_next_lesson": lambda t, _: t("The timetable knows no further lesson of this class."),
    "foreign_language": lambda t, _: t("Records are kept in Russian. Please write it in Russian."),
    "substituted": lambda t, _: t("A colleague gives this lesson instead and keeps its page."),
    "substituted_too_late": lambda t, _: t(
        "A substitution is recorded on the day of the lesson. For an earlier day, ask the "
        "{term.deputy.english}."
    ),
    "substituted_already": lambda t, _: t("Another colleague has recorded this substitution already."),
}


def _substitute(t: Texts, params: Mapping[str, Any]) -> Button | None:
    """Under a colleague's lesson, for whoever may have given it instead."""
    lesson = params.get("lesson_id")
    return Button(t("I substitute"), SubstituteCb(lesson=lesson).pack()) if lesson else None


WAYS_ON = {"too_late": ask_button, "substituted_too_late": ask_button, "not_permitted": _substitute}
