"""What flows through: updates in, events, messages out, subscriptions and job runs."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Instant, Json, Key, key, metadata, ref

# Raw updates, committed before they are confirmed to the messenger.
inbox = Table(
    "inbox",
    metadata,
    Column(
        "update_id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    ),
    Column("chat", Text, nullable=False),
    # What is the same when an update is re-sent under a new number, e.g. the id of the press.
    Column("key", Text, unique=True),
    Column("raw", Json, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    Column("error", Text),
    Column("settled_at", Instant),
)
Index(
    "ix_inbox_waiting",
    inbox.c.update_id,
    sqlite_where=inbox.c.state == "waiting",
    postgresql_where=inbox.c.state == "waiting",
)

# What happened, written in the transaction that made it happen; expanded into the outbox afterwards.
events = Table(
    "events",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("payload", Json, nullable=False),
    Column("at", Instant, nullable=False),
    # Nobody is told before this moment; a correction until then cancels, and a failed try moves it on.
    Column("hold_until", Instant, nullable=False),
    # Events about the same thing share a subject, e.g. "register:17": a newer one replaces a held older one.
    Column("subject", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("actor_account_id", Key),
    Column("settled_at", Instant),
    # How often it could not be expanded, and why.
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    Column("error", Text),
)
Index(
    "ix_events_waiting",
    events.c.hold_until,
    sqlite_where=events.c.state == "waiting",
    postgresql_where=events.c.state == "waiting",
)
Index(
    "ix_events_failed",
    events.c.at,
    sqlite_where=events.c.state == "failed",
    postgresql_where=events.c.state == "failed",
)
Index("ix_events_subject", events.c.subject)

outbox = Table(
    "outbox",
    metadata,
    key(),
    ref("account_id", "accounts"),
    ref("event_id", "events", nullable=True),
    # The child it is about: the binding is checked again when it is sent.
    ref("student_id", "students", nullable=True),
    Column("kind", Text, nullable=False),
    # Ids only: the text is made when it is sent.
    Column("payload", Json, nullable=False),
    Column("lane", SmallInteger, nullable=False),
    Column("dedup_key", Text, nullable=False, unique=True),
    # Messages of one thread edit each other instead of piling up.
    Column("thread", Text),
    # By which sender it goes; see `journal.model.channels`.
    Column("channel", Text, nullable=False, server_default="telegram"),
    # The channels that refused it for good before it came to this one; it goes on none of them again.
    Column("refused_by", Text, nullable=False, server_default=""),
    # How it may be joined with others for the same account into one message; see `notifications.grouping`.
    Column("grouping", Text, nullable=False, server_default="alone"),
    # When it was meant to go; retries and an unreachable account move `not_before` on, never this.
    Column("due_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("state", Text, nullable=False),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("lease_until", Instant),
    Column("leased_by", Text),
    Column("error", Text),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("message_id", Integer),
    # May go by paid broadcast, which the messenger takes money for.
    Column("paid", Boolean, nullable=False, server_default="0"),
)
Index(
    "ix_outbox_due",
    # A slow channel that lags behind costs the others no look at what waits for it.
    outbox.c.channel,
    outbox.c.paid,
    outbox.c.lane,
    outbox.c.not_before,
    outbox.c.id,
    sqlite_where=outbox.c.state == "waiting",
    postgresql_where=outbox.c.state == "waiting",
)
# What somebody may have to look at, and what arrived of late.
Index(
    "ix_outbox_lost",
    outbox.c.settled_at,
    sqlite_where=outbox.c.state.in_(["dead", "expired"]),
    postgresql_where=outbox.c.state.in_(["dead", "expired"]),
)
Index(
    "ix_outbox_sent",
    outbox.c.settled_at,
    sqlite_where=outbox.c.state == "sent",
    postgresql_where=outbox.c.state == "sent",
)
Index("ix_outbox_account", outbox.c.account_id, outbox.c.state)
# A notice counts what its event sent; events that nothing points at are forgotten.
Index("ix_outbox_event", outbox.c.event_id)
Index("ix_outbox_thread", outbox.c.account_id, outbox.c.thread)
Index("ix_outbox_message", outbox.c.account_id, outbox.c.message_id)
Index(
    "ix_outbox_leased",
    outbox.c.lease_until,
    sqlite_where=outbox.c.state == "leased",
    postgresql_where=outbox.c.state == "leased",
)

# The living message of a thread in an account's chat, e.g. of one child's absences of one day.
threads = Table(
    "threads",
    metadata,
    key(),
    ref("account_id", "accounts"),
    Column("thread", Text, nullable=False),
    # Empty where the account needed no message, e.g. because it gave the reason itself.
    Column("message_id", Integer),
    # Where that message stands.
    Column("channel", Text, nullable=False, server_default="telegram"),
    # What the account was told: the next message of the thread says only what differs.
    Column("told", Json, nullable=False),
    Column("told_at", Instant, nullable=False),
    UniqueConstraint("account_id", "thread"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    key(),
    ref("account_id", "accounts"),
    ref("student_id", "students"),
    Column("kind", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("account_id", "student_id", "kind"),
)

job_runs = Table(
    "job_runs",
    metadata,
    key(),
    Column("job", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("result", Text),
    UniqueConstraint("job", "due_at"),
)
