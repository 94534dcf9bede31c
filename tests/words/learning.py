"""Counts how people say things: `python -m tests.words.learning` writes the habits of the lexicon."""

from collections.abc import Iterator, Set
from importlib.resources import files
from pathlib import Path
from typing import Any

from journal.words.habits import counted, features, written
from tests.words.judging import FOLDER, phrases, said

_ASKERS = {"s": "student", "t": "teacher", "k": "class_teacher", "1": "parent1"}
EXAMPLES = FOLDER / "examples.txt"


def examples() -> Iterator[dict[str, Any]]:
    """Phrases of which only the intent is noted; `s:` before one says who asks."""
    intent = ""
    for line in EXAMPLES.read_text("utf-8").splitlines():
        head, _, rest = line.partition(": ")
        if line.startswith("["):
            intent = line.strip("[]")
        elif line and not line.startswith("#"):
            known = head in _ASKERS
            asker = _ASKERS[head] if known else "parent"
            yield {"text": rest if known else line, "asker": asker, "intent": intent}


def sets() -> list[Path]:
    return sorted(FOLDER.glob("*.jsonl"))


def everything() -> Iterator[dict[str, Any]]:
    """All that is kept, each phrase with the name of the set it is `of`."""
    for path in sets():
        yield from ({**phrase, "of": path.stem} for phrase in phrases(path))
    yield from ({**phrase, "of": EXAMPLES.stem} for phrase in examples())


def heard(phrase: dict[str, Any]) -> tuple[str, Set[str]]:
    return phrase["intent"], features(said(phrase))


def learnt() -> str:
    """The habits of all that is kept, as text."""
    return written(counted(heard(phrase) for phrase in everything()))


if __name__ == "__main__":
    Path(str(files("journal.words.lexicon") / "habits.txt")).write_text(learnt(), "utf-8")
