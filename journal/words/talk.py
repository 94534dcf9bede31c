"""Changing one's mind while something is awaited: «отмена». Pure."""

from journal.words.tokens import begins, words_of

_CANCEL = ("отмен", "отбой=", "передумал", "стоп=", "cancel", "stop=", "все=", "не=", "надо=")
# A change of mind is a few words; a longer text is an answer.
FEW = 3


def changes_mind(text: str) -> bool:
    """Whether a typed answer is none: «отмена»."""
    words = words_of(text)
    return 0 < len(words) <= FEW and all(begins(word, _CANCEL) for word in words)
