"""Who is where now, a row for each person and page, and whether a person takes part in that."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0010_comments'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='shows_presence',
            field=models.BooleanField(default=True, verbose_name='shows presence'),
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('doing', models.CharField(choices=[('reading', 'is here'), ('editing', 'is editing'), ('linking', 'is linking'), ('proposing', 'is proposing a verdict'), ('deciding', 'is deciding')], max_length=9)),
                ('seen_at', models.DateTimeField()),
                ('article', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.article')),
                ('claim', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.claim')),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('doing__in', ['reading', 'editing', 'linking', 'proposing', 'deciding'])), name='presence_doing_known'), models.CheckConstraint(condition=models.Q(models.Q(('article', None), ('claim__isnull', False)), models.Q(('article__isnull', False), ('claim', None)), _connector='OR'), name='presence_on_one_thing'), models.UniqueConstraint(fields=('claim', 'user'), name='presence_unique_on_claim'), models.UniqueConstraint(fields=('article', 'user'), name='presence_unique_on_article')],
            },
        ),
    ]
