"""Why something about a meeting cannot be done, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "meeting_hour": lambda t, _: t("At what hour? Please write it after the day, for example: 23.10 18:30."),
    "meeting_over": lambda t, _: t("The meeting has begun already: nothing can be changed any more."),
    "meeting_cancelled": lambda t, _: t("This meeting is cancelled."),
}
