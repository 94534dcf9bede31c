"""Whoever carries news on a channel beside the messenger."""

from collections.abc import Mapping
from typing import Protocol

from journal.model.channels import Channel
from notifications.courier import Courier, Outcome


class Carrier(Courier, Protocol):
    """A courier that can also show whose an address is."""

    async def prove(self, address: str, code: str, locale: str) -> Outcome | None:
        """Send the code to the address; None when it was taken, else why not. Never raises for answers."""
        ...

    async def close(self) -> None:
        """Let go of what is held open."""
        ...


class Served(Protocol):
    """A school with the channels that it has set up."""

    @property
    def carriers(self) -> Mapping[Channel, Carrier]: ...
