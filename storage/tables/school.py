"""The institution: its profile, years, periods, calendar and bells."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    SmallInteger,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from storage.tables.base import Instant, key, metadata, ref

# Exactly one row: a database holds one school.
school = Table(
    "school",
    metadata,
    key(),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("city", Text),
    Column("zone", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("founder", Text, nullable=False),
    Column("support_contact", Text),
    # The preset's name and the school's own values, as the TOML the administrator may edit.
    Column("regulation", Text, nullable=False),
    CheckConstraint("id = 1", name="one_school"),
)

years = Table(
    "years",
    metadata,
    key(),
    Column("name", Text, nullable=False, unique=True),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("closed_at", Instant),
)

periods = Table(
    "periods",
    metadata,
    key(),
    ref("year_id", "years"),
    Column("kind", Text, nullable=False),
    Column("number", SmallInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("grade_from", SmallInteger, nullable=False, server_default="1"),
    Column("grade_to", SmallInteger, nullable=False, server_default="11"),
    # The date of the institution's order, where the regulation leaves the term to it.
    Column("marks_due_on", Date),
    Column("order_number", Text),
    Column("closed_at", Instant),
    UniqueConstraint("year_id", "kind", "number", "grade_from"),
)

# A day (or several) that differs from the timetable: off, taught as another weekday, or rung by other bells.
calendar_days = Table(
    "calendar_days",
    metadata,
    key(),
    Column("starts_on", Date, nullable=False, index=True),
    Column("ends_on", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("taught_as", SmallInteger),
    ref("bell_schedule_id", "bell_schedules", nullable=True),
    Column("grade_from", SmallInteger),
    Column("grade_to", SmallInteger),
    Column("shift", SmallInteger),
    ref("unit_id", "units", nullable=True),
    Column("order_number", Text),
    Column("order_date", Date),
)

bell_schedules = Table(
    "bell_schedules",
    metadata,
    key(),
    Column("name", Text, nullable=False, unique=True),
    Column("shift", SmallInteger, nullable=False, server_default="1"),
    Column("regular", Boolean, nullable=False),
)

bells = Table(
    "bells",
    metadata,
    key(),
    ref("schedule_id", "bell_schedules"),
    Column("slot", SmallInteger, nullable=False),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    UniqueConstraint("schedule_id", "slot"),
)

Index("ix_periods_dates", periods.c.starts_on, periods.c.ends_on)
