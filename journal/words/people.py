"""Whom a text names: an own child by any of its names, in any form; students of a class by surname."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from journal.model.people import Child
from journal.words.grades import by_class
from journal.words.intents import Teacher
from journal.words.kin import by_kinship, by_pronoun, names_all
from journal.words.lexicon import lines

_VOWELS = "аеиоуыэюяйь"
# What stands after the stem of a name: cases, «Петин», «Анины».
_ENDINGS = frozenset(
    (
        "",
        *"аяоеиуыюьй",
        *("ой", "ей", "ою", "ею", "ом", "ем", "ам", "ым", "их", "ых", "ия", "ии", "ию", "ией", "ин", "ина"),
        *(
            "ины",
            "ину",
            "ине",
            "иной",
            "иных",
            "ином",
            "ов",
            "ова",
            "овы",
            "ову",
            "ев",
            "ева",
            "евы",
            "ого",
            "ому",
        ),
    )
)
_SURNAME = frozenset(
    ("", *"аеуыяюи", "ой", "ей", "ым", "ом", "ем", "ого", "ому", "ую", "ая", "ий", "ый", "их", "ых")
)
_LATIN = dict(zip("абвгдезийклмнопрстуфыэъь", [*"abvgdeziyklmnoprstufye", "", ""], strict=True)) | {
    "ё": "yo",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
}
_UNSTRESSED = str.maketrans("иаэ", "еое")
# Shorter names are no typos of one another: «Даня», «Таня», «Ваня».
LONG_NAME, SHORT_NAME = 5, 4
# «Петечка», «Анка», «Сашуня»: what families put between a stem and its ending.
_FOND = re.compile(
    r"(?:[её]?к|[иео]чк|ечк|[уюеоы]ш(?:к|еньк)?|[еоё]ньк|[уюя]х|[уюя]л(?:ьк|еньк)?|[уюя]н(?:чик|ьк)?|[уюяё]с(?:ик|ьк)?"
    r"|ик|чик|[её]к|[её]нок|юр|ютк|етк|утк)"
)


_PATRONYMIC = re.compile(r"(?:ович|евич|овн|евн|ичн|[аи]?ванн|аныч|алыч|еич)(?:а|у|ем|е|ой|ы|ам)?$")


_IVANNA = re.compile(r"ванн[аеуы]$|ванной$")


def is_patronymic(word: str) -> bool:
    """«Ивановна», «Сергеичу»."""
    return _PATRONYMIC.search(word) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """`boys` and `girls` lead from every name to all names of whoever bears it."""

    boys: Mapping[str, frozenset[str]]
    girls: Mapping[str, frozenset[str]]


@cache
def _names() -> Names:
    sexes: dict[str, dict[str, set[str]]] = {"м": {}, "ж": {}}
    for line in lines("names"):
        sex, full, *others = line.casefold().replace(":", " ").split()
        bundle = {full, *others}
        for name in bundle:
            sexes[sex].setdefault(name, set()).update(bundle)
    boys, girls = ({name: frozenset(all_) for name, all_ in sexes[sex].items()} for sex in "мж")
    return Names(boys, girls)


def is_first_name(word: str) -> bool:
    """«Люда», and «Серёж», as people call one another."""
    names = _names()
    return any(
        one in names.boys or one in names.girls for one in (word, f"{word}а", f"{word}я") if len(one) > 3
    )


def first_name_in_genitive(word: str) -> bool:
    """«Пети», «Максима», «Егора»: of a first name that is no other word."""
    names = _names()
    ending, stem = word[-1:], word[:-1]
    if len(stem) < 2 or ending not in "аяыи":
        return False
    full = {"а": ("",), "я": ("й", "ь"), "ы": ("а",), "и": ("а", "я", "ь")}[ending]
    return any(f"{stem}{one}" in names.boys or f"{stem}{one}" in names.girls for one in full)


def is_girl(child: Child) -> bool:
    """By the surname where it tells, else by the first name."""
    last, first = child.last_name.casefold(), _folded(child.first_name)
    if last.endswith(("ова", "ева", "ёва", "ина", "ына", "ая")):
        return True
    if last.endswith(("ов", "ев", "ёв", "ин", "ын", "ий", "ой")):
        return False
    return first in _names().girls if first not in _names().boys else first.endswith(("а", "я"))


def called(child: Child) -> frozenset[str]:
    """Every name that whoever bears this first name is called by."""
    first = _folded(child.first_name)
    known = _names().girls if is_girl(child) else _names().boys
    # A nickname in the register belongs to several names: «Саша» is Александр for a boy.
    return frozenset({first}) | known.get(first, frozenset())


@dataclass(frozen=True, slots=True)
class Called:
    """The children that are named, and the places of the words that do it; `everyone` where all are meant."""

    children: tuple[Child, ...]
    places: frozenset[int]
    everyone: bool = False


def children_in(words: Sequence[str], children: Sequence[Child], free: Callable[[str], bool]) -> Called:
    """Whom of the own children a text names: «у Пети», «Анюта», «сыну», «старшая», `Petya's`, «ей».

    A word that is `free` of other meanings may be a name typed wrong.
    """
    found: dict[int, Child] = {}
    places = set[int]()
    for place, word in enumerate(words):
        if place + 1 < len(words) and is_patronymic(words[place + 1]):
            # «Анна Сергеевна» is a teacher.
            continue
        child = _by_name(word, children) or by_kinship(word, children, is_girl)
        if child is None and free(word):
            child = _by_typo(word, children)
        of_class = None if child is not None else by_class(words, place, children)
        if of_class is not None:
            child, at = of_class
            places |= at
        if child is not None:
            found[child.student_id] = child
            places.add(place)
    if len(children) > 1 and (len(found) > 1 or names_all(words)):
        return Called(tuple(children), frozenset(places), everyone=True)
    return Called(tuple(found.values()) or by_pronoun(words, children, is_girl), frozenset(places))


def named_in(words: Sequence[str], children: Sequence[Child]) -> list[Child]:
    """Which of the children a text calls by a name: «Пете», «Анюта», but not «Анна Сергеевна»."""
    found = [_by_name(word, children) for word, after in pairwise((*words, "")) if not is_patronymic(after)]
    return [child for child in children if child in found]


def _by_name(word: str, children: Iterable[Child]) -> Child | None:
    fits = [child for child in children if any(_calls(word, name) for name in called(child))]
    return max(fits, key=lambda child: _folded(child.first_name) == word, default=None)


def _by_typo(word: str, children: Iterable[Child]) -> Child | None:
    """One letter wrong in a long name, two letters changed round in a short one: «Анбты», «Птея»."""
    if len(word) < SHORT_NAME or word in (*_names().boys, *_names().girls):
        return None
    fits = [child for child in children if any(_nearly(word, name) for name in called(child))]
    return fits[0] if len(fits) == 1 else None


def _nearly(word: str, name: str) -> bool:
    if len(name) < LONG_NAME:
        return _changed_round(word, name) or _sounds(word) == _sounds(name)
    stem = name.rstrip(_VOWELS)
    forms = (word, word[: len(stem)] if word[len(stem) :] in _ENDINGS else word)
    return min(OSA.distance(forms[0], name), OSA.distance(forms[1], stem)) <= 1


def _changed_round(word: str, name: str) -> bool:
    return sorted(word) == sorted(name) and OSA.distance(word, name) == 1


def _sounds(word: str) -> str:
    """«Питя», «Оня»: vowels that are not stressed sound alike."""
    return word.translate(_UNSTRESSED)


def _calls(word: str, name: str) -> bool:
    if word.isascii():
        return word == _latin(name)
    stem = name.rstrip(_VOWELS) or name
    if name in ("лева", "лёва"):
        stem = "лев"
    return len(stem) > 1 and word.startswith(stem) and _ends_well(word[len(stem) :])


def _ends_well(rest: str) -> bool:
    """«Пет-я», «Пет-иной», «Пет-ечк-и»."""
    if rest in _ENDINGS:
        return True
    fond = _FOND.match(rest)
    return fond is not None and rest[fond.end() :] in _ENDINGS


@cache
def _latin(name: str) -> str:
    return "".join(_LATIN.get(letter, letter) for letter in name)


def stranger_in(words: Sequence[str], free: Callable[[str], bool]) -> str | None:
    """The name after «у», or in `Petya's`, of somebody else: a word `free` of any other meaning."""
    names = _names()
    for place in range(len(words) - 1):
        word = words[place + 1] if words[place] == "у" else words[place] if words[place + 1] == "s" else ""
        if len(word) > 1 and (free(word) or any(_calls(word, name) for name in (*names.boys, *names.girls))):
            return word
    return None


def teacher_in(words: Sequence[str], teachers: Iterable[Teacher]) -> Teacher | None:
    """The teacher whose patronymic stands in the text: «Марии Ивановне», «Мариванна»; of namesakes the one
    whose first name does, too; None where several are left.
    """
    fits = [one for one in teachers if any(_is_patronymic_of(word, one.middle_name) for word in words)]
    named = [one for one in fits if any(_begins_like(word, one.first_name) for word in words)]
    found = named or fits
    return found[0] if len(found) == 1 else None


def _is_patronymic_of(word: str, middle: str) -> bool:
    name = _folded(middle)
    if len(name) < LONG_NAME:
        return False
    return word.startswith(name[:-1]) or (name == "ивановна" and _IVANNA.search(word) is not None)


def _begins_like(word: str, first: str) -> bool:
    """«Марье» is Мария."""
    return word.startswith(_folded(first)[:3])


def students_in(words: Sequence[str], students: Sequence[Child]) -> tuple[tuple[Child, ...], frozenset[int]]:
    """The students whose surnames a text names: «Иванову», «Сидоровой»."""
    found: dict[int, Child] = {}
    places = set[int]()
    for place, word in enumerate(words):
        fits = [one for one in students if _is_surname(word, _folded(one.last_name))]
        if fits:
            places.add(place)
            found.update((one.student_id, one) for one in fits)
    return _told_apart(tuple(found.values()), words), frozenset(places)


def _told_apart(found: tuple[Child, ...], words: Sequence[str]) -> tuple[Child, ...]:
    """Namesakes by the first name, where it stands beside."""
    named = tuple(one for one in found if any(_calls(word, name) for word in words for name in called(one)))
    lasts = [_stem(_folded(one.last_name)) for one in found]
    rest = tuple(one for one, last in zip(found, lasts, strict=True) if lasts.count(last) == 1)
    return tuple(dict.fromkeys((*named, *rest))) if named else found


def _is_surname(word: str, name: str) -> bool:
    stem = _stem(name)
    if word.isascii():
        return len(stem) > 2 and word.startswith(_latin(stem))
    if word.startswith(stem) and word[len(stem) :] in _SURNAME:
        return len(stem) > 2
    return (
        len(word) > LONG_NAME
        and OSA.distance(word[: len(stem)], stem, score_cutoff=1) <= 1
        and len(stem) > LONG_NAME
    )


def _stem(name: str) -> str:
    for ending in ("ий", "ый", "ой", "ая", "а", "я", "ь"):
        if name.endswith(ending) and len(name) - len(ending) > 2:
            return name[: -len(ending)]
    return name


def _folded(name: str) -> str:
    return name.casefold().replace("ё", "е")
