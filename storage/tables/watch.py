"""What the watch over the running bot remembers: signs of life, and outages."""

from sqlalchemy import Column, Index, Table, Text

from storage.tables.base import Instant, key, metadata

# Moments by name: `web`, `sender`, `scheduler` were last seen at work; `letters` were last reported.
watch = Table(
    "watch",
    metadata,
    Column("name", Text, primary_key=True),
    # On the machine's own clock: the school's may jump.
    Column("machine_at", Instant, nullable=False),
    # On the school's: since when the role has been at work.
    Column("since", Instant, nullable=False),
)

# When something did not go on as it should; open while `ended_at` is empty.
outages = Table(
    "outages",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant),
    # When it was last seen to go on, on the machine's clock: whoever saw it may have died.
    Column("seen_at", Instant, nullable=False),
)
# One of a kind at a time, however many processes see it.
Index(
    "uq_outages_open",
    outages.c.kind,
    unique=True,
    sqlite_where=outages.c.ended_at.is_(None),
    postgresql_where=outages.c.ended_at.is_(None),
)
Index("ix_outages_ended_at", outages.c.ended_at)
