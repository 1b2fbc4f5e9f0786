"""Asking for a pack: which records, in which formats; taken back while it is made."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from amd.campaign.models import User
from amd.publishing.cards import DOCUMENT_FORMATS, DOWNLOAD_FORMATS, OFFERED_FORMATS
from amd.publishing.models import Publication

from .models import MOST_RECORDS, Pack, PackRecord, PackState

PICTURES = DOWNLOAD_FORMATS
DOCUMENTS = DOCUMENT_FORMATS


class CannotPack(Exception):
    """`sentence` says what to do instead, as a form does: without a full stop."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def ask(
    user: User, publications: Iterable[Publication], formats: Iterable[str]
) -> Pack:
    """A pack that the worker will make; the same one for a second click.

    Raises CannotPack. What may not be given is left out when it is made, and listed.
    """
    chosen = list(dict.fromkeys(read_formats(formats)))
    found = {each.record_id: each for each in publications}
    _check_number(len(found))
    if not any(each.allows_social for each in found.values()):
        raise CannotPack("Choose a record whose cards may be shared on social media")
    return _asked(user, list(found), chosen)


def ask_again(user: User, pack: Pack) -> Pack:
    """The same records in the same formats, as they are today."""
    records = list(pack.records.values_list("record_id", flat=True))
    live = Publication.objects.live().filter(record__in=records)
    if not any(each.allows_social for each in live):
        raise CannotPack("Choose other records: none of these may be shared any more")
    return _asked(user, records, read_formats(pack.formats))


def cancel(pack: Pack) -> bool:
    """Stop making it; False where it was made already, or is not to be made."""
    under_way = Pack.objects.under_way().filter(pk=pack.pk)
    is_cancelled = under_way.update(state=PackState.CANCELLED, taken_until=None)
    pack.refresh_from_db()
    return bool(is_cancelled)


def read_formats(names: Iterable[str]) -> list[str]:
    """Each once, in the order of the table of formats. Raises CannotPack."""
    asked = set(names)
    if not asked:
        raise CannotPack("Choose at least one format")
    if not asked <= set(OFFERED_FORMATS):
        raise CannotPack("Choose formats from the list")
    return [name for name in OFFERED_FORMATS if name in asked]


def _check_number(records: int) -> None:
    if not records:
        raise CannotPack("Choose at least one record")
    if records > MOST_RECORDS:
        raise CannotPack(f"Choose at most {MOST_RECORDS} records")


@transaction.atomic
def _asked(user: User, records: Sequence[int], formats: list[str]) -> Pack:
    under_way = Pack.objects.visible_to(user).under_way().filter(formats=formats)
    for known in under_way:
        if list(known.records.values_list("record_id", flat=True)) == records:
            return known
    pack = Pack.objects.create(asked_by=user, formats=formats, asked_at=timezone.now())
    PackRecord.objects.bulk_create(
        PackRecord(pack=pack, record_id=record, place=place)
        for place, record in enumerate(records, start=1)
    )
    return pack
