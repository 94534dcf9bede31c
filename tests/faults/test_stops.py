"""Asked to stop under load, the bot ends what it does, doubles nothing, and leaves the rest for later."""

from pathlib import Path

import pytest

from bench.faults.stops import SAID, run
from bench.faults.tally import broken
from bench.faults.town import town


@pytest.mark.timeout(240)
@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
async def test_asked_to_stop_under_load_it_loses_and_doubles_nothing(
    empty_database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "bot.log"
    async with town(empty_database_url, seed=4, classes=1, children=3, log=log) as made:
        counts = await run(made, stops=2, seed=4)
    assert not broken(SAID, counts), counts
