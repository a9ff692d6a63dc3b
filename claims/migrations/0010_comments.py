"""Comments with the people they mention, and what each person has read of their inbox."""

import uuid
from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

append_only = import_module("claims.migrations.0003_append_only")

# As in `append_only`: what may still change. Withdrawn is withdrawn; whether a thread is done may be said anew.
TABLES = {
    "claims_comment": (["withdrawn_at", "withdrawn_by_id"], "withdrawn_at"),
    "claims_mention": ([], None),
    "claims_thread": (["done_at", "done_by_id"], None),
}


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
        ('auth', '0012_alter_user_first_name_max_length'),
        ('claims', '0009_folds'),
    ]

    # SQLite makes the table of events anew for its new constraint, and forgets its triggers with that.
    operations = [
        migrations.RunPython(drop_triggers, create_triggers),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.TextField()),
                ('token', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('made_at', models.DateTimeField(db_index=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='InboxMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fell_due_on', models.DateField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=450)),
            ],
        ),
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_noun_known',
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_verb_known',
        ),
        migrations.AddField(
            model_name='user',
            name='digest',
            field=models.CharField(choices=[('never', 'Never'), ('daily', 'Every day'), ('weekdays', 'Every weekday')], default='never', max_length=8, verbose_name='inbox by e-mail'),
        ),
        migrations.AddField(
            model_name='user',
            name='digest_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='last mailed on'),
        ),
        migrations.AddField(
            model_name='user',
            name='inbox_all_read_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='inbox_read_at',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='inbox read up to'),
        ),
        migrations.AddField(
            model_name='user',
            name='inbox_read_before',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='event',
            name='noun',
            field=models.CharField(choices=[('claim', 'claim'), ('link', 'link'), ('passage', 'passage'), ('assessment', 'assessment'), ('article', 'article'), ('source', 'source'), ('alias', 'alias'), ('suggestion', 'suggestion'), ('null_search', 'search'), ('comment', 'comment'), ('user', 'person'), ('group', 'group'), ('desk', 'desk')], max_length=12),
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('created', 'created'), ('imported', 'imported'), ('new_version', 'recorded a new version of'), ('changed', 'changed'), ('amended', 'amended'), ('opened', 'opened'), ('rejected', 'rejected'), ('linked', 'linked'), ('withdrawn', 'withdrew'), ('reaffirmed', 're-affirmed'), ('proposed', 'proposed a verdict on'), ('sent_back', 'sent back'), ('decided', 'decided'), ('reopened', 'reopened'), ('merged', 'merged'), ('unmerged', 'took apart the merge of'), ('split', 'split'), ('searched', 'searched and found nothing for'), ('settled', 'marked as done'), ('accepted', 'accepted'), ('undone', 'took back the judgement of'), ('deleted', 'deleted')], max_length=14),
        ),
        migrations.AlterField(
            model_name='suggestion',
            name='result_noun',
            field=models.CharField(blank=True, choices=[('claim', 'claim'), ('link', 'link'), ('passage', 'passage'), ('assessment', 'assessment'), ('article', 'article'), ('source', 'source'), ('alias', 'alias'), ('suggestion', 'suggestion'), ('null_search', 'search'), ('comment', 'comment'), ('user', 'person'), ('group', 'group'), ('desk', 'desk')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['created', 'imported', 'new_version', 'changed', 'amended', 'opened', 'rejected', 'linked', 'withdrawn', 'reaffirmed', 'proposed', 'sent_back', 'decided', 'reopened', 'merged', 'unmerged', 'split', 'searched', 'settled', 'accepted', 'undone', 'deleted'])), name='event_verb_known'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('noun__in', ['claim', 'link', 'passage', 'assessment', 'article', 'source', 'alias', 'suggestion', 'null_search', 'comment', 'user', 'group', 'desk'])), name='event_noun_known'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('digest__in', ['never', 'daily', 'weekdays'])), name='user_digest_known'),
        ),
        migrations.AddField(
            model_name='comment',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='first',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='claims.comment'),
        ),
        migrations.AddField(
            model_name='comment',
            name='supersedes',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='claims.comment'),
        ),
        migrations.AddField(
            model_name='comment',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='inboxmark',
            name='claim',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='inboxmark',
            name='event',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.event'),
        ),
        migrations.AddField(
            model_name='inboxmark',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inbox_marks', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mention',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='claims.comment'),
        ),
        migrations.AddField(
            model_name='mention',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='thread',
            name='claim',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='threads', to='claims.claim'),
        ),
        migrations.AddField(
            model_name='thread',
            name='done_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='thread',
            name='passage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='threads', to='claims.passage'),
        ),
        migrations.AddField(
            model_name='comment',
            name='thread',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='claims.thread'),
        ),
        migrations.AddConstraint(
            model_name='inboxmark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claim', None), ('event__isnull', False), ('fell_due_on', None)), models.Q(('claim__isnull', False), ('event', None), ('fell_due_on__isnull', False)), _connector='OR'), name='inbox_mark_on_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='inboxmark',
            constraint=models.UniqueConstraint(fields=('user', 'event'), name='inbox_mark_unique_event'),
        ),
        migrations.AddConstraint(
            model_name='inboxmark',
            constraint=models.UniqueConstraint(fields=('user', 'claim', 'fell_due_on'), name='inbox_mark_unique_due'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('comment', 'name'), name='mention_unique_name'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('name')), 0)), name='mention_name_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='thread',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claim__isnull', False), ('passage', None)), models.Q(('claim', None), ('passage__isnull', False)), _connector='OR'), name='thread_on_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='thread',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('done_by', None)), models.Q(('done_at__isnull', False), ('done_by__isnull', False)), _connector='OR'), name='thread_done_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('body')), 0)), name='comment_body_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('body'), 4000)), name='comment_body_not_too_long'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('first', None), ('supersedes', None)), models.Q(('first__isnull', False), ('supersedes__isnull', False)), _connector='OR'), name='comment_version_of_what'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='comment_withdrawn_by_whom'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['claim', 'at'], name='event_of_claim'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('noun', 'article'), ('verb', 'changed')), fields=['at'], name='event_of_article_changed'),
        ),
        migrations.RunPython(create_triggers, drop_triggers),
        migrations.RunPython(create_own_triggers, drop_own_triggers),
    ]
