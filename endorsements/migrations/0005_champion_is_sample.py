from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("endorsements", "0004_champion"),
    ]

    operations = [
        migrations.AddField(
            model_name="champion",
            name="is_sample",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
