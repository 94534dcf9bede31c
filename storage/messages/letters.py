"""One thread: begun, written in, read, closed, reported, decided about."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from journal.events import MessageSent
from journal.model.lessons import Attachment
from journal.model.messages import CIRCULARS, About, Context, Conversation, Letter, Office
from journal.model.news import Kind
from storage import events
from storage.attachments import attach
from storage.listeners import live
from storage.messages.rows import OWNER, MessageRows, as_conversation
from storage.tables.access import bindings
from storage.tables.lessons import attachments
from storage.tables.messages import conversation_members, conversations, messages
from storage.tables.outbox import outbox


class Letters(MessageRows):
    async def standing(
        self, student_id: int, family_id: int, office: Office, staff_id: int | None
    ) -> Conversation | None:
        row = await self.db.first(
            select(conversations)
            .where(
                conversations.c.student_id == student_id,
                conversations.c.family_id == family_id,
                conversations.c.office == office,
                conversations.c.staff_id.is_(None)
                if staff_id is None
                else conversations.c.staff_id == staff_id,
            )
            .order_by(conversations.c.id.desc())
            .limit(1)
        )
        return as_conversation(row) if row else None

    async def stopped_with(self, family_id: int) -> frozenset[int | None]:
        return frozenset(
            await self.db.scalars(
                select(conversations.c.staff_id).where(
                    conversations.c.family_id == family_id, conversations.c.blocked_at.is_not(None)
                )
            )
        )

    async def reads(self, family_id: int, student_id: int, day: date) -> bool:
        phones = select(bindings.c.account_id).where(bindings.c.person_id == family_id, live(day))
        there = select(bindings.c.id).where(
            bindings.c.student_id == student_id, live(day), bindings.c.account_id.in_(phones)
        )
        return await self.db.scalar(there.limit(1)) is not None

    async def begin(
        self, student_id: int, family_id: int, office: Office, staff_id: int | None, at: datetime
    ) -> int:
        return await self.db.insert(
            conversations,
            student_id=student_id,
            family_id=family_id,
            office=office,
            staff_id=staff_id,
            created_at=at,
            last_at=at,
        )

    async def add(
        self,
        conversation_id: int,
        author_id: int,
        text: str,
        files: Sequence[Attachment],
        at: datetime,
        *,
        from_family: bool,
        context: Context | None = None,
    ) -> int:
        letter = await self.db.insert(
            messages,
            conversation_id=conversation_id,
            author_id=author_id,
            from_family=from_family,
            text=text,
            sent_at=at,
            context=context.as_json() if context is not None else None,
        )
        await self.attach(letter, files, at)
        await self._change(conversation_id, last_at=at, closed_at=None, closed_by=None)
        return letter

    async def attach(self, letter_id: int, files: Sequence[Attachment], at: datetime) -> None:
        await attach(self.db, OWNER, letter_id, files, at)

    async def letters(self, conversation_id: int, before: int | None, limit: int) -> list[Letter]:
        statement = select(messages).where(messages.c.conversation_id == conversation_id)
        if before is not None:
            statement = statement.where(messages.c.id < before)
        rows = await self.db.all(statement.order_by(messages.c.id.desc()).limit(limit))
        return await self.with_files(rows[::-1])

    async def files(self, conversation_id: int, letter_id: int) -> tuple[Attachment, ...]:
        found = await self.letter(conversation_id, letter_id)
        return found.attachments if found is not None else ()

    async def letter(self, conversation_id: int, letter_id: int) -> Letter | None:
        rows = await self.db.all(
            select(messages).where(messages.c.id == letter_id, messages.c.conversation_id == conversation_id)
        )
        return next(iter(await self.with_files(rows)), None)

    async def seen(self, letter: Letter) -> bool:
        reader = select(conversation_members.c.id).where(
            conversation_members.c.conversation_id == letter.conversation_id,
            conversation_members.c.person_id != letter.author_id,
            conversation_members.c.read_up_to >= letter.id,
        )
        return await self.db.scalar(reader.limit(1)) is not None

    async def take_back(self, letter: Letter, at: datetime) -> bool:
        thread = letter.conversation_id
        if not await events.withdraw(self.db, MessageSent(letter.id, thread).subject, at):
            return False
        await self.db.run(
            delete(attachments).where(attachments.c.owner_kind == OWNER, attachments.c.owner_id == letter.id)
        )
        await self.db.run(delete(messages).where(messages.c.id == letter.id))
        newest = select(func.max(messages.c.sent_at)).where(messages.c.conversation_id == thread)
        last_at = await self.db.scalar(newest)
        if last_at is not None:
            await self._change(thread, last_at=last_at)
        else:
            await self.db.run(
                delete(conversation_members).where(conversation_members.c.conversation_id == thread)
            )
            await self.db.run(delete(conversations).where(conversations.c.id == thread))
        return True

    async def read(self, conversation_id: int, person_id: int, up_to: int) -> None:
        row = {"conversation_id": conversation_id, "person_id": person_id, "read_up_to": up_to}
        await self.db.upsert(conversation_members, ("conversation_id", "person_id"), [row])

    async def sent_since(self, author_id: int, since: datetime) -> list[datetime]:
        return [row.sent_at for row in await self._sent(author_id, since) if not _about(row, *CIRCULARS)]

    async def months_since(self, author_id: int, since: datetime) -> dict[int, datetime]:
        return {
            row.context["of"]: row.sent_at
            for row in await self._sent(author_id, since)
            if _about(row, About.MONTH)
        }

    async def circulars(
        self, author_id: int, about: About, of: int, since: datetime
    ) -> tuple[datetime, int, int] | None:
        rows = [
            row
            for row in await self._sent(author_id, since)
            if _about(row, about) and row.context["of"] == of
        ]
        if not rows:
            return None
        last = [row.id for row in rows if row.sent_at == rows[-1].sent_at]
        read = await self.db.scalar(
            select(func.count())
            .select_from(messages)
            .join(conversations, conversations.c.id == messages.c.conversation_id)
            .join(
                conversation_members,
                (conversation_members.c.conversation_id == conversations.c.id)
                & (conversation_members.c.person_id == conversations.c.family_id),
            )
            .where(messages.c.id.in_(last), conversation_members.c.read_up_to >= messages.c.id)
        )
        return rows[-1].sent_at, len(last), int(read or 0)

    async def _sent(self, author_id: int, since: datetime) -> Sequence[Row[Any]]:
        return await self.db.all(
            select(messages.c.id, messages.c.sent_at, messages.c.context)
            .where(messages.c.author_id == author_id, messages.c.sent_at > since)
            .order_by(messages.c.id)
        )

    async def conversation_of_push(self, account_id: int, message_id: int) -> int | None:
        payload = await self.db.scalar(
            select(outbox.c.payload)
            .where(
                outbox.c.account_id == account_id,
                outbox.c.message_id == message_id,
                outbox.c.kind == Kind.MESSAGE,
            )
            .order_by(outbox.c.id.desc())
            .limit(1)
        )
        return int(payload["conversation"]) if payload else None

    async def close(self, conversation_id: int, by: int, at: datetime) -> None:
        await self._change(conversation_id, closed_at=at, closed_by=by)

    async def report(self, conversation_id: int, by: int, at: datetime) -> None:
        await self._change(conversation_id, reported_at=at, reported_by=by, decided_at=None, decided_by=None)

    async def decide(self, conversation_id: int, by: int, at: datetime, *, block: bool) -> None:
        await self._change(conversation_id, decided_at=at, decided_by=by)
        two = conversations.alias()
        one = select(two).where(two.c.id == conversation_id).subquery()
        await self.db.run(
            update(conversations)
            .where(
                conversations.c.family_id == select(one.c.family_id).scalar_subquery(),
                conversations.c.staff_id.is_not_distinct_from(select(one.c.staff_id).scalar_subquery()),
            )
            .values(blocked_at=at if block else None, blocked_by=by if block else None)
        )

    async def _change(self, conversation_id: int, **values: Any) -> None:
        await self.db.run(update(conversations).where(conversations.c.id == conversation_id).values(**values))


def _about(row: Row[Any], *about: About) -> bool:
    return bool(row.context) and row.context["about"] in about
