"""Questions between colleagues, and the hold that stops every publication."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from amd.records.models import Record


class ColleagueQuestion(models.Model):
    """A lead asks somebody about a record by a mailed link, and reads the answer."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="colleagues_asked")
    asked_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    email = models.EmailField(blank=True)
    question = models.TextField(max_length=1000)
    key = models.PositiveIntegerField(default=1)
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    answer = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["ColleagueQuestion"]] = models.Manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Question {self.pk}"


class PublishingHold(models.Model):
    """While one is in force nothing is published, such as before an election (IG-27)."""

    reason = models.CharField(max_length=300)
    set_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    set_at = models.DateTimeField(default=timezone.now)
    lifted_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["PublishingHold"]] = models.Manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view", "add", "change")
        constraints = [
            # Every row in force has the same value here, so there is one at most.
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(lifted_at=None),
                name="one_publishing_hold_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"Hold of {self.set_at:%-d %B %Y}"
