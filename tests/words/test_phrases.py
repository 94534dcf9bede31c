"""Phrases written by people who had not seen the rules, and how well they are understood today."""

from pathlib import Path

import pytest

from tests.words.judging import FOLDER, Verdict, judge, phrases, tally

# What was reached is kept: at least so many right, at most so many answered as something else, of a hundred.
REACHED = {"phrases_first": (97.0, 1.2), "phrases_second": (97.0, 2.5)}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_a_kept_set_is_understood_at_least_as_well_as_before(path: Path) -> None:
    counted = tally(judge(phrase) for phrase in phrases(path))
    right, wrong = REACHED[path.stem]
    assert counted.overall.total() >= 300
    assert counted.share(Verdict.RIGHT) * 100 >= right
    assert counted.share(Verdict.WRONG) * 100 <= wrong
