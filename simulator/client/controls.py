"""Buttons of the page's bar: the simulator presses them for the page, so the page never leaves its origin."""

from dataclasses import dataclass
from typing import Any, Literal

from aiohttp import ClientError, ClientSession, ClientTimeout

PATIENCE = ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class Control:
    """A button that POSTs to `url`, or a `status` whose text is fetched from `url` every few seconds.

    Either answers JSON `{"text": "..."}`.
    """

    label: str
    url: str
    group: str = ""
    kind: Literal["button", "status"] = "button"

    async def use(self) -> dict[str, Any] | None:
        """The answer of the other side, None when it did not give one in ten seconds."""
        verb = "GET" if self.kind == "status" else "POST"
        try:
            async with (
                ClientSession(timeout=PATIENCE) as session,
                session.request(verb, self.url) as response,
            ):
                answer = await response.json()
        except (ClientError, TimeoutError, ValueError):
            return None
        return answer if isinstance(answer, dict) and response.ok else None
