"""What the diary says to who has none."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "no_diary": lambda t, _: t(
        "No child's diary is open to you. The {term.unit_head.english} gives out slips with a code for it."
    ),
}
