"""Times the review queue of 10,000 records beside an empty one: python -m tests.bench_queue

In turn, on a database of its own: the one that settings name, SQLite unless told so.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count, cycle, islice
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

# After the set-up, which they need.
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from amd.campaign.models import Region  # noqa: E402
from amd.moderation.models import QueueEntry  # noqa: E402
from amd.records.models import Decision, Kind, Record, Role, Status  # noqa: E402
from amd.records.reference import ALPHABET, check_letter  # noqa: E402
from casestudies.models import CaseStudy  # noqa: E402
from endorsements.models import Endorsement  # noqa: E402
from tests.factories import make_lead, make_region  # noqa: E402

RECORDS = int(os.environ.get("RECORDS", "10000"))
ROUNDS = int(os.environ.get("ROUNDS", "30"))
WARM_UP = 3
ONE_PAGE = 50
DAYS = 90

# Most of them wait: the hardest case.
STATUSES = cycle(
    [Status.SUBMITTED] * 7 + [Status.ACCEPTED, Status.PUBLISHED, Status.SENT_BACK]
)
WORDS = "When a decision has to be right, our librarians are the colleagues I ask."


def references() -> Iterator[str]:
    """One after the other, so that none is drawn twice."""
    for number in count():
        body = "".join(
            ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)]
            for place in range(5)
        )
        yield body + check_letter(body)


@transaction.atomic
def fill(region: Region, given: Iterator[str]) -> None:
    """Records of both kinds with their words and the decision that began their wait."""
    now = timezone.now()
    rows = Record.objects.bulk_create(
        Record(
            reference=reference,
            kind=list(Kind)[number % 2],
            status=next(STATUSES),
            region=region,
            organisation_name="Sampleshire NHS Trust",
            author_name="Ali Sample",
            submitted_at=now - timedelta(minutes=number * DAYS * 1440 // RECORDS),
        )
        for number, reference in enumerate(given)
    )
    for row in rows:
        child_of(row).save_base(raw=True)
    Decision.objects.bulk_create(
        Decision(
            record=row,
            move="submit",
            from_status=Status.DRAFT,
            to_status=Status.SUBMITTED,
            version=1,
            role=Role.AUTHOR,
            made_at=row.submitted_at or timezone.now(),
        )
        for row in rows
    )


def child_of(row: Record) -> Record:
    shared: dict[str, Any] = {
        field.attname: getattr(row, field.attname)
        for field in Record._meta.concrete_fields
    }
    if row.kind == Kind.ENDORSEMENT:
        return Endorsement(
            record_ptr=row, **shared, quote=WORDS, name="Dr Sample", title="Matron"
        )
    return CaseStudy(record_ptr=row, **shared, headline=WORDS[:70], brief=WORDS)


def visit(client: Client, **asked: str) -> Callable[[], None]:
    def ask() -> None:
        answer = client.get(reverse("admin:records_record_changelist"), asked)
        if answer.status_code != 200:
            raise RuntimeError(f"the queue answered {answer.status_code}")

    return ask


def milliseconds(ask: Callable[[], None]) -> float:
    begun = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - begun)


def in_turn(pages: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The median of each, all asked in every round."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    for turn in range(WARM_UP + ROUNDS):
        for name, ask in pages.items():
            taken = milliseconds(ask)
            if turn >= WARM_UP:
                times[name].append(taken)
    return {name: statistics.median(taken) for name, taken in times.items()}


def queries(ask: Callable[[], None]) -> int:
    with CaptureQueriesContext(connection) as context:
        ask()
    return len(context)


def signed_in(region: Region) -> Client:
    client = Client()
    client.force_login(make_lead(region))
    return client


def show() -> None:
    full, short, empty = (make_region(name=name) for name in ("Full", "Short", "Empty"))
    lead, alone = signed_in(full), visit(signed_in(empty))
    before = in_turn({"empty": alone})["empty"]
    given = references()
    fill(full, islice(given, RECORDS))
    fill(short, islice(given, ONE_PAGE))
    first = milliseconds(visit(lead))
    pages = {
        "an empty queue beside them": alone,
        f"a queue of {ONE_PAGE} beside them": visit(signed_in(short), status="all"),
        "the queue": visit(lead),
        "its last page": visit(lead, page="999999"),
        "overdue case studies": visit(lead, band="overdue", kind="casestudy"),
        "somebody is to be asked": visit(lead, sign_off="to_ask"),
        "everything, newest first": visit(lead, status="all", order="newest"),
        "a name that many have": visit(lead, q="sample"),
    }
    medians = in_turn(pages)
    kept = QueueEntry.objects.count()
    say(f"{RECORDS} records, median of {ROUNDS}, on {connection.vendor}")
    say(f"{'':30}{'ms':>8}{'x empty':>10}{'queries':>10}")
    say(f"{'an empty queue and no record':30}{before:8.1f}{1:10.2f}")
    for name, taken in medians.items():
        asked = queries(pages[name])
        say(f"{name:30}{taken:8.1f}{taken / before:10.2f}{asked:10}")
    say(f"the very first time, when {kept} records are entered: {first:.0f} ms")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> int:
    # As in production: with DEBUG every query is kept and timed.
    setup_test_environment(debug=False)
    made = setup_databases(verbosity=0, interactive=False)
    try:
        show()
    finally:
        teardown_databases(made, verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
