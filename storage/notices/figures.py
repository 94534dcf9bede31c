"""The figures of the author's living counter, and who stands behind them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, case, exists, false, func, literal_column, not_, or_, select

from journal.events import NoticeSent, NoticeShare
from journal.model.access import BindingKind
from journal.model.channels import Channel
from journal.model.notices import Addressee, Counter, Listeners, Notice, NoticeStatus
from journal.model.outbox import Lane
from journal.model.people import name_key
from storage.notices.audiences import binding_kinds, families_of
from storage.notices.rows import NoticeRows
from storage.outbox.rows import LEASED, WAITING
from storage.people import PERSON, as_person
from storage.reached import reached_by
from storage.tables.access import bindings
from storage.tables.notices import notice_recipients
from storage.tables.outbox import events, outbox
from storage.tables.people import enrolments, people, role_assignments, units


class Figures(NoticeRows):
    async def addressees(self, notice: Notice) -> list[Addressee]:
        found = []
        if notice.audience.listeners != {Listeners.STAFF}:
            placed = (units.c.id.label("unit_id"), units.c.name.label("unit_name"), units.c.grade)
            found += _addressees(await self.db.all(_families(notice).add_columns(*placed)), of_student=True)
        if Listeners.STAFF in notice.audience.listeners:
            found += _addressees(await self.db.all(_staff(notice)), of_student=False)
        return found

    async def counter(self, notice: Notice, now: datetime) -> Counter:
        asked = []
        if notice.audience.listeners != {Listeners.STAFF}:
            asked.append(_families(notice))
        if Listeners.STAFF in notice.audience.listeners:
            asked.append(_staff(notice))
        total = connected = signed = unreached = 0
        for people_of in asked:
            each = people_of.subquery()
            row = await self.db.first(
                select(
                    func.count().label("total"),
                    func.count(case((each.c.connected, 1))).label("connected"),
                    func.count(case((each.c.signed, 1))).label("signed"),
                    func.count(
                        case((and_(each.c.connected, not_(each.c.reached), not_(each.c.signed)), 1))
                    ).label("unreached"),
                ).select_from(each)
            )
            if row is not None:
                total, connected, signed = total + row.total, connected + row.connected, signed + row.signed
                unreached += row.unreached
        sent = await self.sent_count(notice.id)
        return Counter(sent, signed, total, total - connected, unreached, await self._left(notice, now))

    async def _left(self, notice: Notice, now: datetime) -> int:
        """Its own messages that wait to go now, with all that go before the last of them."""
        if notice.status is not NoticeStatus.SENT or notice.paid:
            return 0
        sent = NoticeSent(notice.id)
        event = await self.db.first(
            select(events.c.id, events.c.state).where(
                events.c.kind == sent.kind, events.c.subject == sent.subject
            )
        )
        if event is None:
            return 0
        if event.state == "waiting":
            return await self.messages(notice)
        due = and_(or_(WAITING, LEASED), outbox.c.channel == Channel.TELEGRAM, outbox.c.not_before <= now)
        last = await self.db.scalar(select(func.max(outbox.c.id)).where(outbox.c.event_id == event.id, due))
        shares = await self.db.scalars(
            select(events.c.payload).where(
                events.c.state == literal_column("'waiting'"),
                events.c.kind == NoticeShare.kind,
                events.c.subject.startswith(f"event:{event.id}:"),
            )
        )
        unqueued = sum(len(share["accounts"]) for share in shares)
        if last is None:
            return unqueued
        before = or_(outbox.c.lane < Lane.BULK, outbox.c.id <= last)
        ahead = await self.db.scalar(select(func.count()).select_from(outbox).where(due, before))
        return int(ahead or 0) + unqueued

    async def messages(self, notice: Notice) -> int:
        kinds = binding_kinds(notice.audience)
        families = (
            select(bindings.c.account_id)
            .join(enrolments, enrolments.c.student_id == bindings.c.student_id)
            .join(units, units.c.id == enrolments.c.unit_id)
            .where(families_of(notice.audience), bindings.c.kind.in_(kinds), bindings.c.ended_at.is_(None))
        )
        staff = select(bindings.c.account_id).where(
            bindings.c.kind == BindingKind.STAFF, bindings.c.ended_at.is_(None)
        )
        everybody = (
            families.union(staff) if Listeners.STAFF in notice.audience.listeners else families.distinct()
        )
        return int(await self.db.scalar(select(func.count()).select_from(everybody.subquery())) or 0)

    async def sent_count(self, notice_id: int) -> int:
        return int(
            await self.db.scalar(
                select(func.count())
                .select_from(outbox)
                .join(events, events.c.id == outbox.c.event_id)
                .where(
                    events.c.kind == NoticeSent.kind,
                    events.c.subject == NoticeSent(notice_id).subject,
                    outbox.c.state == "sent",
                )
            )
        )

    async def told(self, subject: str) -> bool:
        return await self.db.first(select(events.c.id).where(events.c.subject == subject)) is not None


def _families(notice: Notice) -> Select[Any]:
    """The students it is for, each with whether anybody is connected and signed."""
    kinds = binding_kinds(notice.audience)
    connected = exists(
        select(bindings.c.id).where(
            bindings.c.student_id == enrolments.c.student_id,
            bindings.c.ended_at.is_(None),
            bindings.c.kind.in_(kinds) if kinds else false(),
        )
    )
    theirs = (bindings.c.student_id == enrolments.c.student_id, bindings.c.ended_at.is_(None))
    reached = reached_by(*theirs, bindings.c.kind.in_(kinds)) if kinds else false()
    signed = exists(
        select(notice_recipients.c.id).where(
            notice_recipients.c.notice_id == notice.id,
            notice_recipients.c.student_id == enrolments.c.student_id,
            notice_recipients.c.signed_at.is_not(None),
        )
    )
    return (
        select(*PERSON, connected.label("connected"), reached.label("reached"), signed.label("signed"))
        .join(enrolments, enrolments.c.student_id == people.c.id)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(families_of(notice.audience))
        .distinct()
    )


def _staff(notice: Notice) -> Select[Any]:
    """The colleagues, likewise."""
    connected = exists(
        select(bindings.c.id).where(
            bindings.c.person_id == people.c.id,
            bindings.c.kind == BindingKind.STAFF,
            bindings.c.ended_at.is_(None),
        )
    )
    reached = reached_by(
        bindings.c.person_id == people.c.id,
        bindings.c.kind == BindingKind.STAFF,
        bindings.c.ended_at.is_(None),
    )
    signed = exists(
        select(notice_recipients.c.id).where(
            notice_recipients.c.notice_id == notice.id,
            notice_recipients.c.person_id == people.c.id,
            notice_recipients.c.signed_at.is_not(None),
        )
    )
    return (
        select(*PERSON, connected.label("connected"), reached.label("reached"), signed.label("signed"))
        .where(
            exists(
                select(role_assignments.c.id).where(
                    role_assignments.c.person_id == people.c.id, role_assignments.c.until.is_(None)
                )
            )
        )
        .distinct()
    )


def _addressees(rows: Sequence[Row[Any]], *, of_student: bool) -> list[Addressee]:
    once = {row.id: row for row in rows}.values()
    ordered = sorted(once, key=lambda row: name_key(as_person(row)))
    return [
        Addressee(
            person_id=row.id,
            student_id=row.id if of_student else None,
            name=as_person(row).listed if of_student else as_person(row).short,
            connected=bool(row.connected),
            signed=bool(row.signed),
            reached=bool(row.reached),
            unit_id=row.unit_id if of_student else 0,
            unit_name=row.unit_name if of_student else "",
            grade=row.grade if of_student else 0,
        )
        for row in ordered
    ]
