"""Why a note is refused, in words."""

SENTENCES = {
    "note_moved_on": lambda t, _: t("This note has changed meanwhile. Please open it again."),
    "no_absence_today": lambda t, _: t(
        "The alarm is for a child who is noted absent today. If you are worried, call the class teacher."
    ),
    "no_absence_that_day": lambda t, _: t("The school has noted no absence on that day."),
    "absence_has_begun": lambda t, _: t(
        "That day has begun already. Please write to the class teacher what has changed."
    ),
    "absence_days": lambda t, params: t(
        "The last day comes after the first, within {days} days.", days=params.get("longest", 60)
    ),
    "status_days": lambda t, _: t("Which days? Please write them like this: from 19.10 to 23.10."),
    "status_no_sport": lambda t, _: t("The class has no physical education in its timetable."),
    "absence_day_out_of_reach": lambda t, params: t(
        "An absence can be told of up to {back} days later or {ahead} days ahead.",
        back=params["back"],
        ahead=params["ahead"],
    ),
}
