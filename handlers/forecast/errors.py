"""What is said where a school makes no forecasts."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "not_forecast": lambda t, _: t("This school makes no forecasts of marks."),
}
