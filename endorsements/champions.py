"""A champion: the person, apart from what they said on one day."""

from typing import Any

from django.db import models
from django.utils import timezone

from amd.campaign.models import Term
from amd.campaign.scoping import RegionScopedQuerySet

from . import limits


class ChampionQuerySet(RegionScopedQuerySet):
    def known(self) -> "ChampionQuerySet":
        """Those whose name was not erased, by name."""
        return self.exclude(name="").order_by("name", "pk")


class Champion(models.Model):
    """Whom leads speak with, and where that stands; never shown to the public.

    Title and organisation as displayed belong to each endorsement, for they change.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", "National"
        REGIONAL = "regional", "Regional"
        LOCAL = "local", "Local"

    class Status(models.TextChoices):
        PROSPECT = "prospect", "Prospect"
        APPROACHED = "approached", "Approached"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        LAPSED = "lapsed", "Lapsed"
        WITHDRAWN = "withdrawn", "Withdrawn"

    name = models.CharField(max_length=limits.NAME, blank=True)
    name_variants = models.TextField(
        blank=True,
        max_length=500,
        help_text="Other ways their name is written, one a line",
    )
    region = models.ForeignKey(
        "campaign.Region", models.PROTECT, null=True, blank=True, related_name="+"
    )
    level = models.CharField(max_length=20, choices=Level, default=Level.LOCAL)
    sector = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": Term.Scheme.ORGANISATION_TYPE},
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PROSPECT)
    email = models.EmailField("email address", blank=True)
    assistant_name = models.CharField(
        "assistant's name", max_length=limits.NAME, blank=True
    )
    assistant_email = models.EmailField("assistant's email address", blank=True)
    approached_by = models.CharField(max_length=limits.NAME, blank=True)
    notes = models.TextField(
        blank=True,
        max_length=2000,
        help_text="Notes could be released on request",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ChampionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name or f"Champion {self.pk}, erased"

    def erase(self) -> None:
        """Nothing of the person is left; that there was one, where and when, stays."""
        empty: dict[str, Any] = dict.fromkeys(PERSONAL, "")
        for name, value in empty.items():
            setattr(self, name, value)
        self.status = self.Status.WITHDRAWN
        self.save(update_fields=[*empty, "status"])


PERSONAL = (
    "name",
    "name_variants",
    "email",
    "assistant_name",
    "assistant_email",
    "approached_by",
    "notes",
)
