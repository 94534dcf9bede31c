"""Subjects, rooms, workload, curriculum and the weekly timetable."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Instant, Json, Key, key, metadata, outside, ref

subjects = Table(
    "subjects",
    metadata,
    key(),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("search_name", Text, nullable=False, index=True),
    # No marks in this subject whatever the grade (e.g. a class hour).
    Column("markless", Boolean, nullable=False, server_default="0"),
    *outside(),
    UniqueConstraint("source", "external_id"),
)

rooms = Table(
    "rooms",
    metadata,
    key(),
    Column("name", Text, nullable=False),
    *outside(),
    UniqueConstraint("source", "external_id"),
)

workload = Table(
    "workload",
    metadata,
    key(),
    ref("year_id", "years"),
    ref("teacher_id", "people", index=True),
    ref("subject_id", "subjects"),
    ref("unit_id", "units", index=True),
    Column("hours_week", Numeric(5, 2), nullable=False),
    Column("since", Date),
    Column("until", Date),
    *outside(),
    UniqueConstraint("year_id", "teacher_id", "subject_id", "unit_id"),
)

curriculum = Table(
    "curriculum",
    metadata,
    key(),
    ref("year_id", "years"),
    ref("subject_id", "subjects"),
    Column("grade", SmallInteger, nullable=False),
    Column("hours_year", Integer, nullable=False),
    UniqueConstraint("year_id", "subject_id", "grade"),
)

timetable = Table(
    "timetable",
    metadata,
    key(),
    ref("year_id", "years"),
    # ISO weekday, 1 = Monday.
    Column("weekday", SmallInteger, nullable=False),
    Column("slot", SmallInteger, nullable=False),
    # One character a week of the cycle: "1" every week, "10" odd weeks, "01" even weeks.
    Column("week_mask", Text, nullable=False, server_default="1"),
    ref("unit_id", "units", index=True),
    ref("subject_id", "subjects"),
    ref("teacher_id", "people", nullable=True, index=True),
    ref("second_teacher_id", "people", nullable=True),
    ref("room_id", "rooms", nullable=True),
    Column("since", Date, nullable=False),
    # The first day the row no longer holds.
    Column("until", Date),
    *outside(),
)
Index("ix_timetable_outside", timetable.c.source, timetable.c.external_id)

timetable_changes = Table(
    "timetable_changes",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("payload", Json, nullable=False),
    Column("reason", Text),
    Column("order_number", Text),
    Column("status", Text, nullable=False),
    Column("requested_by", Key, nullable=False),
    Column("requested_at", Instant, nullable=False),
    Column("decided_by", Key),
    Column("decided_at", Instant),
)
