"""Fingerprints of a record's words: short, and no words can be read back from them.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003): of each run of hashes the smallest is kept, so that any
eight words in a row that two records share give them a print in common.
"""

import re
from collections.abc import Iterable
from hashlib import blake2b

from django.db import models

from amd.moderation.models import TextPrint
from amd.publishing.search import fold
from amd.records.models import Record, Status

from .reading import NAMES, NOT_WORDS

# Words in one hash, and hashes of which the smallest is kept.
RUN, WINDOW = 5, 4
_WORD = re.compile(r"[^\W_]+")


def prints_of(texts: Iterable[str]) -> set[int]:
    """Empty for words too few to be told from others by."""
    return {value for text in texts for value in _winnowed(_hashes(text))}


def keep_prints(record: Record) -> None:
    """Write them anew from the words as they are saved; call in their transaction.

    Of a draft nothing is kept: nobody but its author sees it. Four queries.
    """
    models.QuerySet(TextPrint).filter(record_id=record.pk).delete()
    now = Record.objects.select_related(record.kind).get(pk=record.pk)
    if now.status in (Status.DRAFT, Status.WITHDRAWN):
        return
    TextPrint.objects.bulk_create(
        TextPrint(record_id=now.pk, value=value) for value in sorted(_prints_for(now))
    )


def _prints_for(record: Record) -> set[int]:
    """Of what somebody wrote: names that two records share make them no copies."""
    texts: dict[str, str] = {}
    for signed in record.story.words():
        texts |= signed.texts
    return prints_of(
        text for name, text in texts.items() if name not in NAMES | NOT_WORDS
    )


def _hashes(text: str) -> list[int]:
    words = _WORD.findall(fold(text))
    runs = (words[start : start + RUN] for start in range(len(words) - RUN + 1))
    return [_hash(" ".join(run)) for run in runs]


def _hash(words: str) -> int:
    """Signed, in 64 bits, the same on every machine."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)


def _winnowed(hashes: list[int]) -> set[int]:
    windows = max(1, len(hashes) - WINDOW + 1)
    return {min(hashes[start : start + WINDOW]) for start in range(windows) if hashes}
