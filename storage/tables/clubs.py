"""What goes on after the lessons."""

from sqlalchemy import Column, Table, Text, Time

from storage.tables.base import Instant, Json, JsonOrNull, key, metadata, ref

clubs = Table(
    "clubs",
    metadata,
    key(),
    ref("unit_id", "units", index=True),
    Column("title", Text, nullable=False),
    # ISO weekdays, 1 = Monday.
    Column("weekdays", Json, nullable=False),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("place", Text),
    # Who takes part; NULL means the whole class.
    Column("students", JsonOrNull),
    ref("author_id", "people"),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
)
