"""What was public once and is no longer: told to re-users, so that they delete it."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from pydantic import BaseModel, Field

from amd.publishing.addresses import id_of
from amd.publishing.models import Publication, Retired

ENDED = (Retired.TAKEN_DOWN, Retired.WITHDRAWN)


class Tombstone(BaseModel):
    """A record that is no longer public. Delete what you have of it."""

    id: str = Field(description="The same as the `id` of the publication")
    reference: str = Field(description="The record's name, such as 7F3K-2Q")
    published_at: datetime = Field(description="When its last copy was published")
    withdrawn_at: datetime = Field(description="When it ceased to be public")
    reason: str = Field(description="`taken_down` or `withdrawn`")


def tombstones() -> "QuerySet[Publication]":
    """The last copy of each record that has none live: reference, dates and reason."""
    same_record = Publication.objects.filter(record=OuterRef("record"))
    ended_later = Q(retired_at__gt=OuterRef("retired_at")) | Q(
        retired_at=OuterRef("retired_at"), pk__gt=OuterRef("pk")
    )
    return (
        Publication.objects.filter(retired_why__in=ENDED)
        .exclude(Exists(same_record.live()))
        .exclude(Exists(same_record.filter(ended_later, retired_why__in=ENDED)))
        .only("reference", "published_at", "retired_at", "retired_why")
        .order_by("-retired_at", "-pk")
    )


def tombstone_of(publication: Publication) -> Tombstone:
    assert publication.retired_at  # noqa: S101 - it is the copy of a tombstone
    return Tombstone(
        id=id_of(publication),
        reference=publication.shown_reference,
        published_at=publication.published_at,
        withdrawn_at=publication.retired_at,
        reason=publication.retired_why,
    )
