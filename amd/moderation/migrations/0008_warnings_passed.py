import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0007_claims"),
    ]

    operations = [
        migrations.CreateModel(
            name="WarningPassed",
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
                ("finding", models.CharField(max_length=64)),
                ("code", models.SlugField(max_length=40)),
                ("reason", models.CharField(max_length=500)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("author", "Author"),
                            ("quoted_person", "Quoted person"),
                            ("lead", "Library lead"),
                            ("nightly", "Nightly run"),
                            ("set_up", "Set-up"),
                        ],
                        max_length=20,
                    ),
                ),
                ("passed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="warnings_passed",
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
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("record", "finding", "role"),
                        name="one_pass_a_record_finding_and_role",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TextPrint",
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
                ("value", models.BigIntegerField()),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prints",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("value", "record"), name="one_print_a_value_and_record"
                    )
                ],
            },
        ),
    ]
