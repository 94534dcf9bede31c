"""Whether the lists of classes are right: confirmations of class teachers, and the mistakes they found."""

from sqlalchemy import Column, Date, Index, Table, Text, UniqueConstraint

from storage.tables.base import Instant, Key, key, metadata, ref

list_confirmations = Table(
    "list_confirmations",
    metadata,
    key(),
    ref("unit_id", "units"),
    # By which day it was to be confirmed.
    Column("due_on", Date, nullable=False),
    Column("confirmed_at", Instant, nullable=False),
    Column("confirmed_by", Key, nullable=False),
    UniqueConstraint("unit_id", "due_on"),
)

list_flaws = Table(
    "list_flaws",
    metadata,
    key(),
    ref("unit_id", "units"),
    Column("text", Text, nullable=False),
    Column("reported_at", Instant, nullable=False),
    ref("reported_by", "people"),
    Column("settled_at", Instant),
    Column("settled_by", Key),
    Index("ix_list_flaws_unit", "unit_id", "settled_at"),
)
