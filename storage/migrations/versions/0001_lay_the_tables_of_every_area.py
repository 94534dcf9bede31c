"""Lay the tables of every area."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", KEY, nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    with op.batch_alter_table("attachments", schema=None) as batch_op:
        batch_op.create_index("ix_attachments_owner", ["owner_kind", "owner_id"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", KEY, nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", KEY, nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("object_kind", sa.Text(), nullable=False),
        sa.Column("object_id", KEY, nullable=True),
        sa.Column("before", JSON, nullable=True),
        sa.Column("after", JSON, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("values_digest", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_object", ["object_kind", "object_id"], unique=False)
        batch_op.create_index("uq_audit_chain_number", ["chain", "number"], unique=True)

    op.create_table(
        "backups",
        sa.Column("id", KEY, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("removable", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backups")),
    )
    op.create_table(
        "bell_schedules",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shift", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("regular", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bell_schedules")),
        sa.UniqueConstraint("name", name=op.f("uq_bell_schedules_name")),
    )
    op.create_table(
        "events",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hold_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("actor_account_id", KEY, nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index("ix_events_subject", ["subject"], unique=False)
        batch_op.create_index(
            "ix_events_waiting",
            ["hold_until"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "imports",
        sa.Column("id", KEY, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("staged", JSON, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("counts", JSON, nullable=False),
        sa.Column("problems", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created_by", KEY, nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_table(
        "inbox",
        sa.Column(
            "update_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("raw", JSON, nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("key", name=op.f("uq_inbox_key")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_inbox_waiting",
            ["update_id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "job_runs",
        sa.Column("id", KEY, nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_runs")),
        sa.UniqueConstraint("job", "due_at", name=op.f("uq_job_runs_job_due_at")),
    )
    op.create_table(
        "people",
        sa.Column("id", KEY, nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("middle_name", sa.Text(), server_default="", nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("search_name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("source", "external_id", name=op.f("uq_people_source_external_id")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_search_name"), ["search_name"], unique=False)

    op.create_table(
        "print_requests",
        sa.Column("id", KEY, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("parameters", JSON, nullable=False),
        sa.Column("requested_by", KEY, nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("done_by", KEY, nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_requests")),
    )
    op.create_table(
        "rooms",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooms")),
        sa.UniqueConstraint("source", "external_id", name=op.f("uq_rooms_source_external_id")),
    )
    op.create_table(
        "school",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("founder", sa.Text(), nullable=False),
        sa.Column("support_contact", sa.Text(), nullable=True),
        sa.Column("regulation", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_school_one_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
    )
    op.create_table(
        "subjects",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("search_name", sa.Text(), nullable=False),
        sa.Column("markless", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subjects")),
        sa.UniqueConstraint("source", "external_id", name=op.f("uq_subjects_source_external_id")),
    )
    with op.batch_alter_table("subjects", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subjects_search_name"), ["search_name"], unique=False)

    op.create_table(
        "timetable_changes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("requested_by", KEY, nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timetable_changes")),
    )
    op.create_table(
        "years",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_years")),
        sa.UniqueConstraint("name", name=op.f("uq_years_name")),
    )
    op.create_table(
        "bells",
        sa.Column("id", KEY, nullable=False),
        sa.Column("schedule_id", KEY, nullable=False),
        sa.Column("slot", sa.SmallInteger(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.ForeignKeyConstraint(["schedule_id"], ["bell_schedules.id"], name=op.f("fk_bells_schedule_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bells")),
        sa.UniqueConstraint("schedule_id", "slot", name=op.f("uq_bells_schedule_id_slot")),
    )
    op.create_table(
        "contacts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contacts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_person_id"), ["person_id"], unique=False)

    op.create_table(
        "control_tasks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("responsible_id", KEY, nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["people.id"], name=op.f("fk_control_tasks_responsible_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control_tasks")),
    )
    op.create_table(
        "curriculum",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("grade", sa.SmallInteger(), nullable=False),
        sa.Column("hours_year", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_curriculum_subject_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_curriculum_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_curriculum")),
        sa.UniqueConstraint(
            "year_id", "subject_id", "grade", name=op.f("uq_curriculum_year_id_subject_id_grade")
        ),
    )
    op.create_table(
        "discussions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_discussions_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussions")),
    )
    op.create_table(
        "documents",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("audience", JSON, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_documents_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_table(
        "periods",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("grade_from", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("grade_to", sa.SmallInteger(), server_default="11", nullable=False),
        sa.Column("marks_due_on", sa.Date(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_periods_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_periods")),
        sa.UniqueConstraint(
            "year_id", "kind", "number", "grade_from", name=op.f("uq_periods_year_id_kind_number_grade_from")
        ),
    )
    with op.batch_alter_table("periods", schema=None) as batch_op:
        batch_op.create_index("ix_periods_dates", ["starts_on", "ends_on"], unique=False)

    op.create_table(
        "portfolio",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_portfolio_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portfolio")),
    )
    with op.batch_alter_table("portfolio", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_portfolio_person_id"), ["person_id"], unique=False)

    op.create_table(
        "profile_changes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("requested_by", KEY, nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", JSON, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_profile_changes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_changes")),
    )
    with op.batch_alter_table("profile_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_profile_changes_person_id"), ["person_id"], unique=False)

    op.create_table(
        "students",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("offline", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("offline_reason", sa.Text(), nullable=True),
        sa.Column("service_refused_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_students_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_students")),
    )
    op.create_table(
        "units",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("grade", sa.SmallInteger(), nullable=False),
        sa.Column("shift", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("subject_id", KEY, nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_units_subject_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_units_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sa.UniqueConstraint("source", "external_id", name=op.f("uq_units_source_external_id")),
        sa.UniqueConstraint(
            "year_id",
            "name",
            "parent_id",
            "subject_id",
            name=op.f("uq_units_year_id_name_parent_id_subject_id"),
        ),
    )
    with op.batch_alter_table("units", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_units_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_units_year_id"), ["year_id"], unique=False)

    op.create_table(
        "accounts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("platform_id", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("hat", sa.Text(), nullable=True),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("pin_hash", sa.Text(), nullable=True),
        sa.Column("pin_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unreachable_reason", sa.Text(), nullable=True),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_to", sa.Time(), nullable=True),
        sa.Column("weekly_day", sa.SmallInteger(), nullable=True),
        sa.Column("privacy", sa.Text(), server_default="full", nullable=False),
        sa.Column("protect", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("large", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_accounts_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("platform", "platform_id", name=op.f("uq_accounts_platform_platform_id")),
    )
    op.create_table(
        "archives",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("period_id", KEY, nullable=True),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", KEY, nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_archives_period_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_archives_unit_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_archives_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archives")),
    )
    op.create_table(
        "calendar_days",
        sa.Column("id", KEY, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("taught_as", sa.SmallInteger(), nullable=True),
        sa.Column("bell_schedule_id", KEY, nullable=True),
        sa.Column("grade_from", sa.SmallInteger(), nullable=True),
        sa.Column("grade_to", sa.SmallInteger(), nullable=True),
        sa.Column("shift", sa.SmallInteger(), nullable=True),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("order_date", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["bell_schedule_id"], ["bell_schedules.id"], name=op.f("fk_calendar_days_bell_schedule_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_calendar_days_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_days")),
    )
    with op.batch_alter_table("calendar_days", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_days_starts_on"), ["starts_on"], unique=False)

    op.create_table(
        "class_events",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_class_events_author_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_class_events_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_events")),
    )
    with op.batch_alter_table("class_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_class_events_date"), ["date"], unique=False)
        batch_op.create_index(batch_op.f("ix_class_events_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "controls",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("findings", JSON, nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("signed_by", KEY, nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_controls_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controls")),
    )
    op.create_table(
        "conversations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("blocked_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_conversations_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversations_student_id"), ["student_id"], unique=False)

    op.create_table(
        "discussion_replies",
        sa.Column("id", KEY, nullable=False),
        sa.Column("discussion_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_discussion_replies_author_id")),
        sa.ForeignKeyConstraint(
            ["discussion_id"], ["discussions.id"], name=op.f("fk_discussion_replies_discussion_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussion_replies")),
    )
    with op.batch_alter_table("discussion_replies", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_discussion_replies_discussion_id"), ["discussion_id"], unique=False
        )

    op.create_table(
        "enrolments",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_enrolments_student_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_enrolments_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolments")),
    )
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrolments_student_id"), ["student_id"], unique=False)
        batch_op.create_index("ix_enrolments_unit", ["unit_id", "student_id"], unique=False)

    op.create_table(
        "guardianships",
        sa.Column("id", KEY, nullable=False),
        sa.Column("guardian_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["guardian_id"], ["people.id"], name=op.f("fk_guardianships_guardian_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_guardianships_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardianships")),
        sa.UniqueConstraint(
            "guardian_id", "student_id", name=op.f("uq_guardianships_guardian_id_student_id")
        ),
    )
    with op.batch_alter_table("guardianships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guardianships_guardian_id"), ["guardian_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_guardianships_student_id"), ["student_id"], unique=False)

    op.create_table(
        "handovers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("from_person_id", KEY, nullable=False),
        sa.Column("to_person_id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["from_person_id"], ["people.id"], name=op.f("fk_handovers_from_person_id")),
        sa.ForeignKeyConstraint(["to_person_id"], ["people.id"], name=op.f("fk_handovers_to_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_handovers_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    op.create_table(
        "movement",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("order_date", sa.Date(), nullable=True),
        sa.Column("from_unit_id", KEY, nullable=True),
        sa.Column("to_unit_id", KEY, nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("entered_by", KEY, nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["from_unit_id"], ["units.id"], name=op.f("fk_movement_from_unit_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_movement_student_id")),
        sa.ForeignKeyConstraint(["to_unit_id"], ["units.id"], name=op.f("fk_movement_to_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movement")),
    )
    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_movement_date"), ["date"], unique=False)
        batch_op.create_index(batch_op.f("ix_movement_student_id"), ["student_id"], unique=False)

    op.create_table(
        "page_closures",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("period_id", KEY, nullable=False),
        sa.Column("closed_by", KEY, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reopened_by", KEY, nullable=True),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopen_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_page_closures_period_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_page_closures_subject_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_page_closures_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_closures")),
    )
    with op.batch_alter_table("page_closures", schema=None) as batch_op:
        batch_op.create_index("ix_page_closures_page", ["unit_id", "subject_id", "period_id"], unique=False)

    op.create_table(
        "plans",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_plans_author_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_plans_subject_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_plans_unit_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_plans_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sa.UniqueConstraint(
            "year_id", "subject_id", "unit_id", name=op.f("uq_plans_year_id_subject_id_unit_id")
        ),
    )
    with op.batch_alter_table("plans", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plans_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "results",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("period_id", KEY, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("allowed_by", KEY, nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_results_period_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_results_student_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_results_subject_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_results_unit_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_results_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_results")),
        sa.UniqueConstraint(
            "student_id",
            "subject_id",
            "year_id",
            "kind",
            "period_id",
            name=op.f("uq_results_student_id_subject_id_year_id_kind_period_id"),
        ),
    )
    with op.batch_alter_table("results", schema=None) as batch_op:
        batch_op.create_index("ix_results_unit", ["unit_id", "subject_id"], unique=False)

    op.create_table(
        "role_assignments",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("order_date", sa.Date(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_role_assignments_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_role_assignments_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_assignments")),
    )
    with op.batch_alter_table("role_assignments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_assignments_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_assignments_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "student_statuses",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("from_slot", sa.SmallInteger(), nullable=True),
        sa.Column("subject_id", KEY, nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("entered_by", KEY, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_student_statuses_student_id")
        ),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_student_statuses_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_student_statuses")),
    )
    with op.batch_alter_table("student_statuses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_student_statuses_student_id"), ["student_id"], unique=False)

    op.create_table(
        "subgroup_proposals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("proposed_by", KEY, nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("members", JSON, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("applied_by", KEY, nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_subgroup_proposals_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subgroup_proposals")),
    )
    op.create_table(
        "timetable",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("slot", sa.SmallInteger(), nullable=False),
        sa.Column("week_mask", sa.Text(), server_default="1", nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("teacher_id", KEY, nullable=True),
        sa.Column("second_teacher_id", KEY, nullable=True),
        sa.Column("room_id", KEY, nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], name=op.f("fk_timetable_room_id")),
        sa.ForeignKeyConstraint(
            ["second_teacher_id"], ["people.id"], name=op.f("fk_timetable_second_teacher_id")
        ),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_timetable_subject_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_timetable_teacher_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_timetable_unit_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_timetable_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timetable")),
    )
    with op.batch_alter_table("timetable", schema=None) as batch_op:
        batch_op.create_index("ix_timetable_outside", ["source", "external_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_timetable_teacher_id"), ["teacher_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_timetable_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "workload",
        sa.Column("id", KEY, nullable=False),
        sa.Column("year_id", KEY, nullable=False),
        sa.Column("teacher_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("hours_week", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_workload_subject_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_workload_teacher_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_workload_unit_id")),
        sa.ForeignKeyConstraint(["year_id"], ["years.id"], name=op.f("fk_workload_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workload")),
        sa.UniqueConstraint(
            "year_id",
            "teacher_id",
            "subject_id",
            "unit_id",
            name=op.f("uq_workload_year_id_teacher_id_subject_id_unit_id"),
        ),
    )
    with op.batch_alter_table("workload", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workload_teacher_id"), ["teacher_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_workload_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "absence_notes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("from_slot", sa.SmallInteger(), nullable=True),
        sa.Column("to_slot", sa.SmallInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("certificate", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_comment", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_absence_notes_account_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_absence_notes_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_notes")),
    )
    with op.batch_alter_table("absence_notes", schema=None) as batch_op:
        batch_op.create_index("ix_absence_notes_student", ["student_id", "starts_on"], unique=False)

    op.create_table(
        "archive_copies",
        sa.Column("id", KEY, nullable=False),
        sa.Column("archive_id", KEY, nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["archive_id"], ["archives.id"], name=op.f("fk_archive_copies_archive_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_copies")),
    )
    with op.batch_alter_table("archive_copies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_archive_copies_archive_id"), ["archive_id"], unique=False)

    op.create_table(
        "attempts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_attempts_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.create_index("ix_attempts_account", ["account_id", "kind", "at"], unique=False)

    op.create_table(
        "codes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("capacity", sa.Text(), nullable=True),
        sa.Column("capacity_expires_on", sa.Date(), nullable=True),
        sa.Column("issued_by", KEY, nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("redeemed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("redeemed_by", KEY, nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", KEY, nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_codes_person_id")),
        sa.ForeignKeyConstraint(["redeemed_by"], ["accounts.id"], name=op.f("fk_codes_redeemed_by")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_codes_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codes")),
        sa.UniqueConstraint("hash", name=op.f("uq_codes_hash")),
    )
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_codes_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_codes_student_id"), ["student_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paper_received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paper_received_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_consents_account_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_consents_person_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_consents_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consents_student_id"), ["student_id"], unique=False)

    op.create_table(
        "conversation_members",
        sa.Column("id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("read_up_to", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_conversation_members_conversation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_conversation_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_members")),
        sa.UniqueConstraint(
            "conversation_id", "person_id", name=op.f("uq_conversation_members_conversation_id_person_id")
        ),
    )
    with op.batch_alter_table("conversation_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversation_members_person_id"), ["person_id"], unique=False)

    op.create_table(
        "input_states",
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_input_states_account_id")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_input_states")),
    )
    op.create_table(
        "messages",
        sa.Column("id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_by", KEY, nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_messages_author_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_messages_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_messages_conversation_id"), ["conversation_id"], unique=False)

    op.create_table(
        "notices",
        sa.Column("id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("audience", JSON, nullable=False),
        sa.Column("sign_off", sa.Boolean(), nullable=False),
        sa.Column("on_board", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", KEY, nullable=True),
        sa.Column("withdraw_reason", sa.Text(), nullable=True),
        sa.Column("counter_message_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_notices_account_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_notices_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("event_id", KEY, nullable=True),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("dedup_key", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=True),
        sa.Column("grouping", sa.Text(), server_default="alone", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_by", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_outbox_account_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_outbox_event_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_outbox_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedup_key", name=op.f("uq_outbox_dedup_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_account", ["account_id", "state"], unique=False)
        batch_op.create_index(
            "ix_outbox_due",
            ["lane", "not_before", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(
            "ix_outbox_leased",
            ["lease_until"],
            unique=False,
            sqlite_where=sa.text("state = 'leased'"),
            postgresql_where=sa.text("state = 'leased'"),
        )
        batch_op.create_index("ix_outbox_message", ["account_id", "message_id"], unique=False)
        batch_op.create_index("ix_outbox_thread", ["account_id", "thread"], unique=False)

    op.create_table(
        "plan_rows",
        sa.Column("id", KEY, nullable=False),
        sa.Column("plan_id", KEY, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("hours", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("homework", sa.Text(), nullable=True),
        sa.Column("work_kind", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_rows_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_rows")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_rows_plan_id_number")),
    )
    op.create_table(
        "refusals",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("permission", sa.Text(), nullable=False),
        sa.Column("object_kind", sa.Text(), nullable=True),
        sa.Column("object_id", KEY, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_refusals_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
    )
    with op.batch_alter_table("refusals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refusals_at"), ["at"], unique=False)

    op.create_table(
        "subscriptions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_subscriptions_account_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_subscriptions_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint(
            "account_id", "student_id", "kind", name=op.f("uq_subscriptions_account_id_student_id_kind")
        ),
    )
    op.create_table(
        "threads",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("told", JSON, nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_threads_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threads")),
        sa.UniqueConstraint("account_id", "thread", name=op.f("uq_threads_account_id_thread")),
    )
    op.create_table(
        "tickets",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", KEY, nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_tickets_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
    )
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tickets_account_id"), ["account_id"], unique=False)

    op.create_table(
        "access_events",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("code_id", KEY, nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("actor_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("details", JSON, nullable=True),
        sa.ForeignKeyConstraint(["code_id"], ["codes.id"], name=op.f("fk_access_events_code_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_access_events_person_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_access_events_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_events")),
    )
    with op.batch_alter_table("access_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_access_events_at"), ["at"], unique=False)

    op.create_table(
        "bindings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("capacity", sa.Text(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("code_id", KEY, nullable=True),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("news_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_reason", sa.Text(), nullable=True),
        sa.Column("ended_by", KEY, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_bindings_account_id")),
        sa.ForeignKeyConstraint(["code_id"], ["codes.id"], name=op.f("fk_bindings_code_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bindings_person_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_bindings_student_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bindings")),
    )
    with op.batch_alter_table("bindings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bindings_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_bindings_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_bindings_student_id"), ["student_id"], unique=False)
        batch_op.create_index(
            "uq_bindings_live",
            ["account_id", "person_id", "student_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "lessons",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("slot", sa.SmallInteger(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("teacher_id", KEY, nullable=True),
        sa.Column("second_teacher_id", KEY, nullable=True),
        sa.Column("substitute_id", KEY, nullable=True),
        sa.Column("substituted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("room_id", KEY, nullable=True),
        sa.Column("status", sa.Text(), server_default="planned", nullable=False),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("plan_row_id", KEY, nullable=True),
        sa.Column("topic_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tasks", sa.Text(), nullable=True),
        sa.Column("task_type", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("late", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["plan_row_id"], ["plan_rows.id"], name=op.f("fk_lessons_plan_row_id")),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], name=op.f("fk_lessons_room_id")),
        sa.ForeignKeyConstraint(
            ["second_teacher_id"], ["people.id"], name=op.f("fk_lessons_second_teacher_id")
        ),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_lessons_subject_id")),
        sa.ForeignKeyConstraint(["substitute_id"], ["people.id"], name=op.f("fk_lessons_substitute_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_lessons_teacher_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_lessons_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sa.UniqueConstraint(
            "unit_id", "subject_id", "date", "slot", name=op.f("uq_lessons_unit_id_subject_id_date_slot")
        ),
    )
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.create_index("ix_lessons_date", ["date"], unique=False)
        batch_op.create_index("ix_lessons_substitute", ["substitute_id", "date"], unique=False)
        batch_op.create_index("ix_lessons_teacher", ["teacher_id", "date"], unique=False)
        batch_op.create_index("ix_lessons_unit", ["unit_id", "date", "slot"], unique=False)

    op.create_table(
        "notice_recipients",
        sa.Column("id", KEY, nullable=False),
        sa.Column("notice_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_notice_recipients_account_id")
        ),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_notice_recipients_notice_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_notice_recipients_person_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_notice_recipients_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_recipients")),
        sa.UniqueConstraint(
            "notice_id",
            "person_id",
            "student_id",
            "account_id",
            name=op.f("uq_notice_recipients_notice_id_person_id_student_id_account_id"),
        ),
    )
    with op.batch_alter_table("notice_recipients", schema=None) as batch_op:
        batch_op.create_index("ix_notice_recipients_account", ["account_id", "notice_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("slot", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reason_note", sa.Text(), nullable=True),
        sa.Column("reason_by", KEY, nullable=True),
        sa.Column("reason_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note_id", KEY, nullable=True),
        sa.Column("entered_by", KEY, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_attendance_lesson_id")),
        sa.ForeignKeyConstraint(["note_id"], ["absence_notes.id"], name=op.f("fk_attendance_note_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_attendance_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("lesson_id", "student_id", name=op.f("uq_attendance_lesson_id_student_id")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index("ix_attendance_date", ["date"], unique=False)
        batch_op.create_index("ix_attendance_student", ["student_id", "date"], unique=False)

    op.create_table(
        "homework",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("given_lesson_id", KEY, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("bring", sa.Text(), nullable=True),
        sa.Column("no_work", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_homework_author_id")),
        sa.ForeignKeyConstraint(
            ["given_lesson_id"], ["lessons.id"], name=op.f("fk_homework_given_lesson_id")
        ),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_homework_lesson_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homework")),
    )
    with op.batch_alter_table("homework", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_homework_given_lesson_id"), ["given_lesson_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_homework_lesson_id"), ["lesson_id"], unique=False)

    op.create_table(
        "homework_drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("bring", sa.Text(), nullable=False),
        sa.Column("attachments", JSON, nullable=False),
        sa.Column("due_lesson_id", KEY, nullable=True),
        sa.Column("units", JSON, nullable=False),
        sa.Column("saved", JSON, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_homework_drafts_author_id")),
        sa.ForeignKeyConstraint(
            ["due_lesson_id"], ["lessons.id"], name=op.f("fk_homework_drafts_due_lesson_id")
        ),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_homework_drafts_lesson_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homework_drafts")),
        sa.UniqueConstraint("lesson_id", "author_id", name=op.f("uq_homework_drafts_lesson_id_author_id")),
    )
    op.create_table(
        "register_drafts",
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("statuses", JSON, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Integer(), server_default="0", nullable=False),
        sa.Column("posted", sa.Integer(), server_default="0", nullable=False),
        sa.Column("updated_by", KEY, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_register_drafts_lesson_id")),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_register_drafts")),
    )
    op.create_table(
        "registers",
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("expected", JSON, nullable=False),
        sa.Column("taken_by", KEY, nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("late", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("tell_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("before", JSON, nullable=True),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_registers_lesson_id")),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_registers")),
    )
    op.create_table(
        "works",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=True),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("weight", sa.Numeric(precision=4, scale=2), server_default="1", nullable=False),
        sa.Column("teacher_id", KEY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_works_lesson_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_works_subject_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_works_teacher_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_works_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_works")),
    )
    with op.batch_alter_table("works", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_works_lesson_id"), ["lesson_id"], unique=False)
        batch_op.create_index("ix_works_page", ["unit_id", "subject_id", "date"], unique=False)

    op.create_table(
        "entry_requests",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=True),
        sa.Column("work_id", KEY, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("requested_by", KEY, nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_entry_requests_lesson_id")),
        sa.ForeignKeyConstraint(["work_id"], ["works.id"], name=op.f("fk_entry_requests_work_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_requests")),
    )
    op.create_table(
        "homework_done",
        sa.Column("id", KEY, nullable=False),
        sa.Column("homework_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_homework_done_account_id")),
        sa.ForeignKeyConstraint(["homework_id"], ["homework.id"], name=op.f("fk_homework_done_homework_id")),
        sa.ForeignKeyConstraint(
            ["student_id"], ["students.person_id"], name=op.f("fk_homework_done_student_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homework_done")),
        sa.UniqueConstraint(
            "homework_id", "student_id", name=op.f("uq_homework_done_homework_id_student_id")
        ),
    )
    with op.batch_alter_table("homework_done", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_homework_done_student_id"), ["student_id"], unique=False)

    op.create_table(
        "mark_drafts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("lesson_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("work_id", KEY, nullable=True),
        sa.Column("work_kind", sa.Text(), nullable=False),
        sa.Column("brush", sa.Text(), nullable=True),
        sa.Column("painted", JSON, nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("doubts", JSON, nullable=False),
        sa.Column("absent", JSON, nullable=False),
        sa.Column("saved", JSON, nullable=True),
        sa.Column("posted", sa.Integer(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_mark_drafts_author_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_mark_drafts_lesson_id")),
        sa.ForeignKeyConstraint(["work_id"], ["works.id"], name=op.f("fk_mark_drafts_work_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark_drafts")),
        sa.UniqueConstraint("lesson_id", "author_id", name=op.f("uq_mark_drafts_lesson_id_author_id")),
    )
    op.create_table(
        "marks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("work_id", KEY, nullable=False),
        sa.Column("student_id", KEY, nullable=False),
        sa.Column("place", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("late", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("retake_until", sa.Date(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_marks_author_id")),
        sa.ForeignKeyConstraint(["student_id"], ["students.person_id"], name=op.f("fk_marks_student_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_marks_subject_id")),
        sa.ForeignKeyConstraint(["work_id"], ["works.id"], name=op.f("fk_marks_work_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marks")),
        sa.UniqueConstraint("work_id", "student_id", "place", name=op.f("uq_marks_work_id_student_id_place")),
    )
    with op.batch_alter_table("marks", schema=None) as batch_op:
        batch_op.create_index("ix_marks_diary", ["student_id", "date"], unique=False)
        batch_op.create_index("ix_marks_subject", ["student_id", "subject_id", "date"], unique=False)

    op.create_table(
        "mark_revisions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("mark_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("value_before", sa.Text(), nullable=True),
        sa.Column("value_after", sa.Text(), nullable=True),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["mark_id"], ["marks.id"], name=op.f("fk_mark_revisions_mark_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark_revisions")),
        sa.UniqueConstraint("mark_id", "revision", name=op.f("uq_mark_revisions_mark_id_revision")),
    )
    with op.batch_alter_table("mark_revisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mark_revisions_mark_id"), ["mark_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mark_revisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mark_revisions_mark_id"))

    op.drop_table("mark_revisions")
    with op.batch_alter_table("marks", schema=None) as batch_op:
        batch_op.drop_index("ix_marks_subject")
        batch_op.drop_index("ix_marks_diary")

    op.drop_table("marks")
    op.drop_table("mark_drafts")
    with op.batch_alter_table("homework_done", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_homework_done_student_id"))

    op.drop_table("homework_done")
    op.drop_table("entry_requests")
    with op.batch_alter_table("works", schema=None) as batch_op:
        batch_op.drop_index("ix_works_page")
        batch_op.drop_index(batch_op.f("ix_works_lesson_id"))

    op.drop_table("works")
    op.drop_table("registers")
    op.drop_table("register_drafts")
    op.drop_table("homework_drafts")
    with op.batch_alter_table("homework", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_homework_lesson_id"))
        batch_op.drop_index(batch_op.f("ix_homework_given_lesson_id"))

    op.drop_table("homework")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index("ix_attendance_student")
        batch_op.drop_index("ix_attendance_date")

    op.drop_table("attendance")
    with op.batch_alter_table("notice_recipients", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_recipients_account")

    op.drop_table("notice_recipients")
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.drop_index("ix_lessons_unit")
        batch_op.drop_index("ix_lessons_teacher")
        batch_op.drop_index("ix_lessons_substitute")
        batch_op.drop_index("ix_lessons_date")

    op.drop_table("lessons")
    with op.batch_alter_table("bindings", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_bindings_live",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_bindings_student_id"))
        batch_op.drop_index(batch_op.f("ix_bindings_person_id"))
        batch_op.drop_index(batch_op.f("ix_bindings_account_id"))

    op.drop_table("bindings")
    with op.batch_alter_table("access_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_events_at"))

    op.drop_table("access_events")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tickets_account_id"))

    op.drop_table("tickets")
    op.drop_table("threads")
    op.drop_table("subscriptions")
    with op.batch_alter_table("refusals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refusals_at"))

    op.drop_table("refusals")
    op.drop_table("plan_rows")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_thread")
        batch_op.drop_index("ix_outbox_message")
        batch_op.drop_index(
            "ix_outbox_leased",
            sqlite_where=sa.text("state = 'leased'"),
            postgresql_where=sa.text("state = 'leased'"),
        )
        batch_op.drop_index(
            "ix_outbox_due",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index("ix_outbox_account")

    op.drop_table("outbox")
    op.drop_table("notices")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_messages_conversation_id"))

    op.drop_table("messages")
    op.drop_table("input_states")
    with op.batch_alter_table("conversation_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversation_members_person_id"))

    op.drop_table("conversation_members")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_student_id"))
        batch_op.drop_index(batch_op.f("ix_consents_account_id"))

    op.drop_table("consents")
    with op.batch_alter_table("codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_codes_student_id"))
        batch_op.drop_index(batch_op.f("ix_codes_person_id"))

    op.drop_table("codes")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index("ix_attempts_account")

    op.drop_table("attempts")
    with op.batch_alter_table("archive_copies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_archive_copies_archive_id"))

    op.drop_table("archive_copies")
    with op.batch_alter_table("absence_notes", schema=None) as batch_op:
        batch_op.drop_index("ix_absence_notes_student")

    op.drop_table("absence_notes")
    with op.batch_alter_table("workload", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_workload_unit_id"))
        batch_op.drop_index(batch_op.f("ix_workload_teacher_id"))

    op.drop_table("workload")
    with op.batch_alter_table("timetable", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_timetable_unit_id"))
        batch_op.drop_index(batch_op.f("ix_timetable_teacher_id"))
        batch_op.drop_index("ix_timetable_outside")

    op.drop_table("timetable")
    op.drop_table("subgroup_proposals")
    with op.batch_alter_table("student_statuses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_student_statuses_student_id"))

    op.drop_table("student_statuses")
    with op.batch_alter_table("role_assignments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_assignments_unit_id"))
        batch_op.drop_index(batch_op.f("ix_role_assignments_person_id"))

    op.drop_table("role_assignments")
    with op.batch_alter_table("results", schema=None) as batch_op:
        batch_op.drop_index("ix_results_unit")

    op.drop_table("results")
    with op.batch_alter_table("plans", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plans_unit_id"))

    op.drop_table("plans")
    with op.batch_alter_table("page_closures", schema=None) as batch_op:
        batch_op.drop_index("ix_page_closures_page")

    op.drop_table("page_closures")
    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_movement_student_id"))
        batch_op.drop_index(batch_op.f("ix_movement_date"))

    op.drop_table("movement")
    op.drop_table("handovers")
    with op.batch_alter_table("guardianships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guardianships_student_id"))
        batch_op.drop_index(batch_op.f("ix_guardianships_guardian_id"))

    op.drop_table("guardianships")
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.drop_index("ix_enrolments_unit")
        batch_op.drop_index(batch_op.f("ix_enrolments_student_id"))

    op.drop_table("enrolments")
    with op.batch_alter_table("discussion_replies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_discussion_replies_discussion_id"))

    op.drop_table("discussion_replies")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversations_student_id"))

    op.drop_table("conversations")
    op.drop_table("controls")
    with op.batch_alter_table("class_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_class_events_unit_id"))
        batch_op.drop_index(batch_op.f("ix_class_events_date"))

    op.drop_table("class_events")
    with op.batch_alter_table("calendar_days", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_days_starts_on"))

    op.drop_table("calendar_days")
    op.drop_table("archives")
    op.drop_table("accounts")
    with op.batch_alter_table("units", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_units_year_id"))
        batch_op.drop_index(batch_op.f("ix_units_parent_id"))

    op.drop_table("units")
    op.drop_table("students")
    with op.batch_alter_table("profile_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_profile_changes_person_id"))

    op.drop_table("profile_changes")
    with op.batch_alter_table("portfolio", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_portfolio_person_id"))

    op.drop_table("portfolio")
    with op.batch_alter_table("periods", schema=None) as batch_op:
        batch_op.drop_index("ix_periods_dates")

    op.drop_table("periods")
    op.drop_table("documents")
    op.drop_table("discussions")
    op.drop_table("curriculum")
    op.drop_table("control_tasks")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contacts_person_id"))

    op.drop_table("contacts")
    op.drop_table("bells")
    op.drop_table("years")
    op.drop_table("timetable_changes")
    with op.batch_alter_table("subjects", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subjects_search_name"))

    op.drop_table("subjects")
    op.drop_table("school")
    op.drop_table("rooms")
    op.drop_table("print_requests")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_search_name"))

    op.drop_table("people")
    op.drop_table("job_runs")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.drop_table("inbox")
    op.drop_table("imports")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_events_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index("ix_events_subject")

    op.drop_table("events")
    op.drop_table("bell_schedules")
    op.drop_table("backups")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("uq_audit_chain_number")
        batch_op.drop_index("ix_audit_object")

    op.drop_table("audit")
    with op.batch_alter_table("attachments", schema=None) as batch_op:
        batch_op.drop_index("ix_attachments_owner")

    op.drop_table("attachments")
