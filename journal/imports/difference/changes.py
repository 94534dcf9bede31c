"""What a staged row says otherwise than the stored one."""

from typing import Any

from journal.imports.difference.model import Change, Stored
from journal.imports.difference.resolving import Resolved
from journal.imports.rows import said_fields


def changes_of(found: Resolved, twin: Stored[Any], *, exactly: bool) -> tuple[Change, ...]:
    """The fields that change, in their order.

    What the file does not say stays as it is, and so does a full name of which it says the initial. Where the
    row is another source's (`exactly` is false), another spelling of the same thing is no change.
    """
    row, changes = found.row, []
    if twin.closed:
        changes.append(Change("closed", True, False))
    for name in said_fields(row.kind):
        before, said = getattr(twin.row, name), getattr(row, name)
        if said is None or name in found.partial or name in row.once:
            continue
        after = said
        if name == "roles":
            before, after = tuple(sorted(before or ())), _together(before, said)
        if (before or None) == (after or None) or row.abbreviates(name, before):
            continue
        if not exactly and row.same(name, before):
            continue
        changes.append(Change(name, before, after))
    return tuple(changes)


def _together(before: Any, said: Any) -> Any:
    """A file gives roles; taking one away is the administrator's own act (R-150)."""
    return tuple(sorted({*(before or ()), *said}))
