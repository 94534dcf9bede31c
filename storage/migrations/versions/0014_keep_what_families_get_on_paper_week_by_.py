"""Keep what families get on paper week by week."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "printouts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("week_starts_on", sa.Date(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handed_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_printouts_student_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_printouts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printouts")),
        sa.UniqueConstraint(
            "student_id", "week_starts_on", name=op.f("uq_printouts_student_id_week_starts_on")
        ),
    )
    with op.batch_alter_table("printouts", schema=None) as batch_op:
        batch_op.create_index("ix_printouts_unit", ["unit_id", "week_starts_on"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("printouts", schema=None) as batch_op:
        batch_op.drop_index("ix_printouts_unit")

    op.drop_table("printouts")
