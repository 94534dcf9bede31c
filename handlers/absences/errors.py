"""Why a note is refused, in words."""

SENTENCES = {
    "note_moved_on": lambda t, _: t("This note has changed meanwhile. Please open it again."),
    "absence_days": lambda t, params: t(
        "The last day comes after the first, within {days} days.", days=params.get("longest", 60)
    ),
    "absence_day_out_of_reach": lambda t, params: t(
        "An absence can be told of up to {back} days later or {ahead} days ahead.",
        back=params["back"],
        ahead=params["ahead"],
    ),
}
