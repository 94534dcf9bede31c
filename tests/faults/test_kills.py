"""Q1 and Q11 in short: killed again and again from outside, the bot loses nothing and does nothing twice."""

from pathlib import Path

import pytest

from bench.faults.kills import run
from bench.faults.town import town


@pytest.mark.timeout(240)
@pytest.mark.requirement("R-094")
async def test_a_bot_killed_under_load_keeps_what_it_told_and_tells_what_it_kept(
    empty_database_url: str, tmp_path: Path
) -> None:
    async with town(empty_database_url, seed=7, classes=1, children=3, log=tmp_path / "bot.log") as made:
        toll = await run(made, kills=2, seed=7)
    assert toll.clean, toll
    assert toll.saves > 0, "nobody got anything done"
