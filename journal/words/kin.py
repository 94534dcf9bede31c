"""Children named by what they are at home: «сыну», «внучка», «младшая», «мелкого», «моя», «ей»."""

import re
from collections.abc import Callable, Sequence

from journal.model.people import Child
from journal.words.grades import grade_of

_SHE, _HE = (
    frozenset({"она", "ей", "нее", "ней", "she", "her"}),
    frozenset({"он", "ему", "него", "нем", "he", "him", "his"}),
)
_OUR_SHE = frozenset({"моей", "нашей", "моя", "наша", "мою", "нашу"})
_OUR_HE = frozenset({"моего", "нашего", "мой", "наш", "моему", "нашему"})
# «У моего», «как моя», «что мой»: whose own stands alone behind these.
_BEFORE_OWN = frozenset({"у", "как", "там", "что", "чего", "для", "за", "про", "с", "где", "успевает"})
_SON, _DAUGHTER = (
    re.compile(
        r"сын(?!т)|мальчи[кш]|мальчуг|пацан|парн[яюе]|парень|внук(?!ов)|внучок|внучек$|son$|boy$|grandson$"
    ),
    re.compile(r"доч|девоч|девчон|внучк|внучень|внуча|daughter$|girl$|granddaughter$"),
)
_ELDER, _YOUNGER = (
    re.compile(r"старш(?!екл)|older|elder|oldest|eldest"),
    re.compile(r"младш|меньш(?!е)|мелк(?:ий|ого|ому|им|ая|ой|ую)|мал(?:ой|ого|ому|ую|ыш|ышу|ыша|ая)$|young"),
)
# «Наш двоечник»: the next word says who.
_NICKNAMED = re.compile(r"двоеч|троеч|отлич|хорош|умн|гени|лентя|лоботряс|прогул|оболт|школ|класс|учени")
_ALL = re.compile(
    r"дети$|детей|детям|детьми|детк|детишк|обоих|обоим|обеих|обеим|двоих|двоим|ребят|сыновей|дочерей|kids$|children$|both$"
)

IsGirl = Callable[[Child], bool]


def names_all(words: Sequence[str]) -> bool:
    """«У обоих», «детям»."""
    return any(_ALL.match(word) for word in words)


def by_kinship(word: str, children: Sequence[Child], is_girl: IsGirl) -> Child | None:
    """«Сын», «дочка», «старшая»: where one child alone fits."""
    if len(children) < 2:
        return children[0] if children and (_SON.match(word) or _DAUGHTER.match(word)) else None
    fits: list[Child] = []
    if _SON.match(word):
        fits = [child for child in children if not is_girl(child)]
    elif _DAUGHTER.match(word):
        fits = [child for child in children if is_girl(child)]
    elif _ELDER.match(word) or _YOUNGER.match(word):
        grades = sorted(children, key=grade_of)
        fits = (
            [grades[-1 if _ELDER.match(word) else 0]] if grade_of(grades[0]) != grade_of(grades[-1]) else []
        )
    return fits[0] if len(fits) == 1 else None


def by_pronoun(words: Sequence[str], children: Sequence[Child], is_girl: IsGirl) -> tuple[Child, ...]:
    """«Ей», «у моего», «как моя»: where one child alone is a girl or a boy."""
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        own = place > 0 and words[place - 1] in _BEFORE_OWN and not _NICKNAMED.match(following)
        if word in _SHE or (own and word in _OUR_SHE):
            fits = [child for child in children if is_girl(child)]
        elif word in _HE or (own and word in _OUR_HE):
            fits = [child for child in children if not is_girl(child)]
        else:
            continue
        return tuple(fits) if len(fits) == 1 else ()
    return ()
