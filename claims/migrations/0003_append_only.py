"""The database itself keeps what was written: triggers that refuse to change or delete it.

Rebuilding a table on SQLite drops its triggers, so a later migration that alters one of these tables must end with
`create`; a test looks for every trigger after all migrations.
"""

from django.db import migrations

# Per table: the columns that may still change, and the one that must be empty before they do.
TABLES = {
    "claims_event": ([], None),
    "claims_articleversion": ([], None),
    "claims_anchor": ([], None),
    "claims_assessment_relied_on": ([], None),
    "claims_link": (["withdrawn_at", "withdrawn_by_id", "withdrawn_reason"], "withdrawn_at"),
    "claims_assessment": (["closed_at", "closed_by_id", "closing", "closing_note"], "closed_at"),
    "claims_passage": (["speaker", "speaker_kind", "origin_id", "certainty", "polarity"], None),
}


def trigger_names(tables=TABLES):
    """Return the name of every trigger that must stand."""
    return [f"{table}_{act}" for table in tables for act in ("no_delete", "no_update")]


def columns(connection, table):
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def forbidden_change(connection, table, distinct, tables=TABLES):
    """Return the SQL condition under which an update of `table` is refused."""
    changeable, once = tables[table]
    fixed = [name for name in columns(connection, table) if name not in changeable]
    tests = [f'OLD."{name}" {distinct} NEW."{name}"' for name in fixed]
    if once:
        tests.append(f'OLD."{once}" IS NOT NULL')
    return " OR ".join(tests)


def create(connection, tables=TABLES):
    """Create the triggers on `connection`."""
    with connection.cursor() as cursor:
        for statement in STATEMENTS[connection.vendor](connection, tables):
            cursor.execute(statement)


def drop(connection, tables=TABLES):
    """Drop the triggers, as a test run must before it empties the tables."""
    with connection.cursor() as cursor:
        for table in tables:
            for act in ("no_delete", "no_update"):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{act}{on}")


def sqlite_statements(connection, tables):
    for table in tables:
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
        condition = forbidden_change(connection, table, "IS NOT", tables)
        yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {condition} {refuse}"


def postgresql_statements(connection, tables):
    yield """
        CREATE OR REPLACE FUNCTION claims_refuse_change() RETURNS trigger AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END
        $$ LANGUAGE plpgsql
    """
    for table in tables:
        refuse = "FOR EACH ROW {when} EXECUTE FUNCTION claims_refuse_change()"
        yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse.format(when='')}"
        when = f"WHEN ({forbidden_change(connection, table, 'IS DISTINCT FROM', tables)})"
        yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse.format(when=when)}"


STATEMENTS = {"sqlite": sqlite_statements, "postgresql": postgresql_statements}


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_roles")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: create(schema_editor.connection),
            lambda apps, schema_editor: drop(schema_editor.connection),
        )
    ]
