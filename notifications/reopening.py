"""A push that hid its news from a locked phone, read again by its owner."""

from notifications.courier import Parcel
from notifications.desk import open_desk
from notifications.house import House, round_of
from notifications.packing import retold
from storage import outbox


async def reopen(house: House, account_id: int, push_id: int) -> Parcel | None:
    """Everything the push's message tells, as it stands now; None for somebody else's, or what is gone."""
    async with house.store.connection() as db:
        pushes = await outbox.of_message(db, push_id, account_id)
        if not pushes:
            return None
        desk = await open_desk(round_of(house, db), pushes, pushes[0].channel)
        return retold(desk, pushes)
