"""People, their roles, journal units and who belongs to them when."""

from sqlalchemy import Boolean, Column, Date, Index, SmallInteger, Table, Text, UniqueConstraint

from storage.tables.base import Instant, Json, Key, key, metadata, outside, ref

people = Table(
    "people",
    metadata,
    key(),
    Column("last_name", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("middle_name", Text, nullable=False, server_default=""),
    Column("birth_date", Date),
    Column("sex", Text),
    # SQLite folds no Cyrillic case, so names are searched in this folded copy.
    Column("search_name", Text, nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    *outside(),
    UniqueConstraint("source", "external_id"),
)

students = Table(
    "students",
    metadata,
    ref("person_id", "people", primary_key=True),
    # Results are printed for the family: it refused the service or has no internet.
    Column("offline", Boolean, nullable=False, server_default="0"),
    Column("offline_reason", Text),
    Column("left_on", Date),
)

guardianships = Table(
    "guardianships",
    metadata,
    key(),
    ref("guardian_id", "people", index=True),
    ref("student_id", "students", index=True),
    Column("capacity", Text, nullable=False),
    Column("relation", Text),
    Column("document", Text),
    Column("expires_on", Date),
    Column("ended_on", Date),
    # The written refusal of the diary: nothing is sent to this adult.
    Column("refused_on", Date),
    UniqueConstraint("guardian_id", "student_id"),
)

contacts = Table(
    "contacts",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("confirmed_at", Instant),
)

role_assignments = Table(
    "role_assignments",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("role", Text, nullable=False),
    # The class of a class teacher; empty for roles of the whole school.
    ref("unit_id", "units", nullable=True, index=True),
    Column("order_number", Text),
    Column("order_date", Date),
    Column("since", Date, nullable=False),
    Column("until", Date),
    *outside(),
)

# Journal units: classes, college groups, subgroups and students with an individual plan.
units = Table(
    "units",
    metadata,
    key(),
    ref("year_id", "years", index=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("grade", SmallInteger, nullable=False),
    Column("shift", SmallInteger, nullable=False, server_default="1"),
    # A subgroup's or an individual plan's class.
    ref("parent_id", "units", nullable=True, index=True),
    ref("subject_id", "subjects", nullable=True),
    Column("closed_on", Date),
    *outside(),
    UniqueConstraint("year_id", "name", "parent_id", "subject_id"),
    UniqueConstraint("source", "external_id"),
)

enrolments = Table(
    "enrolments",
    metadata,
    key(),
    ref("student_id", "students", index=True),
    ref("unit_id", "units"),
    Column("since", Date, nullable=False),
    # The first day the student no longer belongs to the unit.
    Column("until", Date),
    Column("order_number", Text),
)
Index("ix_enrolments_unit", enrolments.c.unit_id, enrolments.c.student_id)

profile_changes = Table(
    "profile_changes",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    # The child whose class teacher decides.
    ref("student_id", "students", nullable=True, index=True),
    # The account that asked.
    Column("requested_by", Key, nullable=False),
    Column("requested_at", Instant, nullable=False),
    Column("changes", Json, nullable=False),
    Column("status", Text, nullable=False),
    Column("decided_by", Key),
    Column("decided_at", Instant),
    Column("comment", Text),
)

subgroup_proposals = Table(
    "subgroup_proposals",
    metadata,
    key(),
    ref("unit_id", "units"),
    Column("proposed_by", Key, nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("members", Json, nullable=False),
    Column("status", Text, nullable=False),
    Column("applied_by", Key),
    Column("applied_at", Instant),
)
