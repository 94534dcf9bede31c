"""Why a club is not taken, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "club_hours": lambda t, _: t("From when till when? Please write the hours like this: 14:00–15:00."),
    "club_weekdays": lambda t, _: t("On which days? Please name them: Tue, Thu or daily."),
    "club_title": lambda t, _: t("What is it called? Please begin with the title."),
    "club_long": lambda t, params: t(
        "The title and the place may have {limit} characters each. Please shorten them.",
        limit=params["limit"],
    ),
    "clubs_many": lambda t, params: t(
        "The class has {most} of them already. Please end those that go on no more.", most=params["most"]
    ),
}
