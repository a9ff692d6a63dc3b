"""Fingerprints of texts, and the pairs of articles that carry the same words."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0007_assistant'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticleCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_share', models.FloatField()),
                ('second_share', models.FloatField()),
                ('resemblance', models.FloatField()),
                ('agency', models.CharField(blank=True, max_length=100)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.article')),
                ('first_version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.articleversion')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.article')),
                ('second_version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.articleversion')),
            ],
            options={
                'verbose_name_plural': 'article copies',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='article_copy_unique_pair'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='article_copy_in_order'), models.CheckConstraint(condition=models.Q(('first_share__range', (0, 1)), ('resemblance__range', (0, 1)), ('second_share__range', (0, 1))), name='article_copy_shares_are_parts')],
            },
        ),
        migrations.CreateModel(
            name='Fingerprint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fingerprints', to='claims.articleversion')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('value', 'version'), name='fingerprint_unique_value_version')],
            },
        ),
    ]
