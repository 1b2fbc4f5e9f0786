"""Where a published card went: who of the staff downloaded it, and how often anyone."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from amd.campaign.models import User
from amd.records.models import Record

from .uses import CardUse


class Download(models.Model):
    """A member of staff took a file; told when its words are withdrawn.

    Visitors are not known and not counted here.
    """

    record = models.ForeignKey(Record, models.PROTECT, related_name="downloads")
    user = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    format_name = models.CharField(max_length=20)
    kind = models.CharField(max_length=10)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.format_name}.{self.kind}, {self.made_at:%-d %B %Y}"


class DownloadCount(models.Model):
    """How often a file was downloaded on a day, by anyone; who it was is not known."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="download_counts")
    region = models.ForeignKey(
        "campaign.Region", models.PROTECT, null=True, related_name="+"
    )
    format_name = models.CharField(max_length=20)
    kind = models.CharField(max_length=10)
    day = models.DateField(default=timezone.localdate)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-day"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["record", "format_name", "kind", "day"],
                name="one_download_count_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.format_name}.{self.kind}, {self.day:%-d %B %Y}"


@dataclass(frozen=True)
class Reach:
    """Where a record's cards went, kept while the record is being erased."""

    takers: tuple[tuple[User, str], ...]
    uses: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> "Reach":
        """Two queries."""
        taken: dict[User, set[str]] = {}
        downloads = Download.objects.filter(record_id=record.pk, user__is_active=True)
        for each in downloads.select_related("user"):
            if each.user:
                taken.setdefault(each.user, set()).add(each.format_name)
        takers = tuple(
            (user, ", ".join(sorted(formats))) for user, formats in taken.items()
        )
        shown_still = CardUse.objects.filter(record_id=record.pk).not_down()
        places = tuple(place.line for place in shown_still)
        return cls(takers, places)
