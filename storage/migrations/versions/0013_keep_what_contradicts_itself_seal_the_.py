"""Keep what contradicts itself, seal the audit and let nobody change it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

# An erasing empties the values of an entry and touches nothing else of it.
ERASED = (
    'NEW."before" IS NULL AND NEW."after" IS NULL AND NEW."reason" IS NULL AND NEW.salt = \'\' AND '
    + " AND ".join(
        f'NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"'
        for name in (
            "id",
            "chain",
            "number",
            "at",
            "actor_id",
            "account_id",
            "origin",
            "action",
            "object_kind",
            "object_id",
            "values_digest",
            "previous",
            "digest",
        )
    )
)
GUARDS = {
    "sqlite": (
        f"""CREATE TRIGGER audit_keeps_its_entries BEFORE UPDATE ON audit WHEN NOT ({ERASED})
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END""",
        """CREATE TRIGGER audit_loses_no_entry BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$""",
        f"""CREATE TRIGGER audit_keeps_its_entries BEFORE UPDATE ON audit FOR EACH ROW WHEN (NOT ({ERASED}))
        EXECUTE FUNCTION refuse_to_change_the_audit()""",
        """CREATE TRIGGER audit_loses_no_entry BEFORE DELETE OR TRUNCATE ON audit FOR EACH STATEMENT
        EXECUTE FUNCTION refuse_to_change_the_audit()""",
    ),
}
NO_GUARDS = {
    "sqlite": ("DROP TRIGGER audit_keeps_its_entries", "DROP TRIGGER audit_loses_no_entry"),
    "postgresql": ("DROP FUNCTION refuse_to_change_the_audit CASCADE",),
}


def upgrade() -> None:
    op.create_table(
        "audit_seals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heads", JSON, nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
    )
    op.create_table(
        "contradictions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("flaw", sa.Text(), nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("lessons", sa.Text(), nullable=False),
        sa.Column("object_id", KEY, nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aside_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aside_by", KEY, nullable=True),
        sa.Column("word", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["units.id"], name=op.f("fk_contradictions_class_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_contradictions_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contradictions")),
        sa.UniqueConstraint("key", name=op.f("uq_contradictions_key")),
    )
    with op.batch_alter_table("contradictions", schema=None) as batch_op:
        batch_op.create_index("ix_contradictions_class", ["class_id", "date"], unique=False)
    for statement in GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    for statement in NO_GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)
    with op.batch_alter_table("contradictions", schema=None) as batch_op:
        batch_op.drop_index("ix_contradictions_class")

    op.drop_table("contradictions")
    op.drop_table("audit_seals")
