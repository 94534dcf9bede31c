"""Note who refused the diary, and whose class teacher decides on changed data."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("guardianships", schema=None) as batch_op:
        batch_op.add_column(sa.Column("refused_on", sa.Date(), nullable=True))

    with op.batch_alter_table("profile_changes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("student_id", KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_profile_changes_student_id"), ["student_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_profile_changes_student_id"), "students", ["student_id"], ["person_id"]
        )

    with op.batch_alter_table("students", schema=None) as batch_op:
        batch_op.drop_column("service_refused_on")


def downgrade() -> None:
    with op.batch_alter_table("students", schema=None) as batch_op:
        batch_op.add_column(sa.Column("service_refused_on", sa.DATE(), nullable=True))

    with op.batch_alter_table("profile_changes", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_profile_changes_student_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_profile_changes_student_id"))
        batch_op.drop_column("student_id")

    with op.batch_alter_table("guardianships", schema=None) as batch_op:
        batch_op.drop_column("refused_on")
