"""The refusals of addresses beside the messenger in the reader's words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "channel_code_unclear": lambda t, _: t("The code is six digits. No try is lost."),
    "channel_code_wrong": lambda t, params: t.plural(
        "This is not the code. {count} try is left.",
        "This is not the code. {count} tries are left.",
        params["left"],
    ),
    "channel_code_over": lambda t, _: t("This is not the code, and it no longer works. Ask for a new one."),
    "channel_code_old": lambda t, _: t("That code no longer works. Ask for a new one."),
    "channel_codes_limited": lambda t, _: t(
        "You have asked for enough codes for now. Try again in an hour or tomorrow."
    ),
    "channel_codes_limited_there": lambda t, _: t(
        "Enough codes have gone to this address for now. Try again in an hour or tomorrow."
    ),
    "channel_gone": lambda t, _: t("This address was removed. Give one in the settings: /settings"),
    "use": lambda t, _: t("This address cannot be used so."),
}
