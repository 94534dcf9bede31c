"""Hang materials on lessons, list places of entry, and keep what is said in words.."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "places",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_by", KEY, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
    )
    op.create_table(
        "remark_phrases",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_remark_phrases_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark_phrases")),
    )
    with op.batch_alter_table("remark_phrases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remark_phrases_person_id"), ["person_id"], unique=False)

    op.create_table(
        "materials",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_materials_author_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_materials_lesson_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_materials")),
    )
    with op.batch_alter_table("materials", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_materials_lesson_id"), ["lesson_id"], unique=False)

    op.create_table(
        "remarks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_remarks_author_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_remarks_lesson_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_remarks_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    with op.batch_alter_table("remarks", schema=None) as batch_op:
        batch_op.create_index("ix_remarks_lesson", ["lesson_id", "student_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_remarks_student_id"), ["student_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("remarks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remarks_student_id"))
        batch_op.drop_index("ix_remarks_lesson")

    op.drop_table("remarks")
    with op.batch_alter_table("materials", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_materials_lesson_id"))

    op.drop_table("materials")
    with op.batch_alter_table("remark_phrases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remark_phrases_person_id"))

    op.drop_table("remark_phrases")
    op.drop_table("places")
