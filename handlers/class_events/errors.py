"""Why an event is not taken, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "event_day": lambda t, _: t("On which day? Please begin with the day, for example: 23.10 18:30 Meeting."),
    "event_past": lambda t, _: t("That day is over or too far ahead. Please check the day."),
    "event_hour": lambda t, _: t("There is no such hour. Please write it like this: 18:30."),
    "event_title": lambda t, _: t("What will there be? Please write it after the day."),
    "event_long": lambda t, params: t(
        "The title and the place may have {limit} characters each. Please shorten them.",
        limit=params["limit"],
    ),
    "events_many": lambda t, params: t(
        "The month has {most} events already. Please cancel those that do not take place.",
        most=params["most"],
    ),
    "event_cancelled": lambda t, _: t("This event is cancelled. Please write a new one."),
}
