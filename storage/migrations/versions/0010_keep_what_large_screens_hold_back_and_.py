"""Keep what large screens hold back and what commands a chat lists."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "folds",
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("buttons", JSON, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat", "key", name=op.f("pk_folds")),
    )
    with op.batch_alter_table("folds", schema=None) as batch_op:
        batch_op.create_index("ix_folds_kept_at", ["kept_at"], unique=False)

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("commands", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("commands")

    with op.batch_alter_table("folds", schema=None) as batch_op:
        batch_op.drop_index("ix_folds_kept_at")

    op.drop_table("folds")
