"""The public, frozen copy of a record: exactly what was approved, and for how long."""

import hashlib
import json
from datetime import date
from typing import Any

from django.db import models
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import ConsentRecord, Use
from amd.records import reference as references
from amd.records.models import Kind, Record

from .featuring import CaseStudyOfTheWeek, Featured, FrontRow
from .indexed import FacetMap, Indexed, IndexedTerm
from .logos import SLOTS, PartnerLogo, WithLogos, no_logo_twice
from .matching import Says
from .packs.models import Pack, PackRecord, PackState
from .reach import Download, DownloadCount
from .search import Asked, read_query
from .uses import CardUse, Takedown, last_used_on

__all__ = [
    "CardUse",
    "CaseStudyOfTheWeek",
    "Download",
    "DownloadCount",
    "FacetMap",
    "Featured",
    "FrontRow",
    "Indexed",
    "IndexedTerm",
    "Pack",
    "PackRecord",
    "PackState",
    "PartnerLogo",
    "Publication",
    "PublicationQuerySet",
    "Retired",
    "Takedown",
]


class Retired(models.TextChoices):
    REPLACED = "replaced", "Replaced by a newer copy"
    NARROWED = "narrowed", "Narrowed to what is still agreed"
    TAKEN_DOWN = "taken_down", "Taken down"
    WITHDRAWN = "withdrawn", "Withdrawn"


class PublicationQuerySet(models.QuerySet["Publication"]):
    def live(self) -> "PublicationQuerySet":
        """What the public may see: the only meaning of "public"."""
        return self.filter(retired_at=None)

    def with_reference(self, text: str) -> "PublicationQuerySet":
        """Every copy of the record with this reference, as a person types it."""
        stored = references.read_reference(text)
        return self.filter(reference=stored) if stored else self.none()

    def saying(self, asked: Asked) -> "PublicationQuerySet":
        """Those live ones with what was asked for, by the index."""
        if not asked.parts:
            return self.none()
        return self.filter(Says(models.F("pk"), asked))

    def matching(self, words: list[str]) -> "PublicationQuerySet":
        """Those live ones with each of these words; all where none is given."""
        return self.saying(read_query(" ".join(words))) if words else self

    def allowing(self, use: Use) -> "PublicationQuerySet":
        """Those whose people agreed to this use."""
        # As text: not every database looks inside a list.
        listed = Cast("uses", models.TextField())
        return self.alias(listed=listed).filter(listed__contains=f'"{use.value}"')

    def not_used_since(self, day: date) -> "PublicationQuerySet":
        """Those of which staff noted no use on this day or after it."""
        uses = CardUse.objects.filter(record_id=models.OuterRef("record_id"))
        return self.exclude(models.Exists(uses.filter(used_on__gte=day)))

    def newest_first(self) -> "PublicationQuerySet":
        return self.order_by("-published_at", "-pk")

    def for_pages(self) -> "PublicationQuerySet":
        """With the rows that a page shows beside it: no query a record."""
        return self.select_related("region", "photo")

    def with_last_used(self) -> "PublicationQuerySet":
        """With `last_used`: the day on which staff last noted a use, else None."""
        return self.annotate(last_used=last_used_on("record_id"))


class Publication(WithLogos):
    record = models.ForeignKey(Record, models.PROTECT, related_name="publications")
    kind = models.CharField(max_length=20, choices=Kind)
    reference = models.CharField(max_length=references.LENGTH)
    region = models.ForeignKey(
        "campaign.Region", models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation_name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200, blank=True)
    byline = models.CharField(max_length=400, blank=True)
    sections = models.JSONField(default=list)
    design = models.CharField(max_length=20)
    theme = models.CharField(max_length=20, default="blue")
    card = models.JSONField(default=dict)
    photo = models.ForeignKey(
        "pictures.Picture", models.PROTECT, null=True, blank=True, related_name="+"
    )
    content_digest = models.CharField(max_length=64)
    alt_text = models.TextField(blank=True)
    facets = models.JSONField(default=dict)
    figures = models.JSONField(default=list)
    search_text = models.TextField(blank=True)
    as_at = models.DateField()
    uses = models.JSONField(default=list)
    ends_on = models.DateField()
    consent = models.ForeignKey(ConsentRecord, models.PROTECT, related_name="+")
    is_sample = models.BooleanField(default=False)
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        "campaign.User", models.SET_NULL, null=True, related_name="+"
    )
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_why = models.CharField(max_length=20, choices=Retired, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["record"],
                condition=models.Q(retired_at=None),
                name="one_live_publication_a_record",
            ),
            models.CheckConstraint(
                condition=models.Q(retired_at=None, retired_why="")
                | (models.Q(retired_at__isnull=False) & ~models.Q(retired_why="")),
                name="publication_retired_with_a_reason",
            ),
            no_logo_twice("publication_shows_no_logo_twice"),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=models.Q(retired_at=None),
                name="live_publications_by_date",
            ),
            models.Index(fields=["reference"], name="publications_by_reference"),
            models.Index(
                fields=["-retired_at", "-id"],
                condition=models.Q(retired_why__in=("taken_down", "withdrawn")),
                name="tombstones_by_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {references.shown(self.reference)}"

    def get_absolute_url(self) -> str:
        return reverse(f"gallery:{self.kind}", args=[self.address_reference])

    @property
    def is_live(self) -> bool:
        return self.retired_at is None

    @property
    def address_reference(self) -> str:
        return references.in_address(self.reference)

    @property
    def shown_reference(self) -> str:
        return references.shown(self.reference)

    def allows(self, use: Use) -> bool:
        return use.value in self.uses

    @property
    def allows_social(self) -> bool:
        """Whether cards may be downloaded, shared and shown in link previews."""
        return self.allows(Use.SOCIAL)

    def digest_of_content(self) -> str:
        """SHA-256 of design, theme, words by field name and the pictures by digest."""
        content = {
            "design": self.design,
            "theme": self.theme,
            "card": self.card,
            "photo": self.photo.digest if self.photo else "",
            "logos": [logo.picture.digest for logo in self.logos],
        }
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def erase(self) -> None:
        """Empty it to reference, dates and reason; the picture is erased by its owner."""
        empty: dict[str, Any] = {
            "title": "",
            "byline": "",
            "organisation_name": "",
            "sections": [],
            "card": {},
            "photo": None,
            "content_digest": "",
            "alt_text": "",
            "facets": {},
            "figures": [],
            "search_text": "",
            **dict.fromkeys(SLOTS),
        }
        for name, value in empty.items():
            setattr(self, name, value)
        self.save(update_fields=list(empty))
