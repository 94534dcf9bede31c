"""Why marks are refused, in words, and the way on."""

from handlers.lessons.requests import ask_button

SENTENCES = {
    "marks_not_given": lambda t, _: t("No marks are given here."),
    "backdated": lambda t, _: t("The {term.mark.english_plural} of an earlier day are closed."),
    "page_closed": lambda t, _: t("The period mark is set, so this page is closed."),
    "correction_forbidden": lambda t, _: t("A saved {term.mark.english} cannot be changed."),
    "doubts_left": lambda t, _: t("First say whom the doubtful names mean."),
    "students_gone": lambda t, params: t(
        "Not saved, no longer in the class: {names}.", names=", ".join(params["names"])
    ),
    "no_checking_term": lambda t, _: t("Marks for this kind of work are given at the lesson."),
}
WAYS_ON = {
    "backdated": ask_button,
    "page_closed": ask_button,
    "correction_forbidden": ask_button,
}
