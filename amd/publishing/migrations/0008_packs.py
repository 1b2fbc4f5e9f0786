import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import amd.publishing.packs.models


class Migration(migrations.Migration):
    dependencies = [
        ("campaign", "0002_resource_files"),
        ("publishing", "0007_tombstones"),
        ("records", "0002_escalation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Pack",
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
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "keep_until",
                    models.DateTimeField(
                        default=amd.publishing.packs.models.a_week_from_now
                    ),
                ),
                ("formats", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be made"),
                            ("making", "Being made"),
                            ("ready", "Ready"),
                            ("failed", "Could not be made"),
                            ("cancelled", "Cancelled"),
                            ("gone", "Deleted"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("done", models.PositiveSmallIntegerField(default=0)),
                ("taken_until", models.DateTimeField(blank=True, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("file_name", models.CharField(blank=True, max_length=80)),
                ("bytes", models.PositiveBigIntegerField(default=0)),
                (
                    "said",
                    models.CharField(
                        blank=True,
                        help_text="Why it failed or was deleted",
                        max_length=200,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PackRecord",
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
                ("place", models.PositiveSmallIntegerField()),
                (
                    "formats",
                    models.JSONField(
                        default=list, help_text="Those that are in the ZIP"
                    ),
                ),
                ("left_out", models.CharField(blank=True, max_length=200)),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="records",
                        to="publishing.pack",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="publishing.publication",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "ordering": ["pack", "place"],
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="pack",
            index=models.Index(
                condition=models.Q(("state__in", ("waiting", "making"))),
                fields=["asked_at"],
                name="packs_to_make",
            ),
        ),
        migrations.AddConstraint(
            model_name="packrecord",
            constraint=models.UniqueConstraint(
                fields=("pack", "record"), name="record_once_in_a_pack"
            ),
        ),
    ]
