"""What a teacher says of a student at a lesson in words, never in marks, and the phrases kept for it."""

from sqlalchemy import Column, Index, Integer, Table, Text

from storage.tables.base import Instant, key, metadata, ref

remarks = Table(
    "remarks",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("student_id", "students", index=True),
    # How the student does, a remark, or thanks.
    Column("kind", Text, nullable=False),
    # A customary phrase by its name, or the teacher's own words.
    Column("said", Text, nullable=False),
    ref("author_id", "people"),
    Column("written_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Column("revision", Integer, nullable=False, server_default="0"),
)
Index("ix_remarks_lesson", remarks.c.lesson_id, remarks.c.student_id)

# A teacher's own phrases; a customary one that is not wanted stands here too, as hidden.
remark_phrases = Table(
    "remark_phrases",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("kind", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("hidden_at", Instant),
    Column("added_at", Instant, nullable=False),
)
