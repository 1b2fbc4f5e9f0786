import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import amd.consent.models.questions


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0002_evidence_of_answers"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignOff",
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
                    "person",
                    models.CharField(
                        choices=[
                            ("champion", "Champion"),
                            ("contributor", "Contributor of a case study"),
                            ("quoted", "Person quoted in a case study"),
                        ],
                        max_length=20,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("texts", models.JSONField(default=dict)),
                ("photo_digest", models.CharField(blank=True, max_length=64)),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="their email address"
                    ),
                ),
                (
                    "asked_as",
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
                (
                    "key",
                    models.PositiveIntegerField(
                        default=amd.consent.models.questions.new_key, editable=False
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "expires_at",
                    models.DateTimeField(default=amd.consent.models.questions.last_day),
                ),
                ("replaced_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "Approved"),
                            ("changes", "Asked for a change"),
                            ("refused", "Said no"),
                        ],
                        max_length=20,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("comment", models.TextField(blank=True, max_length=2000)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consent",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_off",
                        to="consent.consentrecord",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to="records.record",
                    ),
                ),
                (
                    "wording",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="campaign.consentwording",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="sign_off_answered_with_a_date",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answer", ""), ("replaced_at", None)),
                        fields=("record", "person"),
                        name="one_open_sign_off_a_person",
                    ),
                ],
            },
        ),
    ]
