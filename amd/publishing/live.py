"""What is live: put a frozen copy before the public, take it down, empty it.

Called inside the transaction of a move; files go when it commits.
"""

from functools import partial

from django.db import models, transaction
from django.utils import timezone

from amd.campaign.models import PublicVersion
from amd.records.models import Record

from . import files, indexing
from .cards import address_digest
from .featuring import Featured, forget_featuring
from .models import Publication, Retired
from .packs.retiring import retire_packs


@transaction.atomic
def put_live(publication: Publication, *, why: Retired = Retired.REPLACED) -> None:
    """Save this copy as the live one and retire the one before it, for `why`.

    A narrowed copy may show less than the one before, which is therefore emptied.
    """
    PublicVersion.raise_by_one()
    before = Publication.objects.live().filter(record=publication.record_id).first()
    place = None
    if before:
        place = _retire(before, why)
    publication.save(force_insert=True)
    keeps_place = before and before.published_at == publication.published_at
    indexing.enter(publication, place=place if keeps_place else None)
    _remove_files_on_commit(publication.reference, keep=address_digest(publication))


@transaction.atomic
def take_down(record: Record, why: Retired) -> bool:
    """Retire what is live of this record; False where nothing was."""
    live = Publication.objects.live().filter(record_id=record.pk).first()
    if not live:
        return False
    PublicVersion.raise_by_one()
    _retire(live, why)
    _remove_files_on_commit(record.reference)
    return True


@transaction.atomic
def erase_all(record: Record, why: Retired = Retired.WITHDRAWN) -> None:
    """Empty every publication of this record; one that is live is retired first."""
    take_down(record, why)
    for publication in Publication.objects.filter(record_id=record.pk):
        publication.erase()
    if why == Retired.WITHDRAWN:
        forget_featuring(record)
    _remove_files_on_commit(record.reference)


@transaction.atomic
def feature(record: Record) -> None:
    """Show it as featured wherever it is live; nothing happens where it is already."""
    if Featured.objects.get_or_create(record_id=record.pk)[1]:
        PublicVersion.raise_by_one()
        indexing.show_featured(record, is_featured=True)


@transaction.atomic
def unfeature(record: Record) -> None:
    if models.QuerySet(Featured).filter(record_id=record.pk).delete()[0]:
        PublicVersion.raise_by_one()
        indexing.show_featured(record, is_featured=False)


def is_featured(record: Record) -> bool:
    return Featured.objects.filter(record_id=record.pk).exists()


def _retire(publication: Publication, why: Retired) -> int | None:
    """The place that it had in the index."""
    place = indexing.leave(publication)
    publication.retired_at = timezone.now()
    publication.retired_why = why
    publication.save(update_fields=["retired_at", "retired_why"])
    retire_packs(publication.record_id, publication.reference)
    if why == Retired.NARROWED:
        publication.erase()
    return place


def _remove_files_on_commit(reference: str, *, keep: str = "") -> None:
    # Robust: the move is done; a file that stays is answered for by nobody's page.
    transaction.on_commit(partial(files.remove, reference, keep=keep), robust=True)
