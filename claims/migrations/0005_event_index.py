from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0004_article_search")]

    operations = [
        migrations.RemoveIndex(model_name="event", name="event_object"),
        migrations.AddIndex(
            model_name="event", index=models.Index(fields=["object_id", "noun"], name="event_of_object")
        ),
    ]
