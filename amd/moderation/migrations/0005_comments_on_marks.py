from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0004_digest_sent"),
        ("records", "0002_escalation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="criterionmark",
            name="comment",
            field=models.CharField(blank=True, max_length=500),
        ),
    ]
