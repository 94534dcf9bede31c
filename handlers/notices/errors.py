"""Why a notice is refused, in words."""

SENTENCES = {
    "notice_empty": lambda t, _: t("There is nothing in it yet. Write a text or send a file."),
    "notice_too_long": lambda t, params: t(
        "This is too long: {length} characters, at most {limit}.",
        length=params["length"],
        limit=params["limit"],
    ),
    "notice_for_nobody": lambda t, _: t("Please choose first whom it is for."),
    "notice_moved_on": lambda t, _: t("This notice has changed meanwhile. Please open it again."),
    "notice_withdrawn": lambda t, _: t("This notice was withdrawn."),
}
