import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("endorsements", "0003_circumstances"),
    ]

    operations = [
        migrations.CreateModel(
            name="Champion",
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
                ("name", models.CharField(blank=True, max_length=80)),
                (
                    "name_variants",
                    models.TextField(
                        blank=True,
                        help_text="Other ways their name is written, one a line",
                        max_length=500,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "National"),
                            ("regional", "Regional"),
                            ("local", "Local"),
                        ],
                        default="local",
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("prospect", "Prospect"),
                            ("approached", "Approached"),
                            ("agreed", "Agreed"),
                            ("declined", "Declined"),
                            ("lapsed", "Lapsed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="prospect",
                        max_length=20,
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="email address"
                    ),
                ),
                (
                    "assistant_name",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="assistant's name"
                    ),
                ),
                (
                    "assistant_email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        verbose_name="assistant's email address",
                    ),
                ),
                ("approached_by", models.CharField(blank=True, max_length=80)),
                (
                    "notes",
                    models.TextField(
                        blank=True,
                        help_text="Notes could be released on request",
                        max_length=2000,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaign.region",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"scheme": "organisation_type"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaign.term",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "default_permissions": ("add", "change", "view"),
            },
        ),
        migrations.AddField(
            model_name="endorsement",
            name="champion",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="endorsements",
                to="endorsements.champion",
            ),
        ),
    ]
