"""Keep what is written of the letter of the month before it goes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
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
