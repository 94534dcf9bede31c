"""What use cases need of the addresses beside the messenger."""

from datetime import datetime
from typing import Protocol

from journal.model.channels import Channel, Destination, Use


class Channels(Protocol):
    async def of_account(self, account_id: int) -> list[Destination]: ...

    async def with_address(self, address: str) -> list[tuple[int, Channel]]:
        """The accounts that gave that very address, each with its channel."""
        ...

    async def keep(self, account_id: int, destination: Destination, at: datetime) -> None:
        """The one address of the account on the channel, confirmed at that moment and reachable anew."""
        ...

    async def use(self, account_id: int, channel: Channel, use: Use) -> None: ...

    async def drop(self, account_id: int, channel: Channel) -> None:
        """Forget the address; what waits for it goes by the messenger."""
        ...
