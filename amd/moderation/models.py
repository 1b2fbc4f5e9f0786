"""Marks against the five criteria, and the nightly run of each day."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from amd.records.models import Record


class Criterion(models.IntegerChoices):
    """As stated for the national collection; 4 and 5 are inferred from its examples."""

    ACHIEVED = 1, "What was achieved is clear"
    IMPACT = 2, "What the impact was is clear"
    LIBRARY_ROLE = 3, "What the library's role was is clear"
    SAVING = 4, "There is detail of a cost or time saving, or similar high-level impact"
    NAMED_QUOTE = 5, "There is a quote from a named library user who benefited"


CORE_CRITERIA = (Criterion.ACHIEVED, Criterion.IMPACT, Criterion.LIBRARY_ROLE)


class CriterionMark(models.Model):
    """One criterion of one case study; deleted when the words it was about change."""

    class Mark(models.TextChoices):
        MET = "met", "Met"
        PARTLY = "partly", "Partly"
        NOT_MET = "not", "Not met"

    record = models.ForeignKey(Record, models.PROTECT, related_name="marks")
    criterion = models.PositiveSmallIntegerField(choices=Criterion)
    mark = models.CharField(max_length=10, choices=Mark)
    marked_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    marked_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["CriterionMark"]] = models.Manager()

    class Meta:
        ordering = ["criterion"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["record", "criterion"], name="one_mark_a_record_and_criterion"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_criterion_display()}: {self.get_mark_display()}"


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
