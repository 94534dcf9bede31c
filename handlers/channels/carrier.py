"""Whoever carries news on a channel beside the messenger."""

from typing import Protocol

from notifications.courier import Courier, Outcome


class Carrier(Courier, Protocol):
    """A courier that can also show whose an address is."""

    async def prove(self, address: str, code: str, locale: str) -> Outcome | None:
        """Send the code to the address; None when it was taken, else why not. Never raises for answers."""
        ...

    async def close(self) -> None:
        """Let go of what is held open."""
        ...
