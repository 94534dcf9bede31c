"""Keep who confirmed the list of a class, and the letter of a month before it goes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "list_confirmations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", KEY, nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_list_confirmations_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_confirmations")),
        sa.UniqueConstraint("unit_id", "due_on", name=op.f("uq_list_confirmations_unit_id_due_on")),
    )
    op.create_table(
        "list_flaws",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_by", KEY, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["reported_by"], ["people.id"], name=op.f("fk_list_flaws_reported_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_list_flaws_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_flaws")),
    )
    with op.batch_alter_table("list_flaws", schema=None) as batch_op:
        batch_op.create_index("ix_list_flaws_unit", ["unit_id", "settled_at"], unique=False)

    op.create_table(
        "month_drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("without", JSON, nullable=False),
        sa.Column("own", JSON, nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_month_drafts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_month_drafts")),
        sa.UniqueConstraint("unit_id", "month", name=op.f("uq_month_drafts_unit_id_month")),
    )


def downgrade() -> None:
    op.drop_table("month_drafts")
    with op.batch_alter_table("list_flaws", schema=None) as batch_op:
        batch_op.drop_index("ix_list_flaws_unit")

    op.drop_table("list_flaws")
    op.drop_table("list_confirmations")
