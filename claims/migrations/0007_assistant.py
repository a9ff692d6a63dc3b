"""What the assistant reads, the words that a person kept of a suggestion, and the taking back of a judgement."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")


def drop_triggers(apps, schema_editor):
    append_only.drop(schema_editor.connection)


def create_triggers(apps, schema_editor):
    append_only.create(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0006_sentence_search'),
    ]

    # SQLite makes the table of events anew for its new constraint, and forgets its triggers with that.
    operations = [
        migrations.RunPython(drop_triggers, create_triggers),
        migrations.CreateModel(
            name='AssistantRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('waiting', models.BooleanField(default=True)),
                ('asked_at', models.DateTimeField()),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('rules', models.PositiveIntegerField(default=0)),
                ('error', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_verb_known',
        ),
        migrations.AddField(
            model_name='suggestion',
            name='kept_end',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='kept_start',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('created', 'created'), ('imported', 'imported'), ('new_version', 'recorded a new version of'), ('changed', 'changed'), ('amended', 'amended'), ('opened', 'opened'), ('rejected', 'rejected'), ('linked', 'linked'), ('withdrawn', 'withdrew'), ('reaffirmed', 're-affirmed'), ('proposed', 'proposed a verdict on'), ('sent_back', 'sent back'), ('decided', 'decided'), ('reopened', 'reopened'), ('merged', 'merged'), ('unmerged', 'took apart the merge of'), ('split', 'split'), ('searched', 'searched and found nothing for'), ('accepted', 'accepted'), ('undone', 'took back the judgement of'), ('deleted', 'deleted')], max_length=14),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('state', 'pending')), fields=['kind', '-score', 'id'], name='suggestion_queue_of_kind'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('state', 'pending')), fields=['-score', 'id'], name='suggestion_queue'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['decided_by', '-decided_at'], name='suggestion_decided'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['created', 'imported', 'new_version', 'changed', 'amended', 'opened', 'rejected', 'linked', 'withdrawn', 'reaffirmed', 'proposed', 'sent_back', 'decided', 'reopened', 'merged', 'unmerged', 'split', 'searched', 'accepted', 'undone', 'deleted'])), name='event_verb_known'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kept_end', None), ('kept_start', None)), ('kept_start__lt', models.F('kept_end')), _connector='OR'), name='suggestion_kept_start_before_end'),
        ),
        migrations.AddField(
            model_name='assistantrun',
            name='claim',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='assistant_run', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='assistantrun',
            name='version',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='assistant_run', to='claims.articleversion'),
        ),
        migrations.AddIndex(
            model_name='assistantrun',
            index=models.Index(condition=models.Q(('waiting', True)), fields=['id'], name='assistant_run_waiting'),
        ),
        migrations.AddIndex(
            model_name='assistantrun',
            index=models.Index(condition=models.Q(('done_at', None), ('waiting', False)), fields=['started_at'], name='assistant_run_begun'),
        ),
        migrations.AddConstraint(
            model_name='assistantrun',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claim__isnull', False), ('version', None)), models.Q(('claim', None), ('version__isnull', False)), _connector='OR'), name='assistant_run_of_one_thing'),
        ),
        migrations.RunPython(create_triggers, drop_triggers),
    ]
