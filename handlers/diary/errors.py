"""What the diary says to who has none."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "no_diary_of_staff": lambda t, _: t(
        "This opens a child's diary, and you are here as a colleague. The lesson now: /now, all else: /menu."
    ),
    "no_diary": lambda t, _: t(
        "No child's diary is open to you. The {term.unit_head.english} gives out slips with a code for it."
    ),
}
