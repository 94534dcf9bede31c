"""Writing a difference: kind by kind in the order of their references, in bulk statements, audited."""

from collections.abc import Mapping

from journal.context import Ctx
from journal.imports.difference import Difference
from journal.imports.rows import Kind
from storage.db import Db
from storage.imports.apply import calendar, lessons, people, plans, teaching, units
from storage.imports.apply.hand import Hand
from storage.imports.years import current_year

_WRITERS = {
    **calendar.WRITERS,
    **people.WRITERS,
    **units.WRITERS,
    **teaching.WRITERS,
    **lessons.WRITERS,
    **plans.WRITERS,
}


async def apply(db: Db, ctx: Ctx, change: Difference) -> Mapping[tuple[Kind, str], int]:
    """Write the difference into the current year; the caller commits. Returns the keys of what was added."""
    hand = Hand(db, ctx, change, await current_year(db, ctx.today))
    for kind in Kind:
        if change.added.get(kind) or change.changed.get(kind) or change.gone.get(kind):
            await _WRITERS[kind](hand)
    await hand.write_links()
    return hand.ids
