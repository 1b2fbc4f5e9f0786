"""A pack that somebody asked for: which records, which formats, and how far it is."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from amd.campaign.models import User
from amd.records.models import Record

MOST_RECORDS = 100
KEPT_FOR = timedelta(days=7)


def a_week_from_now() -> datetime:
    return timezone.now() + KEPT_FOR


class PackState(models.TextChoices):
    WAITING = "waiting", "Waiting to be made"
    MAKING = "making", "Being made"
    READY = "ready", "Ready"
    FAILED = "failed", "Could not be made"
    CANCELLED = "cancelled", "Cancelled"
    GONE = "gone", "Deleted"


UNDER_WAY = (PackState.WAITING, PackState.MAKING)


class PackQuerySet(models.QuerySet["Pack"]):
    def visible_to(self, user: User) -> "PackQuerySet":
        """A pack is for whoever asked for it."""
        return self.filter(asked_by=user)

    def under_way(self) -> "PackQuerySet":
        return self.filter(state__in=UNDER_WAY)

    def to_make(self) -> "PackQuerySet":
        """What waits, and what a worker left unfinished; the oldest first."""
        waits = models.Q(state=PackState.WAITING)
        left = models.Q(state=PackState.MAKING, taken_until__lt=timezone.now())
        return self.filter(waits | left).order_by("asked_at", "pk")

    def holding(self, records: Iterable[int]) -> "PackQuerySet":
        """Those with a file that one of these records is in."""
        held = PackRecord.objects.filter(record__in=records, left_out="")
        return self.filter(state=PackState.READY, pk__in=held.values("pack"))


class Pack(models.Model):
    """The row is the truth: a worker that dies leaves it to the next one."""

    asked_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    keep_until = models.DateTimeField(default=a_week_from_now)
    formats = models.JSONField(default=list)
    state = models.CharField(
        max_length=10, choices=PackState, default=PackState.WAITING
    )
    done = models.PositiveSmallIntegerField(default=0)
    taken_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    file_name = models.CharField(max_length=80, blank=True)
    bytes = models.PositiveBigIntegerField(default=0)
    said = models.CharField(
        max_length=200, blank=True, help_text="Why it failed or was deleted"
    )

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=models.Q(state__in=("waiting", "making")),
                name="packs_to_make",
            )
        ]

    def __str__(self) -> str:
        return f"Pack {self.pk}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def is_ready(self) -> bool:
        return self.state == PackState.READY


class PackRecord(models.Model):
    """One record of a pack: the copy that went in, or why it was left out."""

    pack = models.ForeignKey(Pack, models.CASCADE, related_name="records")
    record = models.ForeignKey(Record, models.PROTECT, related_name="+")
    publication = models.ForeignKey(
        "publishing.Publication", models.PROTECT, null=True, related_name="+"
    )
    place = models.PositiveSmallIntegerField()
    formats = models.JSONField(default=list, help_text="Those that are in the ZIP")
    left_out = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pack", "place"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "record"], name="record_once_in_a_pack"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} of pack {self.pack_id}"
