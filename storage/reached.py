"""Whether a message arrives with somebody, by the messenger or by another address of theirs."""

from sqlalchemy import ColumnElement, exists, or_

from storage.tables.access import accounts, bindings
from storage.tables.channels import destinations


def reached_by(*theirs: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether any account behind the `bindings` of these conditions takes messages."""
    elsewhere = exists().where(
        destinations.c.account_id == bindings.c.account_id, destinations.c.unreachable_at.is_(None)
    )
    return exists().where(
        *theirs,
        accounts.c.id == bindings.c.account_id,
        accounts.c.blocked_at.is_(None),
        or_(accounts.c.unreachable_at.is_(None), elsewhere),
    )
