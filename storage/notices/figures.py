"""The figures of the author's living counter, and who stands behind them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, case, exists, false, func, select

from journal.events import NoticeSent
from journal.model.access import BindingKind
from journal.model.notices import Addressee, Counter, Listeners, Notice
from journal.model.people import name_key
from storage.notices.audiences import binding_kinds, families_of
from storage.notices.rows import NoticeRows
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.notices import notice_recipients
from storage.tables.outbox import events, outbox
from storage.tables.people import enrolments, people, role_assignments, units


class Figures(NoticeRows):
    async def addressees(self, notice: Notice) -> list[Addressee]:
        found = []
        if notice.audience.listeners != {Listeners.STAFF}:
            found += _addressees(await self.db.all(_families(notice)), of_student=True)
        if Listeners.STAFF in notice.audience.listeners:
            found += _addressees(await self.db.all(_staff(notice)), of_student=False)
        return found

    async def counter(self, notice: Notice) -> Counter:
        asked = []
        if notice.audience.listeners != {Listeners.STAFF}:
            asked.append(_families(notice))
        if Listeners.STAFF in notice.audience.listeners:
            asked.append(_staff(notice))
        total = connected = signed = 0
        for people_of in asked:
            each = people_of.subquery()
            row = await self.db.first(
                select(
                    func.count().label("total"),
                    func.count(case((each.c.connected, 1))).label("connected"),
                    func.count(case((each.c.signed, 1))).label("signed"),
                ).select_from(each)
            )
            if row is not None:
                total, connected, signed = total + row.total, connected + row.connected, signed + row.signed
        sent = await self.sent_count(notice.id)
        return Counter(sent=sent, signed=signed, total=total, unconnected=total - connected)

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
    signed = exists(
        select(notice_recipients.c.id).where(
            notice_recipients.c.notice_id == notice.id,
            notice_recipients.c.student_id == enrolments.c.student_id,
            notice_recipients.c.signed_at.is_not(None),
        )
    )
    return (
        select(*PERSON, connected.label("connected"), signed.label("signed"))
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
    signed = exists(
        select(notice_recipients.c.id).where(
            notice_recipients.c.notice_id == notice.id,
            notice_recipients.c.person_id == people.c.id,
            notice_recipients.c.signed_at.is_not(None),
        )
    )
    return (
        select(*PERSON, connected.label("connected"), signed.label("signed"))
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
    ordered = sorted(rows, key=lambda row: name_key(as_person(row)))
    return [
        Addressee(
            person_id=row.id,
            student_id=row.id if of_student else None,
            name=as_person(row).listed if of_student else as_person(row).short,
            connected=bool(row.connected),
            signed=bool(row.signed),
        )
        for row in ordered
    ]
