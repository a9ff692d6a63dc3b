"""How many origins make or support a claim, kept beside the number of all its origins.

It begins with the number of all, which is right but where independent reports contradict the claim; of such claims
the next act on their evidence counts it anew, and `rebuild_figures` counts all of them.
"""

from django.db import migrations, models
from django.db.models import F


def begin_with_all(apps, schema_editor):
    apps.get_model("claims", "ClaimFigures").objects.update(supporting_origins=F("origins"))


class Migration(migrations.Migration):
    dependencies = [("claims", "0018_adjudication")]

    operations = [
        migrations.AddField(
            model_name="claimfigures",
            name="supporting_origins",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(begin_with_all, migrations.RunPython.noop),
    ]
