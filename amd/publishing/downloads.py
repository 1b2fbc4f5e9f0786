"""Counts what was downloaded, by anyone; and keeps which of the staff took it."""

import logging
from collections.abc import Iterable, Mapping

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from amd.campaign.models import User

from .models import Publication
from .reach import Download, DownloadCount

logger = logging.getLogger(__name__)

# The kind of a file that was in a pack, whatever its encoding.
IN_A_PACK = "zip"
Taken = Mapping[Publication, Iterable[str]]
"""What of each record: the names of formats."""


def count(publication: Publication, format_name: str, kind: str) -> None:
    """One more of this file today. Two queries; no failure reaches who downloads it."""
    _count({publication: [format_name]}, kind)


def keep_pack(user: User, taken: Taken) -> None:
    """Who took which formats of which records, told when their words are withdrawn.

    A query for all of it, and two a format to count them.
    """
    Download.objects.bulk_create(
        Download(
            record_id=publication.record_id,
            user=user,
            format_name=format_name,
            kind=IN_A_PACK,
        )
        for publication, formats in taken.items()
        for format_name in formats
    )
    _count(taken, IN_A_PACK)


def _count(taken: Taken, kind: str) -> None:
    by_format: dict[str, list[Publication]] = {}
    for publication, formats in taken.items():
        for name in formats:
            by_format.setdefault(name, []).append(publication)
    try:
        with transaction.atomic():
            for name, publications in by_format.items():
                _raise(publications, name, kind)
    except DatabaseError as error:
        logger.warning("A download was not counted: %s", type(error).__name__)


def _raise(publications: list[Publication], format_name: str, kind: str) -> None:
    """By one, in the database: two at once are both counted."""
    today = timezone.localdate()
    DownloadCount.objects.bulk_create(
        (
            DownloadCount(
                record_id=publication.record_id,
                region_id=publication.region_id,
                format_name=format_name,
                kind=kind,
                day=today,
            )
            for publication in publications
        ),
        ignore_conflicts=True,
    )
    rows = DownloadCount.objects.filter(
        record__in=[publication.record_id for publication in publications],
        format_name=format_name,
        kind=kind,
        day=today,
    )
    rows.update(number=F("number") + 1)
