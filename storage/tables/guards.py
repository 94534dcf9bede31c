"""What the database itself refuses: the audit is append-only, but for values erased on lawful request."""

from sqlalchemy import DDL, event
from sqlalchemy.schema import ExecutableDDLElement

from storage.tables.control import audit

# What an erasing may empty; all the rest of an entry stays as it was written.
ERASABLE = ("before", "after", "reason")
_KEPT = [column.name for column in audit.columns if column.name not in (*ERASABLE, "salt")]

_ERASING = " AND ".join(
    [
        *(f'NEW."{name}" IS NULL' for name in ERASABLE),
        "NEW.salt = ''",
        *(f'NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"' for name in _KEPT),
    ]
)
_REFUSAL = "the audit is append-only"

SQLITE = (
    f"""CREATE TRIGGER audit_keeps_its_entries BEFORE UPDATE ON audit WHEN NOT ({_ERASING})
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER audit_loses_no_entry BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
)
POSTGRESQL = (
    f"""CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$""",
    f"""CREATE TRIGGER audit_keeps_its_entries BEFORE UPDATE ON audit FOR EACH ROW WHEN (NOT ({_ERASING}))
    EXECUTE FUNCTION refuse_to_change_the_audit()""",
    """CREATE TRIGGER audit_loses_no_entry BEFORE DELETE OR TRUNCATE ON audit FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_to_change_the_audit()""",
)


for _dialect, _statements in (("sqlite", SQLITE), ("postgresql", POSTGRESQL)):
    for _statement in _statements:
        made: ExecutableDDLElement = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(audit, "after_create", made.execute_if(dialect=_dialect))
