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
        if (value := _figure(word)) is not None:
            return value
    return None


def _figure(word: str) -> str | None:
    """`4`, «четыре»."""
    if word in MARKS:
        return word
    return next((value for value, said in _FIGURES.items() if begins(word, said)), None)


# «5 уроков», «последние 3 оценки», «в 3 классе», «2 раза» count something.
_COUNTED = (
    *(
        "урок",
        "оценк",
        "отмет",
        "дня=",
        "дней=",
        "день=",
        "недел",
        "месяц",
        "четверт",
        "класс",
        "раз=",
        "раза=",
    ),
    *("предмет", "числ", "час", "минут", "ребен", "дет", "человек", "номер", "упр", "параграф", "контрольн"),
    *("lesson", "day", "week", "marks", "grades", "hour", "quarter"),
)
_BEFORE_COUNTED = (
    "последн",
    "номер",
    "упр",
    "параграф",
    "задач",
    "часа=",
    "часов=",
    "класс",
    "до=",
    "после=",
    "к=",
    "ко=",
)
_OUTCOME = ("будет=", "выйд", "выход", "получится=", "поставят=", "вышл", "было=", "итог", "will=", "be=")


def marked_in(words: tuple[str, ...], taken: frozenset[int]) -> str | None:
    """A figure that counts nothing and so may be a mark: «5 по литературе», «не два случайно»."""
    for place, word in enumerate(words):
        value = _figure(word)
        if value is None or place in taken:
            continue
        following, before = words[place + 1 : place + 2], words[place - 1 : place] if place else ()
        counts = any(begins(one, _COUNTED) for one in following)
        if not counts and not any(begins(one, _BEFORE_COUNTED) for one in before):
            return value
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
