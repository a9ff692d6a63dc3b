"""Forecasts restated with a new date: which claim supersedes which, and the words that say so."""

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")

# As in `append_only`: a reschedule can be withdrawn, once.
TABLES = {"claims_reschedule": (["withdrawn_at", "withdrawn_by_id", "withdrawn_reason"], "withdrawn_at")}


def drop_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection, TABLES)


def create_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection, TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0015_report_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reschedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('created_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_reason', models.TextField(blank=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='newer_dates', to='claims.claim')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='older_dates', to='claims.claim')),
                ('passage', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reschedules', to='claims.passage')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('earlier', models.F('later')), _negated=True), name='reschedule_of_two_claims'), models.CheckConstraint(condition=models.Q(('passage__isnull', False), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('reason')), 0), _connector='OR'), name='reschedule_has_words_or_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None), ('withdrawn_reason', '')), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('withdrawn_reason')), 0)), _connector='OR'), name='reschedule_withdrawn_by_whom_and_why'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('earlier',), name='reschedule_one_live_per_earlier'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('later',), name='reschedule_one_live_per_later')],
            },
        ),
        migrations.RunPython(create_triggers, drop_triggers),
    ]
