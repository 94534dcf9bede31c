"""Notices, the board, class events, documents and discussions."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, Time, UniqueConstraint

from storage.tables.base import Instant, Json, Key, key, metadata, ref

notices = Table(
    "notices",
    metadata,
    key(),
    ref("author_id", "people"),
    ref("account_id", "accounts"),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    # {"units": [...], "students": [...], "groups": ["guardians", "students", "staff"]}
    Column("audience", Json, nullable=False),
    Column("sign_off", Boolean, nullable=False),
    Column("on_board", Boolean, nullable=False, server_default="0"),
    Column("status", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("starts_on", Date),
    Column("expires_on", Date),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Key),
    Column("withdraw_reason", Text),
    # Where the author's living counter stands.
    Column("counter_message_id", Integer),
    Column("revision", Integer, nullable=False, server_default="0"),
    # Whether the author chose to pay for its going at once.
    Column("paid", Boolean, nullable=False, server_default="0"),
)

# Whom a sent notice is for: one row per family member or staff account, reachable or not.
notice_recipients = Table(
    "notice_recipients",
    metadata,
    key(),
    ref("notice_id", "notices"),
    ref("person_id", "people"),
    ref("student_id", "students", nullable=True),
    ref("account_id", "accounts", nullable=True),
    Column("status", Text, nullable=False),
    Column("sent_at", Instant),
    Column("signed_at", Instant),
    Column("answer", Text),
    UniqueConstraint("notice_id", "person_id", "student_id", "account_id"),
)
Index("ix_notice_recipients_account", notice_recipients.c.account_id, notice_recipients.c.notice_id)

class_events = Table(
    "class_events",
    metadata,
    key(),
    ref("unit_id", "units", nullable=True, index=True),
    Column("date", Date, nullable=False, index=True),
    Column("starts", Time),
    Column("title", Text, nullable=False),
    Column("place", Text),
    Column("responsible", Text),
    ref("author_id", "people"),
    Column("created_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    # When the class's guardians were asked whether they come: it is a meeting.
    Column("invited_at", Instant),
)

# Whether an adult comes to a meeting; the last word counts.
meeting_answers = Table(
    "meeting_answers",
    metadata,
    key(),
    ref("event_id", "class_events"),
    ref("person_id", "people"),
    Column("coming", Boolean, nullable=False),
    Column("answered_at", Instant, nullable=False),
    UniqueConstraint("event_id", "person_id"),
)

documents = Table(
    "documents",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text),
    Column("audience", Json, nullable=False),
    ref("author_id", "people"),
    Column("published_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)

discussions = Table(
    "discussions",
    metadata,
    key(),
    ref("author_id", "people"),
    Column("title", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
)

discussion_replies = Table(
    "discussion_replies",
    metadata,
    key(),
    ref("discussion_id", "discussions", index=True),
    ref("author_id", "people"),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Key),
)
