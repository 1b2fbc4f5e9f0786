"""Another record with much the same words, told without showing another region's."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from amd.campaign.models import User
from amd.moderation.models import TextPrint
from amd.publishing.models import Publication
from amd.records.models import Record, Role

from .findings import Finding, Weight

CODE = "near-duplicate"
# Fewer prints in common may be chance: five are about fifteen words.
LEAST = 5
# Of the prints of the shorter of the two.
MUCH, NEARLY_ALL = 0.5, 0.9
MOST = 10
NOT_YOURS = "a record of another region: your national lead can compare them"


class Place(NamedTuple):
    """Where the other words stand, for somebody who may read them there."""

    called: str = NOT_YOURS
    url: str = ""


def near_duplicates(record: Record, *, by: User | Role) -> Iterator[Finding]:
    """Of records that came before this one, and of what is public.

    One query where no words are shared, else four, however many records there are.
    """
    alike = _alike(record)
    places = _places(list(alike), by) if alike else {}
    for other, share in alike.items():
        place = places.get(other, Place())
        much = "Nearly all" if share >= NEARLY_ALL else "Much"
        yield Finding(
            CODE,
            Weight.WARN,
            f"{much} of these words stand in {place.called}",
            f"{other}\0{much}",
            url=place.url,
        )


def _alike(record: Record) -> dict[int, float]:
    """Record → share of the words in common, the most alike first."""
    own = TextPrint.objects.filter(record_id=record.pk).values("value")
    live = Publication.objects.live().filter(record_id=OuterRef("record_id"))
    rows = (
        TextPrint.objects.filter(value__in=own)
        .exclude(record_id=record.pk)
        .filter(Q(record_id__lt=record.pk) | Exists(live))
        .values_list("record_id")
        .annotate(shared=Count("pk"))
        .filter(shared__gte=LEAST)
        .order_by("-shared", "record_id")[:MOST]
    )
    shared = dict(rows)
    if not shared:
        return {}
    whole = _how_many([record.pk, *shared])
    shares = {
        other: count / min(whole[other], whole[record.pk])
        for other, count in shared.items()
    }
    return {other: share for other, share in shares.items() if share >= MUCH}


def _how_many(records: list[int]) -> dict[int, int]:
    rows = TextPrint.objects.filter(record_id__in=records).values_list("record_id")
    return dict(rows.annotate(count=Count("pk")))


def _places(others: list[int], by: User | Role) -> dict[int, Place]:
    """Those that this person may see, and those that everybody may."""
    public = Publication.objects.live().filter(record_id__in=others)
    places = {
        each.record_id: Place(_called(each.record, "public"), each.get_absolute_url())
        for each in public.select_related("record")
    }
    if isinstance(by, User):
        for record in Record.objects.visible_to(by).filter(pk__in=others):
            page = reverse("admin:records_record_review", args=[record.pk])
            status = record.get_status_display().lower()
            places[record.pk] = Place(_called(record, status), page)
    return places


def _called(record: Record, state: str) -> str:
    kind = record.get_kind_display().lower()
    return f"{kind} {record.shown_reference} ({state})"
