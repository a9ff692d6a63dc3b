"""Indexes that newer ones make superfluous: each of these begins with the same column.

Only the index goes: an altered field would make SQLite write its table anew, and forget the triggers of the log.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# By model, as `event_of_claim` and `suggestion_decided` serve whatever looks for these.
SUPERFLUOUS = {"event": "claim", "suggestion": "decided_by"}


def indexes_of(connection, table, column):
    """Return the names of the indexes of `column` alone that are no constraint."""
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, table)
    alone = {name: one for name, one in known.items() if one["columns"] == [column] and one["index"]}
    return [name for name, one in alone.items() if not (one["unique"] or one["primary_key"] or one["foreign_key"])]


def drop(apps, schema_editor):
    for name, field in SUPERFLUOUS.items():
        table = apps.get_model("claims", name)._meta.db_table
        for index in indexes_of(schema_editor.connection, table, f"{field}_id"):
            schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(index)}")


def create(apps, schema_editor):
    for name, field in SUPERFLUOUS.items():
        index = models.Index(fields=[field], name=f"{name}_{field}_alone")
        schema_editor.add_index(apps.get_model("claims", name), index)


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_due_indexes")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, create)],
            state_operations=[
                migrations.AlterField(
                    model_name="event",
                    name="claim",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="claims.claim",
                    ),
                ),
                migrations.AlterField(
                    model_name="suggestion",
                    name="decided_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        )
    ]
