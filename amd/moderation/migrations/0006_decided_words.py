import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0005_comments_on_marks"),
    ]

    operations = [
        migrations.CreateModel(
            name="DecidedWords",
            fields=[
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="records.decision",
                    ),
                ),
                (
                    "texts",
                    models.JSONField(
                        help_text="For each person: the words they answer for"
                    ),
                ),
                ("photo_digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FieldComment",
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
                ("field", models.SlugField(max_length=40)),
                ("text", models.TextField(max_length=1000)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="records.decision",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "field"),
                        name="one_comment_a_decision_and_field",
                    )
                ],
            },
        ),
    ]
