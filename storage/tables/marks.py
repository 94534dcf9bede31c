"""Works, marks with their revisions, and results of periods, years and exams."""

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

from storage.tables.base import Instant, Json, Key, key, metadata, ref

works = Table(
    "works",
    metadata,
    key(),
    ref("lesson_id", "lessons", nullable=True, index=True),
    ref("unit_id", "units"),
    ref("subject_id", "subjects"),
    Column("date", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("weight", Numeric(4, 2), nullable=False, server_default="1"),
    ref("teacher_id", "people"),
    Column("created_at", Instant, nullable=False),
    # A collected work is being checked until its checking is finished.
    Column("collected_at", Instant),
    Column("checked_at", Instant),
    Column("due_on", Date),
    # How often marks of this work were saved or taken back.
    Column("revision", Integer, nullable=False, server_default="0"),
)
Index("ix_works_page", works.c.unit_id, works.c.subject_id, works.c.date)

marks = Table(
    "marks",
    metadata,
    key(),
    ref("work_id", "works"),
    ref("student_id", "students"),
    # Several marks for one work: 4/3 stands at places 1 and 2.
    Column("place", SmallInteger, nullable=False, server_default="1"),
    Column("value", Text, nullable=False),
    Column("comment", Text),
    # Copied from the work, so that a diary reads one index.
    Column("date", Date, nullable=False),
    ref("subject_id", "subjects"),
    ref("author_id", "people"),
    Column("entered_at", Instant, nullable=False),
    Column("late", Boolean, nullable=False, server_default="0"),
    Column("retake_until", Date),
    Column("withdrawn_at", Instant),
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("work_id", "student_id", "place"),
)
Index("ix_marks_diary", marks.c.student_id, marks.c.date)
# What is new to a reader, among all the marks of a child's years.
Index("ix_marks_new", marks.c.student_id, marks.c.entered_at)
Index("ix_marks_subject", marks.c.student_id, marks.c.subject_id, marks.c.date)

mark_revisions = Table(
    "mark_revisions",
    metadata,
    key(),
    ref("mark_id", "marks", index=True),
    Column("revision", Integer, nullable=False),
    Column("value_before", Text),
    Column("value_after", Text),
    Column("author_id", Key, nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text),
    UniqueConstraint("mark_id", "revision"),
)

results = Table(
    "results",
    metadata,
    key(),
    ref("student_id", "students"),
    ref("subject_id", "subjects"),
    ref("unit_id", "units"),
    ref("year_id", "years"),
    # Set for a period's mark; empty for the year, the exam and the final mark.
    ref("period_id", "periods", nullable=True),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("author_id", Key, nullable=False),
    Column("entered_at", Instant, nullable=False),
    Column("reason", Text),
    Column("allowed_by", Key),
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("student_id", "subject_id", "year_id", "kind", "period_id"),
)
Index("ix_results_unit", results.c.unit_id, results.c.subject_id)
# NULL equals nothing, so the constraint above says nothing of marks of a year.
Index(
    "uq_results_of_year",
    results.c.student_id,
    results.c.subject_id,
    results.c.year_id,
    results.c.kind,
    unique=True,
    sqlite_where=results.c.period_id.is_(None),
    postgresql_where=results.c.period_id.is_(None),
)

# The order that names the last day of the year's, exams' or final marks; that of a period stands with it.
result_orders = Table(
    "result_orders",
    metadata,
    key(),
    ref("year_id", "years"),
    Column("kind", Text, nullable=False),
    Column("grade_from", SmallInteger, nullable=False),
    Column("grade_to", SmallInteger, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("order_number", Text),
    Column("set_by", Key, nullable=False),
    Column("set_at", Instant, nullable=False),
    UniqueConstraint("year_id", "kind", "grade_from", "grade_to"),
)

# Marks of a period before Save: one draft per page, assessment (`period:3`, `year`) and author.
result_drafts = Table(
    "result_drafts",
    metadata,
    key(),
    ref("unit_id", "units"),
    ref("subject_id", "subjects"),
    Column("assessment", Text, nullable=False),
    ref("author_id", "people"),
    # student id → [value, reason, the set value it corrects].
    Column("chosen", Json, nullable=False),
    # What the last Save set, for taking it back: ids of results.
    Column("saved", Json, nullable=False),
    Column("tell_at", Instant),
    Column("posted", Integer, nullable=False, server_default="0"),
    Column("revision", Integer, nullable=False),
    Column("updated_at", Instant, nullable=False),
    UniqueConstraint("unit_id", "subject_id", "assessment", "author_id"),
)

# A subject's page of a period, closed to the teacher once the period mark is set; or of the year, an exam.
page_closures = Table(
    "page_closures",
    metadata,
    key(),
    ref("unit_id", "units"),
    ref("subject_id", "subjects"),
    Column("kind", Text, nullable=False, server_default="period"),
    ref("period_id", "periods", nullable=True),
    Column("closed_by", Key, nullable=False),
    Column("closed_at", Instant, nullable=False),
    Column("reopened_by", Key),
    Column("reopened_at", Instant),
    Column("reopen_reason", Text),
    Index("ix_page_closures_page", "unit_id", "subject_id", "period_id"),
)

# A way on where the regulation refuses: ask the deputy head, who decides, and it is recorded.
entry_requests = Table(
    "entry_requests",
    metadata,
    key(),
    ref("lesson_id", "lessons", nullable=True),
    ref("work_id", "works", nullable=True),
    # Of a period's marks: the page and its assessment (`period:3`, `year`), and the student it is about.
    ref("unit_id", "units", nullable=True),
    ref("subject_id", "subjects", nullable=True),
    Column("assessment", Text),
    ref("student_id", "students", nullable=True),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("requested_by", Key, nullable=False),
    Column("requested_at", Instant, nullable=False),
    Column("status", Text, nullable=False),
    Column("decided_by", Key),
    Column("decided_at", Instant),
    # A word of the deputy head's with it.
    Column("answer", Text),
    Column("open_until", Instant),
)

# Draft of painted marks before Save: one per author and lesson.
mark_drafts = Table(
    "mark_drafts",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("author_id", "people"),
    ref("work_id", "works", nullable=True),
    Column("work_kind", Text, nullable=False),
    Column("brush", Text),
    # student id → [values in the order given, revision of that tap].
    Column("painted", Json, nullable=False),
    Column("comment", Text),
    # Typed names that may be several students; student id → how it was typed to stand in the register.
    Column("doubts", Json, nullable=False),
    Column("absent", Json, nullable=False),
    # What the last Save posted, for taking it back.
    Column("saved", Json),
    Column("posted", Integer, nullable=False, server_default="0"),
    Column("revision", Integer, nullable=False),
    Column("updated_at", Instant, nullable=False),
    UniqueConstraint("lesson_id", "author_id"),
)
