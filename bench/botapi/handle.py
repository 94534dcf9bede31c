"""The running messenger as a bench holds it."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

import aiohttp

from bench.botapi.rules import Call, Rules

# Updates in one request to the messenger, well below what it accepts.
AT_ONCE = 200


class Handle:
    """`url` is what a bot takes for API_URL."""

    def __init__(self, url: str, pid: int, http: aiohttp.ClientSession) -> None:
        self.url = url
        self.pid = pid
        self._http = http

    async def control(self, **changes: Any) -> None:
        """Change fields of `Rules` from now on."""
        await self._post("/control", changes)

    async def feed(self, token: str, updates: Iterable[dict[str, Any]]) -> None:
        """Put raw updates in line for getUpdates."""
        left = list(updates)
        for start in range(0, len(left), AT_ONCE):
            await self._post("/feed", {"token": token, "updates": left[start : start + AT_ONCE]})

    async def tally(self) -> int:
        """How many messages were taken so far; cheap to ask."""
        async with self._http.get(f"{self.url}/tally") as response:
            return int(await response.json())

    async def journal(self) -> list[Call]:
        """Every call so far but getUpdates, in the order in which they were looked at."""
        async with self._http.get(f"{self.url}/journal") as response:
            return [Call(*row) for row in await response.json()]

    async def _post(self, path: str, body: Any) -> None:
        async with self._http.post(f"{self.url}{path}", json=body) as response:
            response.raise_for_status()


@asynccontextmanager
async def started(**rules: Any) -> AsyncIterator[Handle]:
    """A messenger in a process of its own, with `Rules(**rules)`, ended on leaving."""
    told = json.dumps(asdict(Rules(**rules)))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.botapi", told, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        url = (await process.stdout.readline()).decode().strip()
        async with aiohttp.ClientSession() as http:
            yield Handle(url, process.pid, http)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
