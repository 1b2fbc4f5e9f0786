from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("endorsements", "0005_champion_is_sample"),
    ]

    operations = [
        migrations.AddField(
            model_name="champion",
            name="folded",
            field=models.TextField(blank=True, editable=False),
        ),
    ]
