"""How soon to review, and what was done each night."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone


class NightlyRun(models.Model):
    """One row a day: whoever makes it does the day's acts; each is safe to do twice."""

    day = models.DateField(unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    # None while it runs; a run whose worker died is taken over after its lease.
    finished_at = models.DateTimeField(null=True, blank=True)
    done = models.JSONField(default=dict, help_text="How often each act was done")

    objects: ClassVar[models.Manager["NightlyRun"]] = models.Manager()

    class Meta:
        ordering = ["-day"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Nightly run of {self.day:%-d %B %Y}"


class ReviewTimes(models.Model):
    """How many days a record may wait before it is due soon, and overdue: one row.

    Until national leads set others, one week and two: ours, from no source.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(
        primary_key=True, default=ONLY, editable=False
    )
    due_soon_after_days = models.PositiveSmallIntegerField(
        "due soon after (days)",
        default=7,
        validators=[MinValueValidator(1, "Enter 1 day or more")],
        help_text="A record that has waited this many days is marked as due soon",
    )
    overdue_after_days = models.PositiveSmallIntegerField(
        "overdue after (days)",
        default=14,
        validators=[MaxValueValidator(365, "Enter 365 days or fewer")],
        help_text="A record that has waited this many days is marked as overdue",
    )

    objects: ClassVar[models.Manager["ReviewTimes"]] = models.Manager()

    class Meta:
        verbose_name = verbose_name_plural = "review times"
        default_permissions = ("view", "add", "change")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1), name="review_times_are_one_row"
            ),
            models.CheckConstraint(
                condition=models.Q(due_soon_after_days__gte=1),
                name="review_times_start_with_a_day",
                violation_error_message="Enter 1 day or more for due soon",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    overdue_after_days__gt=models.F("due_soon_after_days")
                ),
                name="review_times_overdue_comes_later",
                violation_error_message=(
                    "Enter more days for overdue than for due soon"
                ),
            ),
        ]

    def __str__(self) -> str:
        return (
            f"Due soon after {self.due_soon_after_days} days, "
            f"overdue after {self.overdue_after_days}"
        )

    @classmethod
    def current(cls) -> "ReviewTimes":
        """Those that hold now. One query."""
        return cls.objects.first() or cls()


class DigestSent(models.Model):
    """The morning's mail to one lead: whoever makes the row writes it."""

    user = models.ForeignKey("campaign.User", models.CASCADE, related_name="+")
    day = models.DateField()

    objects: ClassVar[models.Manager["DigestSent"]] = models.Manager()

    class Meta:
        ordering = ["day", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "day"], name="one_digest_a_lead_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"Digest of {self.day:%-d %B %Y}"
