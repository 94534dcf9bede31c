"""Q8 in short: what fails under the bot comes back, and the bot goes on by itself with nothing lost."""

from pathlib import Path

import pytest

from bench.faults.outages import SAID, disk_full, run, server_gone
from bench.faults.tally import broken
from bench.faults.town import town


@pytest.mark.timeout(240)
@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
async def test_after_a_full_disk_the_bot_goes_on_by_itself(empty_database_url: str, tmp_path: Path) -> None:
    log = tmp_path / "bot.log"
    async with town(empty_database_url, seed=2, classes=1, children=3, log=log) as made:
        counts, _ = await run(made, disk_full, 1.5)
    assert not broken(SAID, counts)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
async def test_a_server_that_went_away_and_came_back_is_served_again_and_people_knew(
    empty_database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "bot.log"
    async with town(empty_database_url, seed=2, classes=1, children=3, log=log) as made:
        counts, read = await run(made, server_gone, 2.5)
    assert not broken(SAID, counts)
    assert any("не могу ничего записать" in words for words in read)
