"""Set marks of periods: drafts, orders, closed pages of a year."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "result_orders",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("grade_from", sa.SmallInteger(), nullable=False),
        sa.Column("grade_to", sa.SmallInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("set_by", KEY, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_result_orders_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_orders")),
        sa.UniqueConstraint(
            "year_id",
            "kind",
            "grade_from",
            "grade_to",
            name=op.f("uq_result_orders_year_id_kind_grade_from_grade_to"),
        ),
    )
    op.create_table(
        "result_drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("chosen", JSON, nullable=False),
        sa.Column("saved", JSON, nullable=False),
        sa.Column("tell_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("posted", sa.Integer(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_result_drafts_author_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_result_drafts_subject_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_result_drafts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_drafts")),
        sa.UniqueConstraint(
            "unit_id",
            "subject_id",
            "assessment",
            "author_id",
            name=op.f("uq_result_drafts_unit_id_subject_id_assessment_author_id"),
        ),
    )
    with op.batch_alter_table("entry_requests", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unit_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("subject_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("assessment", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("student_id", KEY, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_entry_requests_unit_id"), "units", ["unit_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_entry_requests_subject_id"), "subjects", ["subject_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_entry_requests_student_id"), "students", ["student_id"], ["person_id"]
        )

    with op.batch_alter_table("page_closures", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.Text(), server_default="period", nullable=False))
        batch_op.alter_column("period_id", existing_type=sa.INTEGER(), nullable=True)

    with op.batch_alter_table("results", schema=None) as batch_op:
        batch_op.create_index(
            "uq_results_of_year",
            ["student_id", "subject_id", "year_id", "kind"],
            unique=True,
            sqlite_where=sa.text("period_id IS NULL"),
            postgresql_where=sa.text("period_id IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("results", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_results_of_year",
            sqlite_where=sa.text("period_id IS NULL"),
            postgresql_where=sa.text("period_id IS NULL"),
        )

    with op.batch_alter_table("page_closures", schema=None) as batch_op:
        batch_op.alter_column("period_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("kind")

    with op.batch_alter_table("entry_requests", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_entry_requests_student_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_entry_requests_subject_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_entry_requests_unit_id"), type_="foreignkey")
        batch_op.drop_column("student_id")
        batch_op.drop_column("assessment")
        batch_op.drop_column("subject_id")
        batch_op.drop_column("unit_id")

    op.drop_table("result_drafts")
    op.drop_table("result_orders")
