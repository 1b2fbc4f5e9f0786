"""Why a record may not be in a pack today: asked before it goes in, and once more after."""

from datetime import datetime

from django.utils import timezone

from amd.publishing.models import Publication, Retired

NOT_AGREED = "Sharing on social media is not agreed to"
NOT_PUBLIC = "It is not public"
NOT_DRAWN = "It cannot be drawn well in any of these formats"
LOST_PICTURE = "Its photo or a logo cannot be read at the moment"


def live_copy(record_id: int) -> Publication | None:
    """What is public of it now. One query."""
    found = Publication.objects.live().for_pages().select_related("record")
    return found.filter(record_id=record_id).first()


def why_not(publication: Publication | None, record_id: int) -> str:
    """Why no card of this record may be given; nothing where it may."""
    if publication is None or not publication.is_live:
        return _how_it_went(record_id)
    if not publication.allows_social:
        return NOT_AGREED
    if publication.ends_on < timezone.localdate():
        return f"It was agreed to until {publication.ends_on:%-d %B %Y}"
    return ""


def _how_it_went(record_id: int) -> str:
    known = Publication.objects.filter(record_id=record_id)
    last = known.exclude(retired_at=None).order_by("-retired_at", "-pk").first()
    if last is None or last.retired_at is None:
        return NOT_PUBLIC
    what = "Withdrawn" if last.retired_why == Retired.WITHDRAWN else "Taken down"
    return f"{what} on {_day(last.retired_at)}"


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%-d %B %Y}"
