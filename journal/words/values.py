"""The mark that is asked about or given: «двойка», «трояк», «пять», `4`."""

from journal.words.tokens import begins

_NOUNS = {
    "5": ("пятерк", "пятероч", "пятерок", "петерк", "пятюн", "пятак", "отл="),
    "4": ("четверк", "четвероч", "четверок", "четыреч", "четверт=", "хор="),
    "3": ("тройк", "троек", "трояк", "троеч", "трешк", "трешеч", "удовл"),
    "2": (
        "двойк",
        "двоек",
        "двояк",
        "двоеч",
        "двойбан",
        "дваеч",
        "неуд=",
        "неуды=",
        "пара=",
        "пару=",
        "пары=",
    ),
    "1": ("единиц", "единич", "кол=", "кола=", "колы="),
}
_FIGURES = {"5": ("пять=", "five="), "4": ("четыре=",), "3": ("три=",), "2": ("два=",), "1": ("один=",)}
MARKS = frozenset("12345")


def noun_in(words: tuple[str, ...]) -> str | None:
    """The mark named by its noun; «двойку на четвёрку» is a four."""
    found = [
        (place > 0 and words[place - 1] == "на", value)
        for place, word in enumerate(words)
        for value, said in _NOUNS.items()
        if begins(word, said)
    ]
    onto = [value for is_onto, value in found if is_onto]
    return onto[-1] if onto else found[0][1] if found else None


def figure_in(words: tuple[str, ...], taken: frozenset[int]) -> str | None:
    """The mark named by a figure that belongs to nothing else."""
    free = [word for place, word in enumerate(words) if place not in taken]
    # «С 3 на 4» gives the second.
    onto = [
        word for place, word in enumerate(words) if place and words[place - 1] == "на" and place not in taken
    ]
    for word in (*onto, *free):
        if word in MARKS:
            return word
        for value, said in _FIGURES.items():
            if begins(word, said):
                return value
    return None
