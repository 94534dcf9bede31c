"""Seals over the heads of the chains: made with a secret that is not in the database."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, select

from journal.model.audit import Checked, Fault, FaultKind, Head
from storage.audit.chain import GENESIS
from storage.audit.verifying import heads
from storage.db import Db
from storage.tables.control import audit_seals

# The name under which a broken seal is told of.
SEALS = "seals"


async def seal(db: Db, secret: bytes, now: datetime) -> int:
    """Seal the heads as they stand; returns of how many chains. The caller commits."""
    found = {head.chain: [head.number, head.digest] for head in await heads(db)}
    last = await db.first(select(audit_seals).order_by(audit_seals.c.id.desc()).limit(1))
    previous = last.seal if last is not None else GENESIS
    if not found or (last is not None and last.heads == found and last.secret == _fingerprint(secret)):
        return 0
    await db.insert(
        audit_seals,
        at=now,
        heads=found,
        previous=previous,
        secret=_fingerprint(secret),
        seal=_seal(secret, now, found, previous),
    )
    return len(found)


async def sealed(db: Db, secret: bytes) -> tuple[list[Head], Checked]:
    """The heads of all seals made with that secret, and the first seal that is none of its.

    Seals made with another secret say nothing here: it may have been replaced since.
    """
    noted: list[Head] = []
    fault = None
    previous = GENESIS
    rows = await db.all(select(audit_seals).order_by(audit_seals.c.id))
    for number, row in enumerate(rows, 1):
        if fault is None and not _holds(row, secret, previous):
            fault = Fault(SEALS, number, FaultKind.SEAL)
        previous = row.seal
        if row.secret == _fingerprint(secret):
            noted += [Head(chain, at, digest) for chain, (at, digest) in row.heads.items()]
    return noted, Checked(SEALS, len(rows), fault)


async def last_heads(db: Db, secret: bytes) -> list[Head]:
    """What the last seal vouches for; nothing where it was made with another secret."""
    rows: Sequence[Row[Any]] = await db.all(select(audit_seals).order_by(audit_seals.c.id.desc()).limit(2))
    if not rows or not _holds(rows[0], secret, rows[1].seal if len(rows) > 1 else GENESIS):
        return []
    if rows[0].secret != _fingerprint(secret):
        return []
    return [Head(chain, number, digest) for chain, (number, digest) in sorted(rows[0].heads.items())]


def _holds(row: Row[Any], secret: bytes, previous: str) -> bool:
    if row.previous != previous:
        return False
    if row.secret != _fingerprint(secret):
        return True
    return hmac.compare_digest(row.seal, _seal(secret, row.at, row.heads, row.previous))


def _seal(secret: bytes, at: datetime, found: dict[str, Any], previous: str) -> str:
    text = json.dumps([at.astimezone(UTC).isoformat(), found, previous], ensure_ascii=False, sort_keys=True)
    return hmac.new(_key(secret), text.encode(), hashlib.sha256).hexdigest()


def _key(secret: bytes) -> bytes:
    """A key of the seals' own: codes are hashed with the secret itself."""
    return hmac.new(secret, b"audit seals", hashlib.sha256).digest()


def _fingerprint(secret: bytes) -> str:
    return hashlib.sha256(_key(secret)).hexdigest()[:16]
