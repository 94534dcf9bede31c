"""Why an entry is refused, in words, and the way on."""

from handlers.lessons.requests import ask_button

SENTENCES = {
    "too_early": lambda t, _: t("The lesson has not begun yet."),
    "lesson_cancelled": lambda t, _: t("This lesson is cancelled."),
    "too_late": lambda t, _: t("The deadline has passed. Your draft is safe."),
    "empty": lambda t, _: t("There is nothing to save yet."),
    "too_long": lambda t, params: t(
        "This is too long: at most {longest} characters.", longest=params["longest"]
    ),
    "too_many_files": lambda t, params: t("Too many files: at most {most}.", most=params["most"]),
    "no_next_lesson": lambda t, _: t("The timetable knows no further lesson of this class."),
    "foreign_language": lambda t, _: t("Records are kept in Russian. Please write it in Russian."),
    "substituted": lambda t, _: t("A colleague gives this lesson instead and keeps its page."),
    "substituted_already": lambda t, _: t("Another colleague has recorded this substitution already."),
}
WAYS_ON = {"too_late": ask_button}
