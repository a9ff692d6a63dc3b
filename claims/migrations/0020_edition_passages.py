"""Which passages an edition holds, so that what was handed out is found without reading every edition."""

from importlib import import_module

from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")

# As in `append_only`: what an edition holds never changes.
TABLES = {"claims_edition_passages": ([], None)}
# The place of the address in the lines of editions that do not name their columns.
ADDRESS = 14


def create_own_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection, TABLES)


def drop_own_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection, TABLES)


def find_passages(apps, schema_editor):
    Edition, Passage = (apps.get_model("claims", name) for name in ("Edition", "Passage"))
    known = set(Passage.objects.values_list("pk", flat=True)) if Edition.objects.exists() else set()
    for edition in Edition.objects.iterator(chunk_size=1):
        names = edition.content.get("line_names")
        place = names.index("address") if names else ADDRESS
        held = {int(line[place].strip("/").rpartition("/")[2]) for line in edition.content["lines"]}
        edition.passages.add(*sorted(held & known))


class Migration(migrations.Migration):
    dependencies = [("claims", "0019_supporting_origins")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="passages",
            field=models.ManyToManyField(related_name="editions", to="claims.passage"),
        ),
        # Triggers first: PostgreSQL makes none on a table whose new rows are still to be checked.
        migrations.RunPython(create_own_triggers, drop_own_triggers),
        migrations.RunPython(find_passages, migrations.RunPython.noop),
    ]
