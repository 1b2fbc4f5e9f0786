import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_partner_logos"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CardUse",
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
                (
                    "where",
                    models.CharField(
                        choices=[
                            ("x", "X"),
                            ("bluesky", "Bluesky"),
                            ("mastodon", "Mastodon"),
                            ("linkedin", "LinkedIn"),
                            ("facebook", "Facebook"),
                            ("instagram", "Instagram"),
                            ("threads", "Threads"),
                            ("briefing", "Briefing"),
                            ("board_paper", "Board paper"),
                            ("talk", "Talk"),
                            ("intranet", "Intranet"),
                            ("print", "Print"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "address",
                    models.URLField(
                        blank=True, max_length=300, verbose_name="web address"
                    ),
                ),
                (
                    "account",
                    models.CharField(
                        blank=True,
                        help_text="Account, meeting or publication",
                        max_length=120,
                    ),
                ),
                ("used_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card_uses",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "ordering": ["-used_on", "-pk"],
                "default_permissions": ("add", "view"),
            },
        ),
        migrations.CreateModel(
            name="Download",
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
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="downloads",
                        to="records.record",
                    ),
                ),
                (
                    "user",
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
                "default_permissions": ("view",),
            },
        ),
    ]
