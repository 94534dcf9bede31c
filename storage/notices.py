"""Queries about notices: drafts, audiences, signatures and the counter's figures."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, false, func, select, true, update

from journal.events import NoticeSent
from journal.model.access import BindingKind
from journal.model.lessons import Attachment, AttachmentKind
from journal.model.notices import Addressee, Audience, Listeners, Notice, NoticeStatus
from journal.model.people import name_key
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.lessons import attachments
from storage.tables.notices import notice_recipients, notices
from storage.tables.outbox import events, outbox
from storage.tables.people import enrolments, people, role_assignments, units

OWNER = "notice"
# How many of the newest notices a reader's list is looked for in.
RECENT = 200


def families_of(audience: Audience) -> ColumnElement[bool]:
    """Condition on `enrolments` joined to `units`: the students the notice concerns."""
    where: list[ColumnElement[bool]] = [enrolments.c.until.is_(None)]
    where.append(units.c.id.in_(audience.units) if audience.units else units.c.parent_id.is_(None))
    if audience.students:
        where.append(enrolments.c.student_id.in_(audience.students))
    return and_(*where)


def binding_kinds(audience: Audience) -> list[BindingKind]:
    """Which accounts of a student's family hear of it."""
    kinds = {Listeners.GUARDIANS: BindingKind.GUARDIAN, Listeners.STUDENTS: BindingKind.STUDENT}
    return [kinds[item] for item in audience.listeners if item in kinds]


class NoticeQueries:
    """Implements `journal.ports.notices.Notices`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def add(self, author_id: int, account_id: int, text: str, audience: Audience, at: datetime) -> int:
        return await self.db.insert(
            notices,
            author_id=author_id,
            account_id=account_id,
            kind="notice",
            text=text,
            audience=_as_json(audience),
            sign_off=False,
            status=NoticeStatus.DRAFT,
            created_at=at,
        )

    async def attach(self, notice_id: int, attachment: Attachment, at: datetime) -> None:
        await self.db.insert(
            attachments,
            owner_kind=OWNER,
            owner_id=notice_id,
            kind=attachment.kind,
            platform="telegram",
            file_id=attachment.file_id,
            name=attachment.name,
            size=attachment.size,
            added_at=at,
        )

    async def notice(self, notice_id: int) -> Notice | None:
        row = await self.db.first(select(notices).where(notices.c.id == notice_id))
        if row is None:
            return None
        files = await self._attachments([notice_id])
        return _as_notice(row, files.get(notice_id, ()))

    async def change(self, notice: Notice) -> bool:
        touched = await self.db.run(
            update(notices)
            .where(notices.c.id == notice.id, notices.c.revision == notice.revision)
            .values(
                text=notice.text,
                audience=_as_json(notice.audience),
                sign_off=notice.sign_off,
                status=notice.status,
                sent_at=notice.sent_at,
                counter_message_id=notice.counter_message_id,
                revision=notice.revision + 1,
            )
        )
        return touched == 1

    async def withdraw(self, notice_id: int, by: int, at: datetime, reason: str) -> None:
        await self.db.run(
            update(notices)
            .where(notices.c.id == notice_id)
            .values(status=NoticeStatus.WITHDRAWN, withdrawn_at=at, withdrawn_by=by, withdraw_reason=reason)
        )

    async def addressees(self, notice: Notice) -> list[Addressee]:
        found = [] if notice.audience.listeners == {Listeners.STAFF} else await self._families(notice)
        if Listeners.STAFF in notice.audience.listeners:
            found += await self._staff(notice)
        return found

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

    async def concerned(self, notice: Notice, students: tuple[int, ...]) -> list[int]:
        if not students or not binding_kinds(notice.audience):
            return []
        return list(
            await self.db.scalars(
                select(enrolments.c.student_id)
                .join(units, units.c.id == enrolments.c.unit_id)
                .where(families_of(notice.audience), enrolments.c.student_id.in_(students))
                .distinct()
            )
        )

    async def sign(
        self, notice_id: int, account_id: int, person_id: int, students: Iterable[int], at: datetime
    ) -> bool:
        already = await self.db.first(
            select(notice_recipients.c.id).where(
                notice_recipients.c.notice_id == notice_id, notice_recipients.c.account_id == account_id
            )
        )
        if already is not None:
            return False
        await self.db.run(
            notice_recipients.insert(),
            [
                {
                    "notice_id": notice_id,
                    "person_id": person_id,
                    "student_id": student,
                    "account_id": account_id,
                    "status": "signed",
                    "signed_at": at,
                }
                for student in (tuple(students) or (None,))
            ],
        )
        return True

    async def of_author(self, person_id: int, limit: int) -> list[Notice]:
        rows = await self.db.all(
            select(notices)
            .where(notices.c.author_id == person_id, notices.c.status != NoticeStatus.DRAFT)
            .order_by(notices.c.sent_at.desc())
            .limit(limit)
        )
        return await self._notices(rows)

    async def of_reader(
        self, account_id: int, students: tuple[int, ...], *, staff: bool, limit: int
    ) -> list[tuple[Notice, bool]]:
        signed = exists(
            select(notice_recipients.c.id).where(
                notice_recipients.c.notice_id == notices.c.id,
                notice_recipients.c.account_id == account_id,
                notice_recipients.c.signed_at.is_not(None),
            )
        )
        rows = await self.db.all(
            select(notices, signed.label("signed"))
            .where(notices.c.status == NoticeStatus.SENT)
            .order_by(notices.c.sent_at.desc())
            .limit(RECENT)
        )
        belongs = await self._units_of(students)
        mine = [row for row in rows if _reaches(_audience(row), belongs, staff=staff)][:limit]
        found = await self._notices(mine)
        return [(notice, bool(row.signed)) for notice, row in zip(found, mine, strict=True)]

    async def _units_of(self, students: tuple[int, ...]) -> dict[int, set[int]]:
        """The present units of each student."""
        belongs: dict[int, set[int]] = {student: set() for student in students}
        for row in await self.db.all(
            select(enrolments.c.student_id, enrolments.c.unit_id).where(
                enrolments.c.student_id.in_(students), enrolments.c.until.is_(None)
            )
        ):
            belongs[row.student_id].add(row.unit_id)
        return belongs

    async def _families(self, notice: Notice) -> list[Addressee]:
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
        rows = await self.db.all(
            select(*PERSON, connected.label("connected"), signed.label("signed"))
            .join(enrolments, enrolments.c.student_id == people.c.id)
            .join(units, units.c.id == enrolments.c.unit_id)
            .where(families_of(notice.audience))
            .distinct()
        )
        return _addressees(rows, of_student=True)

    async def _staff(self, notice: Notice) -> list[Addressee]:
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
        rows = await self.db.all(
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
        return _addressees(rows, of_student=False)

    async def _notices(self, rows: Sequence[Row[Any]]) -> list[Notice]:
        files = await self._attachments([row.id for row in rows])
        return [_as_notice(row, files.get(row.id, ())) for row in rows]

    async def _attachments(self, ids: list[int]) -> dict[int, tuple[Attachment, ...]]:
        rows = await self.db.all(
            select(attachments)
            .where(attachments.c.owner_kind == OWNER, attachments.c.owner_id.in_(ids) if ids else true())
            .order_by(attachments.c.id)
        )
        found: dict[int, tuple[Attachment, ...]] = {}
        for row in rows:
            made = Attachment(AttachmentKind(row.kind), row.file_id, row.name, row.size)
            found[row.owner_id] = (*found.get(row.owner_id, ()), made)
        return found


def _as_json(audience: Audience) -> dict[str, list[Any]]:
    return {
        "listeners": sorted(audience.listeners),
        "units": list(audience.units),
        "students": list(audience.students),
    }


def _audience(row: Row[Any]) -> Audience:
    stored = row.audience
    return Audience(
        frozenset(Listeners(item) for item in stored["listeners"]),
        tuple(stored["units"]),
        tuple(stored["students"]),
    )


def _reaches(audience: Audience, belongs: dict[int, set[int]], *, staff: bool) -> bool:
    """Whether the notice is for a reader whose students belong to these units."""
    if staff and Listeners.STAFF in audience.listeners:
        return True
    return bool(binding_kinds(audience)) and any(
        (audience.whole_school or not found.isdisjoint(audience.units))
        and (not audience.students or student in audience.students)
        for student, found in belongs.items()
    )


def _as_notice(row: Row[Any], files: tuple[Attachment, ...]) -> Notice:
    return Notice(
        id=row.id,
        author_id=row.author_id,
        account_id=row.account_id,
        text=row.text,
        audience=_audience(row),
        sign_off=row.sign_off,
        status=NoticeStatus(row.status),
        created_at=row.created_at,
        sent_at=row.sent_at,
        attachments=files,
        counter_message_id=row.counter_message_id,
        revision=row.revision,
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
