"""Names for the demo's people: common ones, drawn from a seeded source, each surname in both forms."""

import tomllib
from pathlib import Path
from random import Random
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class FullName(NamedTuple):
    last: str
    first: str
    middle: str


def feminine(surname: str) -> str:
    """`Иванов` → `Иванова`."""
    return surname + "а"


class Names:
    """Draws people's names from one seeded source."""

    def __init__(self, random: Random) -> None:
        source = tomllib.loads((DATA / "names.toml").read_text("utf-8"))
        self._random = random
        self._patronymics: dict[str, str] = source["patronymics"]
        self._lists: dict[str, list[str]] = {
            key: source[key].split() for key in ("surnames", "boys", "girls", "men", "women")
        }

    def surname(self) -> str:
        return self._draw("surnames")

    def father(self) -> str:
        return self._draw("men")

    def adult(self, surname: str, female: bool) -> FullName:
        return self._name(surname, female, "women" if female else "men", self._draw("men"))

    def child(self, surname: str, female: bool, father: str) -> FullName:
        return self._name(surname, female, "girls" if female else "boys", father)

    def _draw(self, which: str) -> str:
        return self._random.choice(self._lists[which])

    def _name(self, surname: str, female: bool, firsts: str, father: str) -> FullName:
        last = feminine(surname) if female else surname
        return FullName(last, self._draw(firsts), self.patronymic(father, female))

    def patronymic(self, father: str, female: bool) -> str:
        """`Сергей` → `Сергеевич` or `Сергеевна`."""
        sons = self._patronymics[father]
        if not female:
            return sons
        return "Ильинична" if father == "Илья" else sons.removesuffix("ич") + "на"
