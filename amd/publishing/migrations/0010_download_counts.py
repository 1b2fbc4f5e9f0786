import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0009_takedowns"),
    ]

    operations = [
        migrations.CreateModel(
            name="DownloadCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("format_name", models.CharField(max_length=20)),
                ("kind", models.CharField(max_length=10)),
                ("day", models.DateField(default=django.utils.timezone.localdate)),
                ("number", models.PositiveIntegerField(default=0)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="download_counts",
                        to="records.record",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaign.region",
                    ),
                ),
            ],
            options={
                "ordering": ["-day"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("record", "format_name", "kind", "day"),
                        name="one_download_count_a_day",
                    )
                ],
            },
        ),
    ]
