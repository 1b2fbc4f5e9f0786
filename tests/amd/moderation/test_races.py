"""Two moves at once, on real threads: one wins, the other is told, nothing is half done."""

import os
import threading

import pytest
from django.db import connection

from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.publishing.models import Publication
from amd.records.errors import ModerationError
from amd.records.models import Record
from tests.factories import make_endorsement, make_national_lead, make_wordings

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]

ROUNDS = int(os.environ.get("ROUNDS", "20"))
NOTE = {"note": "Please say what changed"}


def accept(record, lead):
    moves.accept(record, by=lead, seen_version=record.version)


def decline(record, lead):
    moves.decline(record, by=lead, seen_version=record.version, **NOTE)


def send_back(record, lead):
    moves.send_back(record, by=lead, seen_version=record.version, **NOTE)


def publish(record, lead):
    moves.publish(record, by=lead, seen_version=record.version)


def withdraw(record, lead):
    moves.withdraw(record, by=lead, seen_version=record.version)


def edit(record, lead):
    def save():
        record.quote = "Other words."
        record.save(update_fields=["quote"])

    moves.edit(record, by=lead, seen_version=record.version, save=save)


def answer_no(record, lead):
    record_answer(
        record,
        words=record.words()[0],
        uses=[],
        method="email",
        by=lead,
        seen_version=record.version,
    )


def at_once(record, acts, lead):
    """Each act on its own thread and copy of the row, started together."""
    copies = [Record.objects.get(pk=record.pk).story for _ in acts]
    barrier = threading.Barrier(len(acts))
    outcomes = {}

    def run(act, copy):
        try:
            barrier.wait()
            act(copy, lead)
            outcomes[act] = "won"
        except ModerationError as error:
            outcomes[act] = error
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=pair)
        for pair in zip(acts, copies, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.parametrize(
    "acts",
    [
        (publish, decline),
        (publish, send_back),
        (publish, withdraw),
        (publish, edit),
        (publish, answer_no),
        (accept, decline),
        (edit, accept),
    ],
    ids=lambda acts: f"{acts[0].__name__}-{acts[1].__name__}",
)
def test_one_of_two_wins_and_the_other_is_told(acts):
    lead = make_national_lead()
    make_wordings()
    for _ in range(ROUNDS):
        record = make_endorsement(agreed=True)

        outcomes = at_once(record, acts, lead)

        assert len(outcomes) == len(acts)
        won = [act for act, outcome in outcomes.items() if outcome == "won"]
        assert len(won) == 1, outcomes
        told = next(o for o in outcomes.values() if o != "won")
        assert told.sentence
        stored = Record.objects.get(pk=record.pk)
        assert stored.version == record.version + 1
        live = Publication.objects.live().filter(record=record).exists()
        assert live == (won[0] is publish)
