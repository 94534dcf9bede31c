"""Why something about letters that did not arrive cannot be done, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "letter_settled": lambda t, _: t("This message was sent again or put away already."),
    "letter_too_late": lambda t, _: t("It is too late to send it again."),
}
