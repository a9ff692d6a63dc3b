"""Sets of claims of which at most one can be true; who belongs to them is append-only."""

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")

# As in `append_only`: a membership can end, once. A set may be worded anew; the log keeps what it said.
TABLES = {"claims_membership": (["left_at", "left_by_id", "left_reason"], "left_at")}


def drop_own_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection, TABLES)


def create_own_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection, TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0016_reschedules'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClaimSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('reason', models.TextField(verbose_name='why they exclude each other')),
                ('created_at', models.DateTimeField()),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('left_reason', models.TextField(blank=True)),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='claims.claim')),
                ('claim_set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='claims.claimset')),
                ('joined_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('left_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='claimset',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('name')), 0)), name='claim_set_name_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='claimset',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('reason')), 0)), name='claim_set_reason_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('left_at', None), ('left_by', None), ('left_reason', '')), models.Q(('left_at__isnull', False), ('left_by__isnull', False), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('left_reason')), 0)), _connector='OR'), name='membership_left_by_whom_and_why'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('claim_set', 'claim'), name='membership_once_at_a_time'),
        ),
        migrations.RunPython(create_own_triggers, drop_own_triggers),
    ]
