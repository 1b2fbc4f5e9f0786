"""Giving a pack that is ready: asked again at each download whether it still may be."""

from pathlib import Path

from django.utils import timezone

from . import files
from .models import Pack, PackRecord, PackState
from .names import name_of_pack
from .reasons import why_not

AGAIN = "Make the pack again."
_NOT_READY = {
    PackState.WAITING: "The pack is waiting to be made.",
    PackState.MAKING: "The pack is being made.",
    PackState.CANCELLED: f"The pack was cancelled. {AGAIN}",
}


def why_not_given(pack: Pack) -> str:
    """In sentences, what happened and what to do; nothing where the file may be given.

    At most two queries where it may.
    """
    pack.refresh_from_db()
    if pack.state != PackState.READY:
        return _NOT_READY.get(PackState(pack.state), pack.said)
    if pack.keep_until <= timezone.now():
        return f"The pack was kept for seven days. {AGAIN}"
    changed = changed_since(pack)
    if changed:
        return f"{changed} {AGAIN}"
    if not path_of(pack).is_file():
        return f"The file of the pack is lost. {AGAIN}"
    return ""


def changed_since(pack: Pack) -> str:
    """A sentence about the first record in it that may not be given so any more."""
    for each in held(pack):
        publication = each.publication
        if why_not(publication, each.record_id):
            return f"Record {each.record.shown_reference} has changed since."
    return ""


def held(pack: Pack) -> list[PackRecord]:
    """The records that are in the file, with the copies that went in. One query."""
    rows = pack.records.filter(left_out="").select_related("record", "publication")
    return list(rows)


def left_out(pack: Pack) -> list[PackRecord]:
    """The records that are not in the file; each says why. One query."""
    return list(pack.records.exclude(left_out="").select_related("record"))


def path_of(pack: Pack) -> Path:
    return files.path_of(pack.file_name)


def download_name(pack: Pack) -> str:
    """What a person's computer calls it."""
    return name_of_pack(pack.pk, len(held(pack)))
