"""Going through the chains: the first entry of each that cannot be believed."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, and_, func, select

from journal.model.audit import Checked, Fault, FaultKind, Head, Verdict
from storage.audit.chain import GENESIS, Entry, chain_digest, values_digest
from storage.db import Db
from storage.tables.control import audit

# So many entries are held at once, however long the chains are.
AT_ONCE = 1000
# The action of the entry that says of which other the values were taken out, by its number.
ERASE = "audit.erase"


@dataclass(slots=True)
class _Chain:
    """One chain on the way from its first entry to its last."""

    name: str
    noted: Mapping[int, str]
    number: int = 0
    digest: str | None = GENESIS
    fault: Fault | None = None
    erased: set[int] = field(default_factory=set)
    vouched: set[int] = field(default_factory=set)

    def follow(self, row: Row[Any]) -> None:
        """Take the next entry; the first fault stays."""
        if self.fault is None and (kind := self._fault(row)) is not None:
            self.fault = Fault(self.name, self.number + 1, kind)
        self.number, self.digest = self.number + 1, row.digest
        if row.action == ERASE:
            self.vouched.add(row.object_id)

    def end(self) -> Checked:
        """What is known once the last entry was taken."""
        lost = min((number for number in self.noted if number > self.number), default=None)
        silent = min(self.erased - self.vouched, default=None)
        if self.fault is None and silent is not None:
            self.fault = Fault(self.name, silent, FaultKind.ERASED)
        if self.fault is None and lost is not None:
            self.fault = Fault(self.name, self.number + 1, FaultKind.CUT)
        return Checked(self.name, self.number, self.fault)

    def _fault(self, row: Row[Any]) -> FaultKind | None:
        entry = Entry(**{name: getattr(row, name) for name in Entry.__slots__})
        if row.number != self.number + 1:
            return FaultKind.GAP
        if self.digest is not None and row.previous != self.digest:
            return FaultKind.LINK
        if row.digest != chain_digest(row.previous, row.number, entry, row.values_digest):
            return FaultKind.ENTRY
        if row.digest != self.noted.get(row.number, row.digest):
            return FaultKind.REWRITTEN
        if not row.salt and (entry.before, entry.after, entry.reason) == (None, None, None):
            self.erased.add(row.number)
        elif row.values_digest != values_digest(row.salt, entry):
            return FaultKind.VALUES
        return None


async def verify(db: Db, noted: Iterable[Head] = (), since: Iterable[Head] = ()) -> Verdict:
    """Go through every chain, and hold it against the heads noted elsewhere or earlier.

    What stands up to the heads `since` is taken for granted, and so are they.

    A chain by itself shows whatever was changed, put in or taken out of its middle. That its end was cut
    off, or that all of it was written anew, only the noted heads show.
    """
    known: dict[str, dict[int, str]] = defaultdict(dict)
    for head in noted:
        known[head.chain][head.number] = head.digest
    chains = {}
    for name in sorted({*await db.scalars(select(audit.c.chain).distinct()), *known}):
        chains[name] = _Chain(name, known[name])
    for head in since:
        # From that very entry on, of which only the noted digest is asked.
        chains[head.chain] = _Chain(head.chain, {head.number: head.digest}, head.number - 1, None)
    return Verdict(tuple([await _check(db, chain) for chain in chains.values()]))


async def heads(db: Db) -> list[Head]:
    """The last entry of every chain."""
    last = select(audit.c.chain, func.max(audit.c.number).label("number")).group_by(audit.c.chain).subquery()
    rows = await db.all(
        select(audit.c.chain, audit.c.number, audit.c.digest)
        .join(last, and_(last.c.chain == audit.c.chain, last.c.number == audit.c.number))
        .order_by(audit.c.chain)
    )
    return [Head(row.chain, row.number, row.digest) for row in rows]


async def _check(db: Db, chain: _Chain) -> Checked:
    async for row in _entries(db, chain.name, chain.number):
        chain.follow(row)
    return chain.end()


async def _entries(db: Db, chain: str, number: int) -> AsyncIterator[Row[Any]]:
    """The entries of a chain after that number in order, some at a time."""
    page = select(audit).where(audit.c.chain == chain).order_by(audit.c.number).limit(AT_ONCE)
    # Whoever renumbers an entry may have given it any number at all.
    rows = await db.all(page.where(audit.c.number > number) if number else page)
    while True:
        for row in rows:
            yield row
        if len(rows) < AT_ONCE:
            return
        rows = await db.all(page.where(audit.c.number > rows[-1].number))
