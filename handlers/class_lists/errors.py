"""Why something about a list cannot be done, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "list_flawed": lambda t, _: t("A mistake in this list still waits for the office."),
    "list_settled": lambda t, _: t("This mistake is put right already."),
    "list_words_long": lambda t, params: t("Please keep to {limit} characters.", limit=params["limit"]),
    "list_many_flaws": lambda t, params: t(
        "The office has {most} mistakes of this list already. Please talk to it.", most=params["most"]
    ),
}
