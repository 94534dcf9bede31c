"""Plain words: how many phrases are understood, which are not, and how long one takes.

`python -m bench words --set FILE` judges another set; by default the kept ones in `tests/words`.
"""

import sys
import time
from pathlib import Path

from bench.table import Figure, show
from journal.words.habits import counted
from tests.words.judging import Judged, Verdict, judge, phrases, tally
from tests.words.learning import everything, heard, sets

TURNS = 5


async def measure() -> None:
    for path in _sets():
        _judge(path)


def _sets() -> list[Path]:
    if "--set" in sys.argv:
        return [Path(sys.argv[sys.argv.index("--set") + 1])]
    return sets()


def _judge(path: Path) -> None:
    said = list(phrases(path))
    began = time.perf_counter()
    judge(said[0])
    first = time.perf_counter() - began
    judged = [judge(phrase) for phrase in said]
    _print(path, judged)
    times = []
    for phrase in said:
        began = time.perf_counter()
        for _ in range(TURNS):
            judge(phrase)
        times.append((time.perf_counter() - began) / TURNS * 1000)
    others = counted(heard(phrase) for phrase in everything() if phrase["of"] != path.stem)
    crossed = tally(judge(phrase, others) for phrase in said)
    show(
        f"Words of {path.stem}: phrases understood",
        [
            Figure(f"{verdict}{how}", "%", (found.share(verdict) * 100,), reach)
            for how, found in (("", tally(judged)), (", by habits of the other sets", crossed))
            for verdict, reach in zip(Verdict, ("aim ≥ 95", "", "", "aim ≤ 1"), strict=True)
        ]
        + [
            Figure("one phrase", "ms", tuple(sorted(times)), "reach < 20"),
            Figure("the first phrase, with the lexicon read", "ms", (first * 1000,)),
        ],
    )


def _print(path: Path, judged: list[Judged]) -> None:
    counted = tally(judged)
    print(f"\n{path.name}: {len(judged)} phrases")
    print(f"  {'intent':<14}" + "".join(f"{verdict:>20}" for verdict in Verdict))
    for intent, verdicts in sorted(counted.by_intent.items()):
        print(f"  {intent:<14}" + "".join(f"{verdicts[verdict]:>20}" for verdict in Verdict))
    for one in judged:
        if one.verdict is not Verdict.RIGHT:
            print(f"  {one}")
