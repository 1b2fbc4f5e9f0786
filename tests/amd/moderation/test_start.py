"""How a record begins, and that saving words leaves moves alone."""

import threading
import uuid

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from amd.mail.models import Outbox
from amd.mail.outbox import role_mailbox
from amd.moderation import moves
from amd.moderation.start import keep_draft, save_words, start
from amd.records.errors import NotReady
from amd.records.models import Move, Record, Role, Status
from endorsements.models import Endorsement
from tests.factories import make_endorsement, make_lead, make_national_lead, make_region

pytestmark = pytest.mark.django_db


def unsaved(**overrides):
    return Endorsement(
        **{
            "quote": "Evidence first.",
            "name": "Dr Sample Person",
            "title": "Medical Director",
            "organisation_name": "Sampleshire NHS Trust",
            "author_email": "sam@example.nhs.uk",
            **overrides,
        }
    )


def test_author_starts_a_record_and_gets_a_receipt_and_the_leads_a_mail():
    record = start(unsaved(), by=Role.AUTHOR)

    assert (record.status, record.version) == (Status.SUBMITTED, 2)
    assert [d.move for d in record.decisions.all()] == [Move.SUBMIT]
    receipt, new_work = Outbox.objects.order_by("pk")
    assert {receipt.reference, new_work.reference} == {record.reference}
    assert (receipt.address, new_work.address) == (
        record.author_email,
        role_mailbox(None),
    )
    assert f"/admin/records/record/{record.pk}/review/" in new_work.body


def test_lead_starts_a_record_and_is_named_by_its_first_decision():
    lead = make_lead(make_region())

    record = start(unsaved(), by=lead)

    assert record.decisions.get().user == lead
    assert not Outbox.objects.exists()


def test_draft_is_kept_once_and_tells_nobody():
    key = uuid.uuid4()
    saved = []

    first, second = (
        keep_draft(
            unsaved(form_key=key), by=Role.AUTHOR, save_more=lambda: saved.append(1)
        )
        for _ in "12"
    )

    assert first == second == Record.objects.get().story
    assert (first.status, first.version, saved) == (Status.DRAFT, 1, [1])
    assert not first.decisions.exists()
    assert not Outbox.objects.exists()


def test_draft_whose_rest_fails_is_not_kept():
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        keep_draft(unsaved(), by=Role.AUTHOR, save_more=fail)

    assert not Record.objects.exists()


def test_record_that_is_not_whole_is_not_sent():
    with pytest.raises(NotReady) as error:
        start(unsaved(title=""), by=Role.AUTHOR)

    assert error.value.missing == ["Enter the champion's job title"]
    assert not Record.objects.exists()


def test_second_click_finds_the_record_of_the_first():
    key = uuid.uuid4()

    first = start(unsaved(form_key=key), by=Role.AUTHOR)
    second = start(unsaved(form_key=key), by=Role.AUTHOR)

    assert first == second
    assert Outbox.objects.filter(address=first.author_email).count() == 1


def test_nothing_is_kept_when_a_part_of_it_fails():
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        start(unsaved(), by=Role.AUTHOR, save_more=fail)

    assert not Record.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.race
def test_two_clicks_at_once_make_one_record():
    key, found, barrier = uuid.uuid4(), [], threading.Barrier(2)

    def click():
        barrier.wait()
        found.append(start(unsaved(form_key=key), by=Role.AUTHOR).pk)
        connection.close()

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 2
    assert {Record.objects.get().pk} == set(found)


def updates(queries):
    return [q["sql"] for q in queries if q["sql"].startswith("UPDATE")]


def test_move_changes_the_parent_once_and_only_where_the_version_holds():
    record = make_endorsement()

    with CaptureQueriesContext(connection) as queries:
        moves.accept(record, by=make_national_lead(), seen_version=record.version)

    first, second = [u for u in updates(queries) if "records_record" in u]
    # The first holds the row, so that a claim waits for it, and changes nothing.
    assert '"status"' not in first
    assert "\"status\" = 'submitted'" in second.split("WHERE")[1]
    for sql in (first, second):
        assert '"version" = 1' in sql.split("WHERE")[1]


def test_saving_words_writes_no_status_and_no_version():
    record = make_endorsement()
    record.quote = "Other words."

    with CaptureQueriesContext(connection) as queries:
        save_words(record)

    changed = " ".join(sql.split("WHERE")[0] for sql in updates(queries))
    assert '"quote"' in changed
    for kept in ('"status"', '"version"', '"reference"', '"form_key"', '"kind"'):
        assert kept not in changed


def test_what_the_database_refuses_for_another_reason_is_not_swallowed():
    too_long = unsaved(quote="x" * 1001)

    with pytest.raises(IntegrityError):
        start(too_long, by=Role.AUTHOR)
