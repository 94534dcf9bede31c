"""What did not arrive: pushes given up, and events of which nobody could be told."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, case, func, literal_column, select, update

from journal.delivery.rules import EVENTS_KEPT, KEPT
from journal.model.delivery import Letter, Source, Whom
from journal.model.news import Kind
from journal.model.outbox import PushState
from journal.model.trouble import Setback
from storage.db import Db
from storage.delivery.whom import whom
from storage.events import FAILED
from storage.outbox.reach import probe_of
from storage.tables.access import accounts
from storage.tables.control import audit
from storage.tables.outbox import events, outbox

# Literals, not parameters: a partial index serves only a condition the planner can see.
LOST = outbox.c.state.in_([literal_column("'dead'"), literal_column("'expired'")])
_DEAD = outbox.c.state == literal_column("'dead'")
# «message is too long», «MEDIA_CAPTION_TOO_LONG».
_LONG = func.lower(outbox.c.error).like("%too_long%")
befell = case(
    (and_(_DEAD, _LONG), Setback.TOO_LONG.value),
    (_DEAD, Setback.REFUSED.value),
    (accounts.c.unreachable_at.is_not(None), Setback.AWAY.value),
    else_=Setback.LATE.value,
)


class LetterQueries:
    def __init__(self, db: Db) -> None:
        self.db = db

    async def setbacks(self, since: datetime) -> dict[Setback, int]:
        rows = await self.db.all(
            select(befell.label("setback"), func.count().label("number"))
            .select_from(outbox.join(accounts, accounts.c.id == outbox.c.account_id))
            .where(LOST, outbox.c.settled_at > since)
            .group_by(befell)
        )
        found = {Setback(row.setback): row.number for row in rows}
        if failed := await self.db.scalar(
            select(func.count()).select_from(events).where(FAILED, events.c.at > _of_events(since))
        ):
            found[Setback.UNTOLD] = failed
        return found

    async def letters(self, setback: Setback, since: datetime, skip: int, most: int) -> list[Letter]:
        if setback is Setback.UNTOLD:
            rows = await self.db.all(
                select(events)
                .where(FAILED, events.c.at > _of_events(since))
                .order_by(events.c.at.desc(), events.c.id.desc())
                .offset(skip)
                .limit(most)
            )
            return [_as_event(row) for row in rows]
        return await self._pushes(
            _lost()
            .where(befell == setback.value, outbox.c.settled_at > since)
            .order_by(outbox.c.settled_at.desc(), outbox.c.id.desc())
            .offset(skip)
            .limit(most)
        )

    async def letter(self, source: Source, letter_id: int) -> Letter | None:
        if source is Source.EVENT:
            row = await self.db.first(select(events).where(events.c.id == letter_id, FAILED))
            return None if row is None else _as_event(row)
        return next(iter(await self._pushes(_lost().where(outbox.c.id == letter_id))), None)

    async def send_again(self, letters: Sequence[tuple[Letter, datetime, datetime]]) -> int:
        pushes = [
            {"push": letter.id, "since": since, "until": until}
            for letter, since, until in letters
            if letter.source is Source.PUSH
        ]
        touched = await self.db.run(
            update(outbox)
            .where(outbox.c.id == bindparam("push"), LOST)
            .values(
                state=PushState.WAITING,
                not_before=bindparam("since", type_=outbox.c.not_before.type),
                expires_at=bindparam("until", type_=outbox.c.expires_at.type),
                attempts=0,
                refused_by="",
                error=None,
                settled_at=None,
            ),
            pushes,
        )
        return touched + await self.db.run(
            update(events)
            .where(events.c.id == bindparam("event"), FAILED)
            .values(
                state="waiting",
                hold_until=bindparam("since", type_=events.c.hold_until.type),
                settled_at=None,
            ),
            [
                {"event": letter.id, "since": since}
                for letter, since, _ in letters
                if letter.source is Source.EVENT
            ],
        )

    async def put_away(self, letters: Collection[Letter], at: datetime) -> int:
        pushes = [letter.id for letter in letters if letter.source is Source.PUSH]
        happened = [letter.id for letter in letters if letter.source is Source.EVENT]
        return await self.db.run(
            update(outbox).where(outbox.c.id.in_(pushes), LOST).values(state=PushState.PUT_AWAY)
        ) + await self.db.run(
            update(events)
            .where(events.c.id.in_(happened), FAILED)
            .values(state=PushState.PUT_AWAY.value, settled_at=at)
        )

    async def seen_off(self, since: datetime) -> int:
        # The audit knows it, and is short here: the queue keeps no index of what was put away.
        rows = await self.db.scalars(
            select(audit.c.after).where(
                audit.c.object_kind == "letter", audit.c.action == "letter.put_away", audit.c.at > since
            )
        )
        return sum(len(after["letters"]) for after in rows)

    async def _pushes(self, statement: Select[Any]) -> list[Letter]:
        rows = await self.db.all(statement)
        known = await whom(self.db, [(row.account_id, row.student_id) for row in rows])
        return [_as_push(row, known.get((row.account_id, row.student_id), Whom())) for row in rows]


def _of_events(since: datetime) -> datetime:
    """Events grow old sooner: they would be told to everybody they concern."""
    return since + (KEPT - EVENTS_KEPT)


def _lost() -> Select[Any]:
    return (
        select(outbox, befell.label("setback"), accounts.c.unreachable_at)
        .join(accounts, accounts.c.id == outbox.c.account_id)
        .where(LOST)
    )


def _as_push(row: Row[Any], known: Whom) -> Letter:
    return Letter(
        Source.PUSH,
        row.id,
        Setback(row.setback),
        Kind(row.kind),
        None,
        row.settled_at,
        row.due_at,
        row.expires_at,
        row.error,
        known,
        probe_of(row.unreachable_at),
    )


def _as_event(row: Row[Any]) -> Letter:
    setback = Setback.UNTOLD
    return Letter(Source.EVENT, row.id, setback, None, row.kind, row.at, row.at, None, row.error)
