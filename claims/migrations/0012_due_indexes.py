from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_presence")]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["state", "window_end", "review_on"], name="claim_due"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["owner", "state", "window_end", "review_on"], name="claim_due_of_owner"),
        ),
        migrations.AddIndex(
            model_name="claim", index=models.Index(fields=["state", "window_start"], name="claim_begins")
        ),
        migrations.AddIndex(
            model_name="claimfigures",
            index=models.Index(
                fields=["claim"], condition=models.Q(("needs_review", True)), name="claim_figures_needs_review"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                fields=["at"],
                condition=models.Q(("noun", "comment"), ("verb", "created")),
                name="event_of_comment_made",
            ),
        ),
    ]
