"""Why the deputy head is not told, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "nothing_overdue": lambda t, _: t("Everything is in time by now: there is nothing to tell."),
}
