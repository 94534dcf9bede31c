"""The settings' refusals in the reader's words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "hours": lambda t, _: t("I need two times of a clock. Write, for example: 22:30–6:45."),
}
