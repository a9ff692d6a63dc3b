"""Proposals made blind, and proposals asked for: both are append-only."""

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")

# As in `append_only`: a seal is opened once, and a request closed once.
TABLES = {
    "claims_seal": (["opened_at", "opened_by_id", "opening"], "opened_at"),
    "claims_proposalrequest": (["closed_at", "closed_by_id", "closing"], "closed_at"),
}


def drop_own_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection, TABLES)


def create_own_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection, TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0017_claim_sets'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProposalRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField()),
                ('created_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closing', models.CharField(blank=True, choices=[('answered', 'Answered by a proposal'), ('taken_back', 'Taken back'), ('ended', 'The round ended')], max_length=10)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposal_requests', to='claims.claim')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposal_requests', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('note')), 0)), name='proposal_request_note_not_blank'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('closed_by', None), ('closing', '')), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), ('closing__in', ['answered', 'taken_back', 'ended'])), _connector='OR'), name='proposal_request_closed_by_whom_and_why'), models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('claim', 'person'), name='proposal_request_one_live_per_person'), models.UniqueConstraint(condition=models.Q(('closed_at', None), ('person', None)), fields=('claim',), name='proposal_request_one_live_to_anyone')],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('opening', models.CharField(blank=True, choices=[('second', 'A second person has spoken'), ('reviewer', 'A reviewer opened the round'), ('ended', 'The round ended')], max_length=10)),
                ('opened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seal', to='claims.assessment')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('opened_by', None), ('opening', '')), models.Q(('opened_at__isnull', False), ('opened_by__isnull', False), ('opening__in', ['second', 'reviewer', 'ended'])), _connector='OR'), name='seal_opened_by_whom_and_how')],
            },
        ),
        migrations.RunPython(create_own_triggers, drop_own_triggers),
    ]
