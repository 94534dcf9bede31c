"""The mark that is asked about or given: «двойка», «трояк», «пять», `4`."""

from journal.words.tokens import begins

_NOUNS = {
    "5": ("пятерк", "пятероч", "пятерок", "петерк", "пятюн", "пятак", "отл="),
    "4": ("четверк", "четвероч", "четверок", "четыреч", "четверт=", "хор="),
    "3": ("тройк", "троек", "трояк", "троечк", "троечек", "трешк", "трешеч", "удовл"),
    "2": (
        "двойк",
        "двоек",
        "двояк",
        "двоечк",
        "двоечек",
        "двойбан",
        "дваеч",
        "неуд=",
        "неуды=",
        "неудовл",
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


_GIVEN = ("получ", "постав", "стоит=", "схватил", "got=")
_OUTCOME = ("будет=", "выйд", "выход", "получится=", "поставят=", "вышл", "было=", "итог", "will=", "be=")


def marked_in(words: tuple[str, ...], taken: frozenset[int], of: frozenset[int]) -> str | None:
    """A figure that nothing but a mark can be: «5 по литературе», «получила 4»; `of` names a subject."""
    for place, word in enumerate(words):
        if word not in MARKS or place in taken:
            continue
        following = words[place + 1 : place + 2]
        if (following in (("по",), ("in",)) and place + 2 in of) or (
            place and begins(words[place - 1], _GIVEN) and place + 1 == len(words)
        ):
            return word
    return None


def outcome_in(words: tuple[str, ...], taken: frozenset[int]) -> str | None:
    """The mark that is to come: «если получу 5, будет 4»."""
    return next(
        (
            word
            for place, word in enumerate(words)
            if place and word in MARKS and place not in taken and begins(words[place - 1], _OUTCOME)
        ),
        None,
    )
