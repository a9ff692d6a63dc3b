"""What copies say alike stands under one suggestion, and what ends the worker is not read for ever."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0008_copies'),
    ]

    operations = [
        migrations.AddField(
            model_name='assistantrun',
            name='tries',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='fold',
            field=models.PositiveBigIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('fold__isnull', False)), fields=['fold'], name='suggestion_fold'),
        ),
    ]
