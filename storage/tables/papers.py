"""What families get on paper, week by week."""

from sqlalchemy import Column, Date, Index, Table, UniqueConstraint

from storage.tables.base import Instant, Key, key, metadata, ref

# The paper of one child for the week that begins on that Monday.
printouts = Table(
    "printouts",
    metadata,
    key(),
    ref("student_id", "students"),
    # The class as it was that week.
    ref("unit_id", "units"),
    Column("week_starts_on", Date, nullable=False),
    Column("prepared_at", Instant, nullable=False),
    Column("handed_at", Instant),
    Column("handed_by", Key),
    UniqueConstraint("student_id", "week_starts_on"),
)
Index("ix_printouts_unit", printouts.c.unit_id, printouts.c.week_starts_on)
