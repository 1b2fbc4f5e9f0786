"""The five criteria of a case study, and how a lead marked them."""

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
    comment = models.CharField(max_length=500, blank=True)
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
