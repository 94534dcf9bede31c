"""Why a mark of a period cannot be set, in words, and the way on."""

from collections.abc import Mapping
from typing import Any

from handlers.deadlines import due
from handlers.periods.requests import ask_marks, ask_window
from handlers.screen import Button
from locales.texts import Texts


def _too_early(t: Texts, params: Mapping[str, Any]) -> str:
    day = params["until"].astimezone(params["zone"]).date()
    return t("Marks of this period can be set from {day} on.", day=t.day(day))


def _too_late(t: Texts, params: Mapping[str, Any]) -> str:
    time = due(params["until"], params["day"], params["zone"], t)
    return t("The time for it was {time}. Your draft is safe.", time=time)


def _window(t: Texts, params: Mapping[str, Any]) -> Button:
    return ask_window(params["place"], t)


SENTENCES = {
    "results_too_early": _too_early,
    "results_too_late": _too_late,
    "results_closed": lambda t, _: t("Every mark is set, so the page is closed."),
    "few_marks": lambda t, params: t(
        "A mark needs {least} marks, there are {count}.", least=params["least"], count=params["count"]
    ),
    "result_correction_forbidden": lambda t, _: t("A mark that is set is not changed here."),
    "page_empty": lambda t, _: t("No mark is set here: there is nothing to close."),
    "last_day_unclear": lambda t, _: t("I do not see the day. Write, for example: 23.10.2026 No. 87"),
    "last_day_outside_the_year": lambda t, params: t(
        "{day} lies outside the school year.", day=t.full_day(params["day"])
    ),
    "reason_wanted": lambda t, _: t("Please write the reason in a few words."),
}
WAYS_ON = {
    "results_too_early": _window,
    "results_too_late": _window,
    "results_closed": _window,
    "result_correction_forbidden": _window,
    "few_marks": lambda t, params: ask_marks(params["place"], params["student"], 0, t),
}
