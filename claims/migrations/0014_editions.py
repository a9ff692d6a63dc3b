"""Reports frozen by a reviewer, and what the log can say of them and of claims that belong together."""

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")

# As in `append_only`: nothing of an edition ever changes.
TABLES = {"claims_edition": ([], None)}


def drop_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection)


def create_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection)


def drop_own_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection, TABLES)


def create_own_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection, TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0013_spare_indexes'),
    ]

    # SQLite makes the table of events anew for its new constraint, and forgets its triggers with that.
    operations = [
        migrations.RunPython(drop_triggers, create_triggers),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('report', models.CharField(max_length=3)),
                ('asked', models.JSONField(blank=True, default=dict)),
                ('as_of', models.DateField()),
                ('recorded_by', models.DateTimeField()),
                ('note', models.TextField(blank=True)),
                ('software', models.CharField(max_length=40)),
                ('sha256', models.CharField(max_length=64)),
                ('content', models.JSONField()),
                ('created_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_verb_known',
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_noun_known',
        ),
        migrations.AlterField(
            model_name='event',
            name='noun',
            field=models.CharField(choices=[('claim', 'claim'), ('link', 'link'), ('passage', 'passage'), ('assessment', 'assessment'), ('article', 'article'), ('source', 'source'), ('alias', 'alias'), ('suggestion', 'suggestion'), ('null_search', 'search'), ('comment', 'comment'), ('edition', 'edition'), ('claim_set', 'set of claims'), ('user', 'person'), ('group', 'group'), ('desk', 'desk')], max_length=12),
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('created', 'created'), ('imported', 'imported'), ('new_version', 'recorded a new version of'), ('changed', 'changed'), ('amended', 'amended'), ('opened', 'opened'), ('rejected', 'rejected'), ('linked', 'linked'), ('withdrawn', 'withdrew'), ('reaffirmed', 're-affirmed'), ('proposed', 'proposed a verdict on'), ('sent_back', 'sent back'), ('decided', 'decided'), ('reopened', 'reopened'), ('merged', 'merged'), ('unmerged', 'took apart the merge of'), ('split', 'split'), ('searched', 'searched and found nothing for'), ('rescheduled', 'recorded a new date for'), ('joined', 'put into a set'), ('left', 'took out of a set'), ('asked', 'asked for another proposal on'), ('frozen', 'froze'), ('settled', 'marked as done'), ('accepted', 'accepted'), ('undone', 'took back the judgement of'), ('deleted', 'deleted')], max_length=14),
        ),
        migrations.AlterField(
            model_name='suggestion',
            name='result_noun',
            field=models.CharField(blank=True, choices=[('claim', 'claim'), ('link', 'link'), ('passage', 'passage'), ('assessment', 'assessment'), ('article', 'article'), ('source', 'source'), ('alias', 'alias'), ('suggestion', 'suggestion'), ('null_search', 'search'), ('comment', 'comment'), ('edition', 'edition'), ('claim_set', 'set of claims'), ('user', 'person'), ('group', 'group'), ('desk', 'desk')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['created', 'imported', 'new_version', 'changed', 'amended', 'opened', 'rejected', 'linked', 'withdrawn', 'reaffirmed', 'proposed', 'sent_back', 'decided', 'reopened', 'merged', 'unmerged', 'split', 'searched', 'rescheduled', 'joined', 'left', 'asked', 'frozen', 'settled', 'accepted', 'undone', 'deleted'])), name='event_verb_known'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('noun__in', ['claim', 'link', 'passage', 'assessment', 'article', 'source', 'alias', 'suggestion', 'null_search', 'comment', 'edition', 'claim_set', 'user', 'group', 'desk'])), name='event_noun_known'),
        ),
        migrations.AddField(
            model_name='edition',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('title')), 0)), name='edition_title_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='edition_sha256_is_one'),
        ),
        migrations.RunPython(create_triggers, drop_triggers),
        migrations.RunPython(create_own_triggers, drop_own_triggers),
    ]
