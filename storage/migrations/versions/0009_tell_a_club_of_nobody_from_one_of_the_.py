"""Tell a club of nobody from one of the whole class: NULL is the whole class, an empty list nobody."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("clubs", schema=None) as batch_op:
        batch_op.alter_column("students", existing_type=JSON, nullable=True)
    op.execute("UPDATE clubs SET students = NULL WHERE CAST(students AS TEXT) = '[]'")


def downgrade() -> None:
    # What nobody attends cannot be said before this step: it would have become the whole class's.
    op.execute("UPDATE clubs SET ended_at = created_at WHERE CAST(students AS TEXT) = '[]'")
    op.execute("UPDATE clubs SET students = '[]' WHERE students IS NULL")
    with op.batch_alter_table("clubs", schema=None) as batch_op:
        batch_op.alter_column("students", existing_type=JSON, nullable=False)
