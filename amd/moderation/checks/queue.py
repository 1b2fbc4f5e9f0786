"""How many blocks and open warnings each row of the queue has, from its words alone."""

from collections.abc import Iterable

from amd.moderation.models import WarningPassed
from amd.records.models import Record, Status

from .passing import COUNTS
from .run import found_in_words


def open_warnings(records: Iterable[Record]) -> dict[int, int]:
    """Record → how many are open, 0 too. One query where each has its child and picture.

    Near-duplicates and old titles, which ask for more rows, are on the review page.
    """
    kept = [record for record in records if record.status != Status.WITHDRAWN]
    found = {record.pk: found_in_words(record.story) for record in kept}
    warned = [pk for pk, findings in found.items() if findings]
    rows = WarningPassed.objects.filter(record_id__in=warned, role__in=COUNTS)
    passed = set(rows.values_list("record_id", "finding")) if warned else set()
    return {
        pk: sum(each.is_block or (pk, each.key) not in passed for each in findings)
        for pk, findings in found.items()
    }
