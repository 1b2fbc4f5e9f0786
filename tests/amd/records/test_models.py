import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from amd.records import reference
from amd.records.models import Decision, Kind, Move, Record, Role, Status
from tests.factories import make_lead, make_national_lead, make_region

pytestmark = pytest.mark.django_db


def make_record(**overrides):
    return Record.objects.create(
        **{"kind": Kind.ENDORSEMENT, "status": Status.SUBMITTED, **overrides}
    )


def make_decision(record):
    return Decision.objects.create(
        record=record,
        move=Move.SUBMIT,
        from_status=Status.DRAFT,
        to_status=Status.SUBMITTED,
        version=2,
        role=Role.AUTHOR,
        note="Words about a person",
    )


def test_lead_sees_only_records_of_her_regions():
    north, south = make_region(), make_region()
    hers = make_record(region=north)
    make_record(region=south)
    make_record(region=None)

    assert list(Record.objects.visible_to(make_lead(north))) == [hers]


def test_national_lead_sees_every_record_and_those_without_region():
    make_record(region=make_region())
    make_record(region=None)

    assert Record.objects.visible_to(make_national_lead()).count() == 2


def test_draft_is_seen_by_no_lead():
    make_record(status=Status.DRAFT)

    assert not Record.objects.visible_to(make_national_lead()).exists()


def test_status_outside_the_list_is_refused_by_the_database():
    record = make_record()

    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.filter(pk=record.pk).update(status="lost")


def test_decision_is_never_changed_or_deleted():
    decision = make_decision(make_record())

    for change in (
        decision.save,
        decision.delete,
        Decision.objects.all().delete,
        lambda: Decision.objects.update(note="Other words"),
    ):
        with pytest.raises(ValidationError):
            change()

    decision.refresh_from_db()
    assert decision.note == "Words about a person"


def test_erased_notes_leave_the_decision_itself():
    record = make_record()
    make_decision(record)

    Decision.erase_notes(record)

    decision = record.decisions.get()
    assert decision.note == ""
    assert decision.move == Move.SUBMIT


def test_one_decision_for_each_version():
    record = make_record()
    make_decision(record)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_decision(record)


def test_record_is_named_by_kind_and_reference_alone():
    record = make_record(reference="7F3K2Q", author_name="Sam Sample")

    assert str(record) == "Endorsement 7F3K-2Q"


def test_a_reference_that_is_taken_is_drawn_again(monkeypatch):
    taken = make_record()
    drawn = iter([taken.reference, "7F3K2Q"])
    monkeypatch.setattr(reference, "new_reference", lambda: next(drawn))

    record = make_record(reference=taken.reference)

    assert record.reference == "7F3K2Q"
