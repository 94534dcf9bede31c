"""Control of journal keeping, help tickets, movement, archive and backup registers, portfolio."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, Table, Text

from storage.tables.base import Instant, Json, Key, key, metadata, ref

controls = Table(
    "controls",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    ref("unit_id", "units", nullable=True),
    Column("findings", Json),
    Column("conclusion", Text),
    Column("signed_by", Key),
    Column("signed_at", Instant),
    Column("due_on", Date),
    Column("published_at", Instant),
)

control_tasks = Table(
    "control_tasks",
    metadata,
    key(),
    Column("title", Text, nullable=False),
    Column("due_on", Date),
    ref("responsible_id", "people", nullable=True),
    Column("done_at", Instant),
)

tickets = Table(
    "tickets",
    metadata,
    key(),
    ref("account_id", "accounts", index=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("status", Text, nullable=False),
    Column("answer", Text),
    Column("answered_by", Key),
    Column("answered_at", Instant),
)

print_requests = Table(
    "print_requests",
    metadata,
    key(),
    Column("report", Text, nullable=False),
    Column("parameters", Json, nullable=False),
    Column("requested_by", Key, nullable=False),
    Column("requested_at", Instant, nullable=False),
    Column("status", Text, nullable=False),
    Column("done_by", Key),
    Column("done_at", Instant),
)

movement = Table(
    "movement",
    metadata,
    key(),
    ref("student_id", "students", index=True),
    Column("kind", Text, nullable=False),
    Column("date", Date, nullable=False, index=True),
    Column("order_number", Text),
    Column("order_date", Date),
    ref("from_unit_id", "units", nullable=True),
    ref("to_unit_id", "units", nullable=True),
    Column("place", Text),
    Column("entered_by", Key),
    Column("entered_at", Instant, nullable=False),
)

archives = Table(
    "archives",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    ref("year_id", "years"),
    ref("period_id", "periods", nullable=True),
    ref("unit_id", "units", nullable=True),
    Column("made_at", Instant, nullable=False),
    Column("made_by", Key),
    Column("digest", Text, nullable=False),
    Column("signature", Text),
    Column("size", BigInteger, nullable=False),
    Column("keep_until", Date, nullable=False),
)

archive_copies = Table(
    "archive_copies",
    metadata,
    key(),
    ref("archive_id", "archives", index=True),
    Column("medium", Text, nullable=False),
    Column("room", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("verified_at", Instant),
)

handovers = Table(
    "handovers",
    metadata,
    key(),
    Column("what", Text, nullable=False),
    ref("unit_id", "units", nullable=True),
    ref("from_person_id", "people"),
    ref("to_person_id", "people"),
    Column("at", Instant, nullable=False),
    Column("place", Text),
    Column("accepted_at", Instant),
)

backups = Table(
    "backups",
    metadata,
    key(),
    Column("made_at", Instant, nullable=False),
    Column("path", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("digest", Text, nullable=False),
    Column("removable", Boolean, nullable=False, server_default="0"),
    Column("verified_at", Instant),
)

portfolio = Table(
    "portfolio",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("title", Text, nullable=False),
    Column("url", Text),
    Column("added_at", Instant, nullable=False),
    Column("removed_at", Instant),
)

# A staged import: what was previewed, and the state of the data it was previewed against.
imports = Table(
    "imports",
    metadata,
    key(),
    Column("source", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("staged", Json, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("counts", Json, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("created_by", Key),
    Column("created_at", Instant, nullable=False),
    Column("applied_at", Instant),
)

# Append-only, chained per class; `digest` hashes a salted digest of the values, so that values can be
# erased on lawful request while the chain still verifies.
audit = Table(
    "audit",
    metadata,
    key(),
    Column("chain", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor_id", Key),
    Column("account_id", Key),
    Column("origin", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("object_kind", Text, nullable=False),
    Column("object_id", Key),
    Column("before", Json),
    Column("after", Json),
    Column("reason", Text),
    Column("salt", Text, nullable=False),
    Column("values_digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Index("uq_audit_chain_number", "chain", "number", unique=True),
    Index("ix_audit_object", "object_kind", "object_id"),
)

# What the heads of the chains were at some moment, sealed with a secret that is not in the database: whoever
# writes a chain anew, or cuts its end off, would have to forge the seal too.
audit_seals = Table(
    "audit_seals",
    metadata,
    key(),
    Column("at", Instant, nullable=False),
    # chain → [number, digest] of those that went on since the seal before.
    Column("heads", Json, nullable=False),
    Column("previous", Text, nullable=False),
    # Which secret it was sealed with: its fingerprint.
    Column("secret", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

# Entries that contradict each other, found by the checks; whoever answers for them mends one or says that it
# was so. `key` names the contradiction, so that what was set aside is never asked again.
contradictions = Table(
    "contradictions",
    metadata,
    key(),
    Column("key", Text, nullable=False, unique=True),
    Column("flaw", Text, nullable=False),
    ref("class_id", "units"),
    ref("student_id", "students", nullable=True),
    Column("date", Date, nullable=False),
    # The ids of the lessons in question, each between blanks.
    Column("lessons", Text, nullable=False),
    Column("object_id", Key),
    Column("found_at", Instant, nullable=False),
    # When it was last seen to stand no more.
    Column("gone_at", Instant),
    Column("aside_at", Instant),
    Column("aside_by", Key),
    Column("word", Text),
    Index("ix_contradictions_class", "class_id", "date"),
)
