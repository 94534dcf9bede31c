"""Registers: the fact that one was taken, the exceptions in it, drafts, and families' notes."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, SmallInteger, Table, Text, UniqueConstraint

from storage.tables.base import Instant, Json, Key, key, metadata, ref

# One row says that a register was taken and freezes who was expected: later transfers never rewrite the past.
registers = Table(
    "registers",
    metadata,
    ref("lesson_id", "lessons", primary_key=True),
    Column("expected", Json, nullable=False),
    Column("taken_by", Key, nullable=False),
    Column("taken_at", Instant, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("late", Boolean, nullable=False, server_default="0"),
    # Families hear of this register not before; until then it may be undone quietly.
    Column("tell_at", Instant),
    # student id → how the student stood before the last Save, to take it back; empty after the first.
    Column("before", Json),
)

# Only those who were not simply present.
attendance = Table(
    "attendance",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("student_id", "students"),
    # Copied from the lesson, so that a student's days are read from one index.
    Column("date", Date, nullable=False),
    Column("slot", SmallInteger, nullable=False),
    Column("status", Text, nullable=False),
    Column("minutes", SmallInteger),
    Column("reason", Text),
    Column("reason_note", Text),
    Column("reason_by", Key),
    Column("reason_at", Instant),
    ref("note_id", "absence_notes", nullable=True),
    Column("entered_by", Key, nullable=False),
    Column("entered_at", Instant, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("lesson_id", "student_id"),
)
Index("ix_attendance_student", attendance.c.student_id, attendance.c.date)
Index("ix_attendance_date", attendance.c.date)

# The taps before Save, shared by everyone who keeps this lesson.
register_drafts = Table(
    "register_drafts",
    metadata,
    ref("lesson_id", "lessons", primary_key=True),
    # student id → [status, revision of that tap]; students not named are as posted or proposed.
    Column("statuses", Json, nullable=False),
    Column("revision", Integer, nullable=False),
    # Taps up to this revision are posted.
    Column("settled", Integer, nullable=False, server_default="0"),
    # How often the register was posted or taken back: what a Save button is drawn for.
    Column("posted", Integer, nullable=False, server_default="0"),
    Column("updated_by", Key, nullable=False),
    Column("updated_at", Instant, nullable=False),
)

absence_notes = Table(
    "absence_notes",
    metadata,
    key(),
    ref("student_id", "students"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("from_slot", SmallInteger),
    Column("to_slot", SmallInteger),
    Column("reason", Text, nullable=False),
    Column("comment", Text),
    # Whether a certificate exists or is promised; never the certificate itself (health data).
    Column("certificate", Text),
    Column("status", Text, nullable=False),
    ref("account_id", "accounts"),
    Column("created_at", Instant, nullable=False),
    Column("decided_by", Key),
    Column("decided_at", Instant),
    Column("decision_comment", Text),
    Column("revision", Integer, nullable=False, server_default="0"),
)
Index("ix_absence_notes_student", absence_notes.c.student_id, absence_notes.c.starts_on)

# Dated statuses of a student: at home, exempt from sport, by order, let go at an hour.
student_statuses = Table(
    "student_statuses",
    metadata,
    key(),
    ref("student_id", "students", index=True),
    Column("kind", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("from_slot", SmallInteger),
    ref("subject_id", "subjects", nullable=True),
    Column("note", Text),
    Column("entered_by", Key, nullable=False),
    Column("entered_at", Instant, nullable=False),
)
