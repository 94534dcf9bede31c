"""Find the days of a second teacher by an index."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.create_index(
            "ix_lessons_second_teacher",
            ["second_teacher_id", "date"],
            unique=False,
            sqlite_where=sa.text("second_teacher_id IS NOT NULL"),
            postgresql_where=sa.text("second_teacher_id IS NOT NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_lessons_second_teacher",
            sqlite_where=sa.text("second_teacher_id IS NOT NULL"),
            postgresql_where=sa.text("second_teacher_id IS NOT NULL"),
        )
