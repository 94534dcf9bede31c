"""`python -m simulator` runs a local Telegram of its own."""

import asyncio
import json
import re
import sys
from pathlib import Path

from aiohttp import ClientSession

from simulator.__main__ import read_people

ROOT = Path(__file__).parents[2]


async def test_it_listens_with_the_people_of_a_file(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_text(json.dumps([{"id": 7, "first_name": "Анна", "title": "Завуч"}]), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", "--token", "5:T", "--people", str(people),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found is not None, line
        async with ClientSession() as session:
            async with session.get(f"{found.group()}/client/state") as response:
                state = await response.json()
            async with session.get(f"{found.group()}/bot5:T/getMe") as response:
                me = await response.json()
            async with session.get(f"{found.group()}/") as response:
                assert "<html" in await response.text()
    finally:
        process.terminate()
        await process.wait()
    assert [person["first_name"] for person in state["people"]] == ["Анна"]
    assert me["result"]["id"] == 5


def test_a_person_of_the_file_may_have_a_username(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_text('[{"id": 7, "first_name": "Анна", "username": "anna"}]', encoding="utf-8")
    assert read_people(people)[0].username == "anna"
