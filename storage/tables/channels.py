"""Addresses that guardians gave for news beside the messenger."""

from sqlalchemy import Column, PrimaryKeyConstraint, Table, Text

from storage.tables.base import Instant, metadata, ref

destinations = Table(
    "destinations",
    metadata,
    ref("account_id", "accounts"),
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    # See `journal.model.channels.Use`.
    Column("use", Text, nullable=False),
    # By a code that was sent there.
    Column("confirmed_at", Instant, nullable=False),
    Column("unreachable_at", Instant),
    Column("unreachable_reason", Text),
    PrimaryKeyConstraint("account_id", "channel"),
)
