"""What is shown first: the case studies that were escalated, and those that leads chose."""

from django.db import models
from django.utils import timezone

from amd.records.models import Record


class Featured(models.Model):
    """An escalated case study, which met all five criteria; a row apart from its words."""

    record = models.OneToOneField(
        Record, models.PROTECT, primary_key=True, related_name="featured"
    )
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Featured since {self.since:%-d %B %Y}"


class FrontRow(models.Model):
    """One of the records that the home page shows first, in the order of national leads."""

    record = models.OneToOneField(
        Record, models.PROTECT, primary_key=True, related_name="front_row"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        default_permissions = ("view", "add", "change", "delete")

    def __str__(self) -> str:
        return f"{self.position}. {self.record}"


class CaseStudyOfTheWeek(models.Model):
    """Shown as such from its Monday on, until the next one's."""

    monday = models.DateField(unique=True)
    record = models.ForeignKey(Record, models.PROTECT, related_name="weeks")

    class Meta:
        verbose_name = "case study of the week"
        verbose_name_plural = "case studies of the week"
        ordering = ["-monday"]
        default_permissions = ("view", "add", "change", "delete")

    def __str__(self) -> str:
        return f"{self.record}, {self.monday:%-d %B %Y}"


def forget_featuring(record: Record) -> None:
    """A withdrawn record is in no row; one that is only down for now keeps its place."""
    for model in (Featured, FrontRow, CaseStudyOfTheWeek):
        models.QuerySet(model).filter(record_id=record.pk).delete()
