"""Why something about papers cannot be done, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "paper_words_gone": lambda t, _: t(
        "These words are not kept any more. Please open the letter once more."
    ),
    "print_settled": lambda t, _: t("This request waits no more: it is printed, or was taken back."),
    "report_changed": lambda t, _: t(
        "The figures have changed meanwhile. Please look at the report once more."
    ),
    "report_sent": lambda t, _: t("The report went to the families today already; nothing was sent twice."),
}
