"""Accounts, codes, bindings, consents and the log of refusals."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from storage.tables.base import Instant, Json, Key, key, metadata, ref

accounts = Table(
    "accounts",
    metadata,
    key(),
    Column("platform", Text, nullable=False),
    Column("platform_id", Text, nullable=False),
    Column("locale", Text, nullable=False),
    # The hat a person with several roles wears now: a role, or "guardian".
    Column("hat", Text),
    # The child whose diary a guardian looks at now.
    ref("student_id", "students", nullable=True),
    Column("pin_hash", Text),
    Column("pin_confirmed_at", Instant),
    Column("blocked_at", Instant),
    Column("unreachable_at", Instant),
    Column("unreachable_reason", Text),
    Column("last_seen_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("quiet_from", Time),
    Column("quiet_to", Time),
    Column("weekly_day", SmallInteger),
    # When the evening card comes.
    Column("digest_at", Time),
    Column("privacy", Text, nullable=False, server_default="full"),
    Column("protect", Boolean, nullable=False, server_default="0"),
    Column("large", Boolean, nullable=False, server_default="0"),
    # A digest of the commands that were last listed in its chat.
    Column("commands", Text),
    UniqueConstraint("platform", "platform_id"),
)

codes = Table(
    "codes",
    metadata,
    key(),
    # A keyed hash: the code itself exists only on the slip.
    Column("hash", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    ref("person_id", "people", index=True),
    ref("student_id", "students", nullable=True, index=True),
    Column("capacity", Text),
    Column("capacity_expires_on", Date),
    Column("issued_by", Key),
    Column("issued_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("failures", SmallInteger, nullable=False, server_default="0"),
    Column("locked_at", Instant),
    Column("redeemed_at", Instant),
    ref("redeemed_by", "accounts", nullable=True),
    Column("revoked_at", Instant),
    Column("revoked_by", Key),
    Column("revoked_reason", Text),
)

bindings = Table(
    "bindings",
    metadata,
    key(),
    ref("account_id", "accounts", index=True),
    Column("kind", Text, nullable=False),
    ref("person_id", "people", index=True),
    ref("student_id", "students", nullable=True, index=True),
    Column("capacity", Text),
    Column("expires_on", Date),
    ref("code_id", "codes", nullable=True),
    Column("bound_at", Instant, nullable=False),
    # Marks, homework and absences older than this are history, never news.
    Column("news_since", Instant, nullable=False),
    # Marks entered later than this are new to the reader.
    Column("looked_at", Instant),
    Column("ended_at", Instant),
    Column("ended_reason", Text),
    Column("ended_by", Key),
)
Index(
    "uq_bindings_live",
    bindings.c.account_id,
    bindings.c.person_id,
    bindings.c.student_id,
    unique=True,
    sqlite_where=bindings.c.ended_at.is_(None),
    postgresql_where=bindings.c.ended_at.is_(None),
)

consents = Table(
    "consents",
    metadata,
    key(),
    ref("account_id", "accounts", index=True),
    ref("person_id", "people"),
    ref("student_id", "students", index=True),
    Column("kind", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Column("paper_received_at", Instant),
    Column("paper_received_by", Key),
)

# What happened to codes and bindings, kept for the receipt protocol.
access_events = Table(
    "access_events",
    metadata,
    key(),
    Column("at", Instant, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    ref("code_id", "codes", nullable=True),
    Column("account_id", Key),
    Column("actor_id", Key),
    ref("person_id", "people", nullable=True),
    ref("student_id", "students", nullable=True),
    Column("details", Json),
)

# Attempts at codes and birth dates: what the limits are counted from.
attempts = Table(
    "attempts",
    metadata,
    key(),
    ref("account_id", "accounts"),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("succeeded", Boolean, nullable=False),
)
Index("ix_attempts_account", attempts.c.account_id, attempts.c.kind, attempts.c.at)

refusals = Table(
    "refusals",
    metadata,
    key(),
    Column("at", Instant, nullable=False, index=True),
    ref("account_id", "accounts", nullable=True),
    Column("permission", Text, nullable=False),
    Column("object_kind", Text),
    Column("object_id", Key),
    Column("reason", Text, nullable=False),
)

# A typed answer that is awaited from an account: what for, and until when.
input_states = Table(
    "input_states",
    metadata,
    ref("account_id", "accounts", primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", Json, nullable=False),
    Column("message_id", Integer),
    Column("expires_at", Instant, nullable=False),
)
