"""The unit of work: one transaction with its repositories, events and audit; long, a line for each area."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.context import Ctx
from journal.events import Event
from journal.model.access import Actor
from journal.model.school import School
from journal.policy import Permission
from storage import audit, events, inbox
from storage.absences import AbsenceQueries
from storage.access import AccessQueries
from storage.attendance import AttendanceQueries
from storage.audit.trail import TrailQueries
from storage.channels import ChannelQueries
from storage.class_events import ClassEventQueries
from storage.class_lists import ClassListQueries
from storage.clubs import ClubQueries
from storage.control import ControlQueries
from storage.covering import CoveringQueries
from storage.db import Db
from storage.debts import DebtQueries
from storage.delivery import DeliveryQueries
from storage.diary import DiaryQueries
from storage.documents import DocumentQueries
from storage.engine import WRITING
from storage.finishing import to_its_end
from storage.homework import HomeworkQueries
from storage.imports import ImportQueries
from storage.inbox import Handled
from storage.inputs import InputQueries
from storage.integrity import IntegrityQueries
from storage.lessons import LessonQueries
from storage.locks import space_of
from storage.marks import MarkQueries
from storage.materials import MaterialQueries
from storage.meetings import MeetingQueries
from storage.messages import MessageQueries
from storage.near import reader_of
from storage.notices import NoticeQueries
from storage.papers import PaperQueries
from storage.people import PeopleQueries
from storage.periods import PeriodQueries
from storage.plans import PlanQueries
from storage.profiles import ProfileQueries
from storage.refusals import Refusal, write_refusals
from storage.remarks import RemarkQueries
from storage.school import InstitutionQueries
from storage.statuses import StatusQueries
from storage.subscriptions import SubscriptionQueries
from storage.timetable import TimetableQueries
from storage.turns import Turns

if TYPE_CHECKING:
    from journal.regulation import Regulation


class SqlWork:
    """Implements `journal.ports.Work` on one connection."""

    def __init__(self, ctx: Ctx, db: Db, handled: Handled | None = None) -> None:
        self.ctx = ctx
        self.db = db
        self._handled = Handled() if handled is None else handled
        self.refusals: list[Refusal] = []
        self.committed = False
        self._told = False
        self._events: list[events.Recorded] = []
        self._entries: list[audit.Entry] = []

    @property
    def actor(self) -> Actor:
        return self.ctx.actor

    @property
    def now(self) -> datetime:
        return self.ctx.now

    @property
    def today(self) -> date:
        return self.ctx.today

    @property
    def school(self) -> School:
        return self.ctx.school

    @property
    def regulation(self) -> Regulation:
        return self.ctx.regulation

    @cached_property
    def people(self) -> PeopleQueries:
        return PeopleQueries(self.db)

    @cached_property
    def access(self) -> AccessQueries:
        return AccessQueries(self.db, self.ctx)

    @cached_property
    def imports(self) -> ImportQueries:
        return ImportQueries(self.db, self.ctx)

    @cached_property
    def inputs(self) -> InputQueries:
        return InputQueries(self.db, self.ctx)

    @cached_property
    def institution(self) -> InstitutionQueries:
        return InstitutionQueries(self.db)

    @cached_property
    def lessons(self) -> LessonQueries:
        return LessonQueries(self.db)

    @cached_property
    def attendance(self) -> AttendanceQueries:
        return AttendanceQueries(self.db)

    @cached_property
    def trail(self) -> TrailQueries:
        return TrailQueries(self.db)

    @cached_property
    def integrity(self) -> IntegrityQueries:
        return IntegrityQueries(self.db)

    @cached_property
    def homework(self) -> HomeworkQueries:
        return HomeworkQueries(self.db)

    @cached_property
    def materials(self) -> MaterialQueries:
        return MaterialQueries(self.db)

    @cached_property
    def covering(self) -> CoveringQueries:
        return CoveringQueries(self.db)

    @cached_property
    def remarks(self) -> RemarkQueries:
        return RemarkQueries(self.db)

    @cached_property
    def marks(self) -> MarkQueries:
        return MarkQueries(self.db)

    @cached_property
    def plans(self) -> PlanQueries:
        return PlanQueries(self.db)

    @cached_property
    def timetable(self) -> TimetableQueries:
        return TimetableQueries(self.db)

    @cached_property
    def subscriptions(self) -> SubscriptionQueries:
        return SubscriptionQueries(self.db)

    @cached_property
    def channels(self) -> ChannelQueries:
        return ChannelQueries(self.db)

    @cached_property
    def absences(self) -> AbsenceQueries:
        return AbsenceQueries(self.db)

    @cached_property
    def statuses(self) -> StatusQueries:
        return StatusQueries(self.db)

    @cached_property
    def delivery(self) -> DeliveryQueries:
        return DeliveryQueries(self.db)

    @cached_property
    def diary(self) -> DiaryQueries:
        return DiaryQueries(self.db)

    @cached_property
    def debts(self) -> DebtQueries:
        return DebtQueries(self.db)

    @cached_property
    def class_events(self) -> ClassEventQueries:
        return ClassEventQueries(self.db)

    @cached_property
    def class_lists(self) -> ClassListQueries:
        return ClassListQueries(self.db)

    @cached_property
    def meetings(self) -> MeetingQueries:
        return MeetingQueries(self.db)

    @cached_property
    def clubs(self) -> ClubQueries:
        return ClubQueries(self.db)

    @cached_property
    def documents(self) -> DocumentQueries:
        return DocumentQueries(self.db)

    @cached_property
    def papers(self) -> PaperQueries:
        return PaperQueries(self.db)

    @cached_property
    def periods(self) -> PeriodQueries:
        return PeriodQueries(self.db)

    @cached_property
    def profiles(self) -> ProfileQueries:
        return ProfileQueries(self.db, self.ctx)

    @cached_property
    def control(self) -> ControlQueries:
        return ControlQueries(self.db)

    @cached_property
    def notices(self) -> NoticeQueries:
        return NoticeQueries(self.db)

    @cached_property
    def messages(self) -> MessageQueries:
        return MessageQueries(self.db)

    def record(self, event: Event, hold_until: datetime | None = None) -> None:
        self._events.append(
            events.Recorded(event, self.now, hold_until or self.now, self.actor.account_id or None)
        )

    def audit(
        self,
        action: str,
        kind: str,
        object_id: int | None,
        *,
        unit_id: int | None = None,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        reason: str | None = None,
    ) -> None:
        self._entries.append(
            audit.Entry(
                chain="school" if unit_id is None else f"unit:{unit_id}",
                at=self.now,
                actor_id=self.actor.person_id,
                account_id=self.actor.account_id or None,
                origin=self._origin,
                action=action,
                object_kind=kind,
                object_id=object_id,
                before=before,
                after=after,
                reason=reason,
            )
        )

    @property
    def _origin(self) -> str:
        channel, operator = self.ctx.origin.channel, self.actor.operator
        return channel if operator is None else f"{channel}: {operator}"

    def refused(self, permission: Permission, kind: str, object_id: int | None) -> None:
        self.refusals.append(
            Refusal(self.now, self.actor.account_id or None, str(permission), kind, object_id)
        )

    async def serialise(self, kind: str, object_id: int) -> None:
        # SQLite has one writer at a time anyway.
        if self.db.dialect == "postgresql":
            await self.db.run(select(func.pg_advisory_xact_lock(space_of(kind), object_id & 0x7FFFFFFF)))

    async def flush(self) -> None:
        """Write the audit entries and the events, for a transaction that somebody else commits."""
        for chain in sorted({entry.chain for entry in self._entries}):
            await self.serialise("audit", zlib.crc32(chain.encode()))
        await audit.append(self.db, self._entries)
        await events.write(self.db, self._events)
        self._told = self._told or bool(self._events)
        self._entries, self._events = [], []

    async def commit(self) -> None:
        await self.flush()
        origin = self.ctx.origin
        if origin.update_id is not None:
            await inbox.settle(self.db, origin.update_id, origin.chat, self.now, self._handled)
        # A cancelled task must not leave people told of what was not saved, nor the other way round.
        await to_its_end(self._commit())

    async def _commit(self) -> None:
        await self.db.connection.commit()
        self.committed = True
        if self.ctx.origin.update_id is not None:
            self._handled.note_effect(self.ctx.origin.update_id)

    @property
    def told(self) -> bool:
        """Whether anybody may have to be told of what was committed."""
        return self.committed and self._told


class SqlStore:
    """Opens units of work on an engine; where there is one writer, people go first."""

    def __init__(self, engine: AsyncEngine, on_events: Callable[[], None] = lambda: None) -> None:
        self.engine = engine
        self.on_events = on_events
        self._turns = Turns()
        self._reader = reader_of(engine)
        self.handled = Handled()

    @asynccontextmanager
    async def reading(self, ctx: Ctx) -> AsyncIterator[SqlWork]:
        work = None
        try:
            async with self.snapshot() as db:
                work = SqlWork(ctx, db)
                yield work
        finally:
            if work is not None:
                await self._log_refusals(work)

    @asynccontextmanager
    async def writing(self, ctx: Ctx) -> AsyncIterator[SqlWork]:
        work = None
        try:
            async with self.connection(writing=True) as db:
                work = SqlWork(ctx, db, self.handled)
                yield work
        finally:
            if work is not None:
                await self._log_refusals(work)
                if work.told:
                    self.on_events()

    @property
    def one_writer(self) -> bool:
        """Whether whoever writes keeps everybody else from writing."""
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def connection(self, *, writing: bool = False, patient: bool = False) -> AsyncIterator[Db]:
        """A bare transaction for what is not a use case: inbox, outbox, jobs. The caller commits.

        Whoever writes and is `patient` lets people go first; nobody may be waiting for an answer to it.
        """
        if writing and self.one_writer:
            async with self._turns.turn(patient=patient), self.engine.connect() as connection:
                yield Db(await connection.execution_options(**{WRITING: True}))
        else:
            async with self.engine.connect() as connection:
                yield Db(connection)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Db]:
        """One view for a whole reading, whatever others commit meanwhile; nothing can be written in it."""
        if self._reader is not None:
            with self._reader.reading() as near:
                yield near
            return
        async with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection = await connection.execution_options(isolation_level="REPEATABLE READ")
            yield Db(connection)

    async def _log_refusals(self, work: SqlWork) -> None:
        # Only after its own connection is back: whoever holds one and waits for another starves a small pool.
        if work.refusals:
            async with self.connection(writing=True) as db:
                await write_refusals(db, work.refusals)
                await db.connection.commit()
