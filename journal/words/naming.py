"""Which child and which subject a question names, in whatever form the word stands."""

from collections.abc import Iterable, Mapping

from journal.model.people import Child
from journal.words.tokens import begins, words_of

_ENDINGS = "аеиоуыэюяйь"
_LONGEST_ENDING = 3
# What subjects are called in corridors and in English → how a word of the register's name begins; where a
# nickname fits two subjects of a class, the longer word wins.
_CALLED = (
    ("мат", "математ"),
    ("мате", "алгебр"),
    ("матан", "математ"),
    ("алг", "алгебр"),
    ("геом", "геометр"),
    ("инглиш", "английск"),
    ("англ", "английск"),
    ("русиш", "русск"),
    ("русск", "русск"),
    ("литр", "литератур"),
    ("лит", "литератур"),
    ("инф", "информатик"),
    ("физр", "физическ"),
    ("физкульт", "физическ"),
    ("общест", "обществозн"),
    ("общага", "обществозн"),
    ("окружа", "окружающ"),
    ("изо", "изобразительн"),
    ("рисован", "изобразительн"),
    ("технолог", "труд"),
    ("algebra", "алгебр"),
    ("geometry", "геометр"),
    ("math", "математ"),
    ("math", "алгебр"),
    ("statistics", "вероятност"),
    ("probability", "вероятност"),
    ("informatics", "информатик"),
    ("computer", "информатик"),
    ("russian", "русск"),
    ("literature", "литератур"),
    ("reading", "чтени"),
    ("english", "английск"),
    ("history", "истори"),
    ("social", "обществозн"),
    ("geography", "географ"),
    ("biology", "биолог"),
    ("physics", "физик"),
    ("chemistry", "хими"),
    ("music", "музык"),
    ("art=", "изобразительн"),
    ("pe=", "физическ"),
    ("sport", "физическ"),
)
_GENERIC = frozenset({"язык", "мир", "основы", "и", "в", "родной"})
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


def child_in(named: Iterable[str], children: Iterable[Child]) -> Child | None:
    """The child whom a word names: «Пети», «Пете», `Petya's`; the longest name that fits wins."""
    words = tuple(named)
    found = [child for child in children if any(_calls(word, child.first_name) for word in words)]
    return max(found, key=lambda child: len(child.first_name), default=None)


def subject_in(named: Iterable[str], subjects: Mapping[int, str]) -> int | None:
    """The key of the subject that a word names: «алгебре», «инглиш», `Russian`; the closest name wins."""
    best, winner = 0, None
    for word in named:
        for number, name in subjects.items():
            fits = max((_fits(word, part) for part in words_of(name) if part not in _GENERIC), default=0)
            if fits > best:
                best, winner = fits, number
    return winner


def _calls(word: str, name: str) -> bool:
    spelt = name.casefold()
    folded = spelt.replace("ё", "е")
    latin = "".join(_LATIN.get(letter, letter) for letter in spelt)
    return _inflected(word, folded) or word == latin


def _inflected(word: str, name: str) -> bool:
    """Whether the word is the name in some case: the same up to its ending."""
    stem = name.rstrip(_ENDINGS) or name
    return len(stem) > 1 and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING


def _fits(word: str, part: str) -> int:
    """How many letters of a subject's word are named; 0 where it is another word."""
    common = _common(word, part)
    if common >= max(3, len(part) - 2):
        return common
    if len(word) >= 3 and part.startswith(word):
        return len(word)
    called = [stem for short, stem in _CALLED if _is_called(word, short) and begins(part, (stem,))]
    return max(map(len, called), default=0)


def _is_called(word: str, short: str) -> bool:
    """Short nicknames take an ending at most; longer ones are told apart by themselves."""
    return begins(word, (short,)) and (len(short) > 3 or len(word) - len(short) <= _LONGEST_ENDING)


def _common(one: str, other: str) -> int:
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same
