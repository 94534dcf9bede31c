"""Share what a bot may send among its senders."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "allowances",
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("standing", JSON, nullable=False),
        sa.PrimaryKeyConstraint("bot", "paid", name=op.f("pk_allowances")),
    )


def downgrade() -> None:
    op.drop_table("allowances")
