"""Where a published card went: who of the staff downloaded it, and where it was used."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from amd.campaign.models import User
from amd.records.models import Record


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


class CardUse(models.Model):
    """One place where somebody's words were shown, noted by staff."""

    class Where(models.TextChoices):
        X = "x", "X"
        BLUESKY = "bluesky", "Bluesky"
        MASTODON = "mastodon", "Mastodon"
        LINKEDIN = "linkedin", "LinkedIn"
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        THREADS = "threads", "Threads"
        BRIEFING = "briefing", "Briefing"
        BOARD_PAPER = "board_paper", "Board paper"
        TALK = "talk", "Talk"
        INTRANET = "intranet", "Intranet"
        PRINT = "print", "Print"

    record = models.ForeignKey(Record, models.PROTECT, related_name="card_uses")
    where = models.CharField(max_length=20, choices=Where)
    address = models.URLField("web address", blank=True, max_length=300)
    account = models.CharField(
        max_length=120, blank=True, help_text="Account, meeting or publication"
    )
    used_on = models.DateField(default=timezone.localdate)
    noted_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-used_on", "-pk"]
        default_permissions = ("add", "view")

    def __str__(self) -> str:
        return f"{self.get_where_display()}, {self.used_on:%-d %B %Y}"

    @property
    def line(self) -> str:
        """Where and when, as it is listed for people."""
        where = " ".join(filter(None, (self.account, self.address)))
        return f"{self}: {where}" if where else str(self)


class Takedown(models.Model):
    """A use that has to come down: who sees to it, and when it was done."""

    class Why(models.TextChoices):
        WITHDRAWN = "withdrawn", "The words were withdrawn"
        NARROWED = "narrowed", "Less is agreed than before"
        ENDED = "ended", "What was agreed has ended"
        TAKEN_DOWN = "taken_down", "The page was taken down"

    use = models.OneToOneField(CardUse, models.CASCADE, related_name="takedown")
    why = models.CharField(max_length=20, choices=Why)
    owner = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Take down: {self.use}"


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
        places = tuple(
            place.line for place in CardUse.objects.filter(record_id=record.pk)
        )
        return cls(takers, places)
