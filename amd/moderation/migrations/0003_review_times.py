import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0002_nightly_run"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewTimes",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "due_soon_after_days",
                    models.PositiveSmallIntegerField(
                        default=7,
                        help_text="A record that has waited this many days is marked as due soon",
                        validators=[
                            django.core.validators.MinValueValidator(
                                1, "Enter 1 day or more"
                            )
                        ],
                        verbose_name="due soon after (days)",
                    ),
                ),
                (
                    "overdue_after_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="A record that has waited this many days is marked as overdue",
                        validators=[
                            django.core.validators.MaxValueValidator(
                                365, "Enter 365 days or fewer"
                            )
                        ],
                        verbose_name="overdue after (days)",
                    ),
                ),
            ],
            options={
                "verbose_name": "review times",
                "verbose_name_plural": "review times",
                "default_permissions": ("view", "add", "change"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="review_times_are_one_row"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_soon_after_days__gte", 1)),
                        name="review_times_start_with_a_day",
                        violation_error_message="Enter 1 day or more for due soon",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overdue_after_days__gt", models.F("due_soon_after_days"))
                        ),
                        name="review_times_overdue_comes_later",
                        violation_error_message="Enter more days for overdue than for due soon",
                    ),
                ],
            },
        ),
    ]
