"""The append-only audit chain: every entry hashes the one before and a salted digest of its values."""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, select

from storage.db import Db
from storage.engine import to_json
from storage.question import question
from storage.tables.control import audit

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be remembered of one change."""

    chain: str
    at: datetime
    actor_id: int | None
    account_id: int | None
    origin: str
    action: str
    object_kind: str
    object_id: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str | None


def values_digest(salt: str, entry: Entry) -> str:
    """The digest of the personal part; erasing the values leaves it, so the chain still verifies."""
    # As the database gives them back: dates are texts there, and so are keys, sorted as texts.
    values = json.loads(to_json([entry.before, entry.after, entry.reason]))
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256((salt + text).encode()).hexdigest()


def chain_digest(previous: str, number: int, entry: Entry, digest_of_values: str) -> str:
    """What ties an entry to its predecessor, its place, and everything but the erasable values."""
    fields = [
        previous,
        entry.chain,
        number,
        entry.at.astimezone(UTC).isoformat(),
        entry.actor_id,
        entry.account_id,
        entry.origin,
        entry.action,
        entry.object_kind,
        entry.object_id,
        digest_of_values,
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()


async def append(db: Db, entries: list[Entry]) -> None:
    """Add the entries to their chains. The caller holds the chains' locks."""
    heads: dict[str, tuple[int, str]] = {}
    rows = []
    for entry in entries:
        if entry.chain not in heads:
            heads[entry.chain] = await _head(db, entry.chain)
        number, previous = heads[entry.chain]
        salt = secrets.token_hex(16)
        digest_of_values = values_digest(salt, entry)
        digest = chain_digest(previous, number + 1, entry, digest_of_values)
        heads[entry.chain] = (number + 1, digest)
        rows.append(
            {
                **{name: getattr(entry, name) for name in entry.__slots__},
                "number": number + 1,
                "salt": salt,
                "values_digest": digest_of_values,
                "previous": previous,
                "digest": digest,
            }
        )
    await db.run(audit.insert(), rows)


async def _head(db: Db, chain: str) -> tuple[int, str]:
    row = await db.first(_last(chain))
    return (row.number, row.digest) if row else (0, GENESIS)


@question
def _last(chain: str) -> Select[Any]:
    return (
        select(audit.c.number, audit.c.digest)
        .where(audit.c.chain == chain)
        .order_by(audit.c.number.desc())
        .limit(1)
    )
