"""What is live: put a frozen copy before the public, take it down, empty it.

Called inside the transaction of a move; files go when it commits.
"""

from functools import partial

from django.db import models, transaction
from django.utils import timezone

from amd.campaign.models import PublicVersion
from amd.records.models import Record

from . import files
from .cards import address_digest
from .featuring import Featured, forget_featuring
from .models import Publication, Retired


@transaction.atomic
def put_live(publication: Publication, *, why: Retired = Retired.REPLACED) -> None:
    """Save this copy as the live one and retire the one before it, for `why`.

    A narrowed copy may show less than the one before, which is therefore emptied.
    """
    before = Publication.objects.live().filter(record=publication.record_id).first()
    if before:
        _retire(before, why)
    publication.save(force_insert=True)
    PublicVersion.raise_by_one()
    _remove_files_on_commit(publication.reference, keep=address_digest(publication))


@transaction.atomic
def take_down(record: Record, why: Retired) -> bool:
    """Retire what is live of this record; False where nothing was."""
    live = Publication.objects.live().filter(record_id=record.pk).first()
    if not live:
        return False
    _retire(live, why)
    PublicVersion.raise_by_one()
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


def feature(record: Record) -> None:
    """Show it as featured wherever it is live; nothing happens where it is already."""
    if Featured.objects.get_or_create(record_id=record.pk)[1]:
        PublicVersion.raise_by_one()


def unfeature(record: Record) -> None:
    if models.QuerySet(Featured).filter(record_id=record.pk).delete()[0]:
        PublicVersion.raise_by_one()


def is_featured(record: Record) -> bool:
    return Featured.objects.filter(record_id=record.pk).exists()


def _retire(publication: Publication, why: Retired) -> None:
    publication.retired_at = timezone.now()
    publication.retired_why = why
    publication.save(update_fields=["retired_at", "retired_why"])
    if why == Retired.NARROWED:
        publication.erase()


def _remove_files_on_commit(reference: str, *, keep: str = "") -> None:
    # Robust: the move is done; a file that stays is answered for by nobody's page.
    transaction.on_commit(partial(files.remove, reference, keep=keep), robust=True)
