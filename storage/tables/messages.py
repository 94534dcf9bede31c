"""Correspondence of families with the school: threads, how far they are read, messages, office hours."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, Time, UniqueConstraint

from storage.tables.base import Instant, Json, Key, key, metadata, ref

# One person of a family and one addressee of the school, about one child.
conversations = Table(
    "conversations",
    metadata,
    key(),
    ref("student_id", "students", index=True),
    # Who writes for the family: a guardian, or the student.
    ref("family_id", "people"),
    Column("office", Text, nullable=False),
    # Empty where the administration is written to: whoever is of it answers.
    ref("staff_id", "people", nullable=True),
    Column("created_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("closed_by", Key),
    Column("reported_at", Instant),
    Column("reported_by", Key),
    Column("decided_at", Instant),
    Column("decided_by", Key),
    Column("blocked_at", Instant),
    Column("blocked_by", Key),
)
Index("ix_conversations_family", conversations.c.family_id, conversations.c.last_at)
Index("ix_conversations_staff", conversations.c.staff_id, conversations.c.last_at)

# How far somebody has read; nobody else has a row.
conversation_members = Table(
    "conversation_members",
    metadata,
    key(),
    ref("conversation_id", "conversations"),
    ref("person_id", "people", index=True),
    Column("read_up_to", Key),
    UniqueConstraint("conversation_id", "person_id"),
)

messages = Table(
    "messages",
    metadata,
    key(),
    ref("conversation_id", "conversations"),
    ref("author_id", "people"),
    Column("from_family", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    # What it was written from: {"about": "h", "of": 17, "subject": "…", "day": "2026-10-14", "words": "№ 5"}
    Column("context", Json),
)
Index("ix_messages_conversation_id", messages.c.conversation_id, messages.c.id)
Index("ix_messages_author", messages.c.author_id, messages.c.sent_at)

# A colleague's own answers that are sent in one tap.
message_phrases = Table(
    "message_phrases",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("text", Text, nullable=False),
    Column("added_at", Instant, nullable=False),
)

# When a colleague is told of messages; who has no row keeps the hours of the school.
office_hours = Table(
    "office_hours",
    metadata,
    ref("person_id", "people", primary_key=True),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    # The last ISO weekday of the working week.
    Column("last_weekday", Integer, nullable=False),
)

# What is written of a class's letter of the month before it goes.
month_drafts = Table(
    "month_drafts",
    metadata,
    key(),
    ref("unit_id", "units"),
    # The first day of the month.
    Column("month", Date, nullable=False),
    # Words for everybody; none: the customary ones.
    Column("text", Text),
    # Students whose families are left out.
    Column("without", Json, nullable=False),
    # student → words for that family alone.
    Column("own", Json, nullable=False),
    UniqueConstraint("unit_id", "month"),
)
