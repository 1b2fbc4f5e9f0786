"""A record's live copy is retired: the packs that hold it are deleted with it."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from amd.records.models import Record
from amd.records.reference import shown

from . import files
from .models import Pack, PackRecord, PackState


def retire_packs(record_id: int, reference: str) -> None:
    """Call inside the transaction that retires it, once its row is changed.

    A pack that is being made is not among them: its maker asks for that row at the end.
    """
    today = f"{timezone.localdate():%-d %B %Y}"
    said = f"Record {shown(reference)} in it changed on {today}."
    delete_files(Pack.objects.holding([record_id]), said=said)


def delete_files(packs: Iterable[Pack], *, said: str) -> int:
    """Delete the files when the transaction commits; how many packs had one."""
    gone = 0
    for pack in packs:
        ready = Pack.objects.filter(pk=pack.pk, state=PackState.READY)
        gone += ready.update(state=PackState.GONE, said=said, bytes=0)
        # Robust: the copy is retired; a file that stays is given to nobody, and swept.
        transaction.on_commit(partial(files.delete, pack.file_name), robust=True)
    return gone


def forget_packs(records: Iterable[int] | QuerySet[Record]) -> int:
    """Delete every pack that was asked for with one of these records, and its file."""
    asked = PackRecord.objects.filter(record__in=records).values("pack")
    packs = Pack.objects.filter(pk__in=asked)
    for name in packs.exclude(file_name="").values_list("file_name", flat=True):
        transaction.on_commit(partial(files.delete, name), robust=True)
    return packs.delete()[1].get("publishing.Pack", 0)
