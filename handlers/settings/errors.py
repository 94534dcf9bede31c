"""The settings' refusals in the reader's words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "hours": lambda t, _: t("Please write two times, for example: 22:30–6:45."),
}
