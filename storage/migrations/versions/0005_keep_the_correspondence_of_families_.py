"""Keep the correspondence of families with the school."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "message_phrases",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_message_phrases_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_phrases")),
    )
    with op.batch_alter_table("message_phrases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_phrases_person_id"), ["person_id"], unique=False)

    op.create_table(
        "office_hours",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("last_weekday", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_office_hours_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_office_hours")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("family_id", KEY, nullable=False))
        batch_op.add_column(sa.Column("office", sa.Text(), nullable=False))
        batch_op.add_column(sa.Column("staff_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("last_at", sa.DateTime(timezone=True), nullable=False))
        batch_op.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_by", KEY, nullable=True))
        batch_op.add_column(sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reported_by", KEY, nullable=True))
        batch_op.add_column(sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("decided_by", KEY, nullable=True))
        batch_op.alter_column("student_id", existing_type=KEY, nullable=False)
        batch_op.create_index("ix_conversations_family", ["family_id", "last_at"], unique=False)
        batch_op.create_index("ix_conversations_staff", ["staff_id", "last_at"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_conversations_family_id"), "people", ["family_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_conversations_staff_id"), "people", ["staff_id"], ["id"])
        batch_op.drop_column("topic")

    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("from_family", sa.Boolean(), nullable=False))
        batch_op.add_column(sa.Column("context", JSON, nullable=True))
        batch_op.drop_index(batch_op.f("ix_messages_conversation_id"))
        batch_op.create_index("ix_messages_conversation_id", ["conversation_id", "id"], unique=False)
        batch_op.create_index("ix_messages_author", ["author_id", "sent_at"], unique=False)
        batch_op.drop_column("withdrawn_at")
        batch_op.drop_column("reported_by")
        batch_op.drop_column("reported_at")


def downgrade() -> None:
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reported_by", KEY, nullable=True))
        batch_op.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_index("ix_messages_author")
        batch_op.drop_index("ix_messages_conversation_id")
        batch_op.create_index(batch_op.f("ix_messages_conversation_id"), ["conversation_id"], unique=False)
        batch_op.drop_column("context")
        batch_op.drop_column("from_family")

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("topic", sa.Text(), nullable=True))
        batch_op.drop_constraint(batch_op.f("fk_conversations_staff_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_conversations_family_id"), type_="foreignkey")
        batch_op.drop_index("ix_conversations_staff")
        batch_op.drop_index("ix_conversations_family")
        batch_op.alter_column("student_id", existing_type=KEY, nullable=True)
        batch_op.drop_column("decided_by")
        batch_op.drop_column("decided_at")
        batch_op.drop_column("reported_by")
        batch_op.drop_column("reported_at")
        batch_op.drop_column("closed_by")
        batch_op.drop_column("closed_at")
        batch_op.drop_column("last_at")
        batch_op.drop_column("staff_id")
        batch_op.drop_column("office")
        batch_op.drop_column("family_id")

    op.drop_table("office_hours")
    with op.batch_alter_table("message_phrases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_phrases_person_id"))

    op.drop_table("message_phrases")
