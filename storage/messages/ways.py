"""A colleague's own ways: the answers kept at hand, the hours in which messages come."""

from datetime import datetime

from sqlalchemy import delete, select

from journal.model.messages import Phrase
from journal.office_hours import Hours
from journal.regulation.notation import ClockWindow
from storage.messages.rows import MessageRows
from storage.tables.messages import message_phrases, office_hours


class Ways(MessageRows):
    async def phrases(self, person_id: int) -> list[Phrase]:
        rows = await self.db.all(
            select(message_phrases)
            .where(message_phrases.c.person_id == person_id)
            .order_by(message_phrases.c.id)
        )
        return [Phrase(row.id, row.text) for row in rows]

    async def add_phrase(self, person_id: int, text: str, at: datetime) -> None:
        await self.db.insert(message_phrases, person_id=person_id, text=text, added_at=at)

    async def remove_phrase(self, person_id: int, phrase_id: int) -> None:
        await self.db.run(
            delete(message_phrases).where(
                message_phrases.c.id == phrase_id, message_phrases.c.person_id == person_id
            )
        )

    async def hours(self, person_id: int) -> Hours | None:
        row = await self.db.first(select(office_hours).where(office_hours.c.person_id == person_id))
        return Hours(ClockWindow(row.starts, row.ends), row.last_weekday) if row else None

    async def set_hours(self, person_id: int, hours: Hours) -> None:
        row = {
            "person_id": person_id,
            "starts": hours.window.start,
            "ends": hours.window.end,
            "last_weekday": hours.last_weekday,
        }
        await self.db.upsert(office_hours, ("person_id",), [row])
