"""Lessons as they are given, their homework and attachments, and lesson plans."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, SmallInteger, Table, Text, UniqueConstraint

from storage.tables.base import Instant, Json, Key, key, metadata, outside, ref

# A lesson is (journal unit, subject, date, slot); its school date is stored, its instants are UTC.
lessons = Table(
    "lessons",
    metadata,
    key(),
    ref("unit_id", "units"),
    ref("subject_id", "subjects"),
    Column("date", Date, nullable=False),
    Column("slot", SmallInteger, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    ref("teacher_id", "people", nullable=True),
    ref("second_teacher_id", "people", nullable=True),
    ref("substitute_id", "people", nullable=True),
    Column("substituted_at", Instant),
    ref("room_id", "rooms", nullable=True),
    Column("status", Text, nullable=False, server_default="planned"),
    Column("cancel_reason", Text),
    # The cancelled lesson of another subject in whose place this one is given.
    Column("instead_of_id", Key),
    Column("topic", Text),
    ref("plan_row_id", "plan_rows", nullable=True),
    Column("topic_at", Instant),
    Column("tasks", Text),
    Column("task_type", Text),
    Column("place", Text),
    Column("late", Boolean, nullable=False, server_default="0"),
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("unit_id", "subject_id", "date", "slot"),
)
Index("ix_lessons_teacher", lessons.c.teacher_id, lessons.c.date)
Index(
    "ix_lessons_second_teacher",
    lessons.c.second_teacher_id,
    lessons.c.date,
    sqlite_where=lessons.c.second_teacher_id.is_not(None),
    postgresql_where=lessons.c.second_teacher_id.is_not(None),
)
Index("ix_lessons_substitute", lessons.c.substitute_id, lessons.c.date)
Index("ix_lessons_unit", lessons.c.unit_id, lessons.c.date, lessons.c.slot)
Index("ix_lessons_date", lessons.c.date)

# Homework belongs to the lesson it is due for; `given_lesson_id` is the lesson it was set at.
homework = Table(
    "homework",
    metadata,
    key(),
    ref("lesson_id", "lessons", index=True),
    ref("given_lesson_id", "lessons", nullable=True, index=True),
    Column("text", Text, nullable=False),
    # What to bring: a uniform, paints.
    Column("bring", Text),
    # "No homework" is an answer too, and stops the reminder.
    Column("no_work", Boolean, nullable=False, server_default="0"),
    ref("author_id", "people"),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Column("late", Boolean, nullable=False, server_default="0"),
    Column("revision", Integer, nullable=False, server_default="0"),
)

# Homework being written: one draft a lesson and author; `units` are the parallel classes that get the same.
homework_drafts = Table(
    "homework_drafts",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("author_id", "people"),
    Column("text", Text, nullable=False),
    Column("bring", Text, nullable=False),
    Column("attachments", Json, nullable=False),
    ref("due_lesson_id", "lessons", nullable=True),
    Column("units", Json, nullable=False),
    # The homeworks of the last Save, for taking it back.
    Column("saved", Json, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("updated_at", Instant, nullable=False),
    UniqueConstraint("lesson_id", "author_id"),
)

# What a teacher made or found for a lesson: a course, a test, a link or a file (S3 §4.5-R2).
materials = Table(
    "materials",
    metadata,
    key(),
    ref("lesson_id", "lessons", index=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    # Either an address or a file, which hangs on it as an attachment.
    Column("url", Text),
    ref("author_id", "people"),
    Column("added_at", Instant, nullable=False),
    Column("removed_at", Instant),
)

# Where lessons may be entered, as the deputy head lists it (S3 §4.2-D5); a lesson keeps the name.
places = Table(
    "places",
    metadata,
    key(),
    Column("name", Text, nullable=False),
    Column("added_by", Key, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("removed_at", Instant),
)

homework_done = Table(
    "homework_done",
    metadata,
    key(),
    ref("homework_id", "homework"),
    ref("student_id", "students", index=True),
    ref("account_id", "accounts"),
    Column("done_at", Instant, nullable=False),
    UniqueConstraint("homework_id", "student_id"),
)

attachments = Table(
    "attachments",
    metadata,
    key(),
    Column("owner_kind", Text, nullable=False),
    Column("owner_id", Key, nullable=False),
    Column("kind", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text),
    Column("size", Integer),
    Column("url", Text),
    Column("added_at", Instant, nullable=False),
)
Index("ix_attachments_owner", attachments.c.owner_kind, attachments.c.owner_id)

plans = Table(
    "plans",
    metadata,
    key(),
    ref("year_id", "years"),
    ref("subject_id", "subjects"),
    ref("unit_id", "units", index=True),
    ref("author_id", "people", nullable=True),
    Column("loaded_at", Instant, nullable=False),
    Column("hours", Integer, nullable=False),
    *outside(),
    UniqueConstraint("year_id", "subject_id", "unit_id"),
)

plan_rows = Table(
    "plan_rows",
    metadata,
    key(),
    ref("plan_id", "plans"),
    Column("number", SmallInteger, nullable=False),
    Column("section", Text, nullable=False, server_default=""),
    Column("topic", Text, nullable=False),
    Column("hours", SmallInteger, nullable=False, server_default="1"),
    Column("planned_on", Date),
    Column("homework", Text),
    # The kind of the control work this row plans, if it does.
    Column("work_kind", Text),
    # Beside being given, a topic may be skipped, or joined to the one before it.
    Column("state", Text, nullable=False, server_default="planned"),
    UniqueConstraint("plan_id", "number"),
)
