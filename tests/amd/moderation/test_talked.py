"""What colleagues said to each other stands in the timeline, without an address."""

import pytest

from amd.moderation import claims, colleagues
from amd.moderation.timeline import timeline
from tests.factories import make_endorsement

pytestmark = pytest.mark.django_db


def told(record):
    return [(event.what, event.by, event.note) for event in timeline(record)]


def test_a_claim_taken_over_is_told_with_why(north, north_lead, national_lead):
    record = make_endorsement(region=north)
    hers = claims.claim(record, by=north_lead.user)
    claims.take_over(record, by=national_lead.user, reason="On leave", seen=hers.pk)

    assert told(record) == [("Taken over from Nora North", "Nat National", "On leave")]


def test_a_claim_alone_is_no_event(north, north_lead):
    record = make_endorsement(region=north)
    claims.claim(record, by=north_lead.user)

    assert told(record) == []


def test_questions_and_answers_are_told_without_an_address(north, north_lead):
    record = make_endorsement(region=north)
    asked = colleagues.ask(
        record, email="col@example.org", question="Right?", by=north_lead.user
    )
    colleagues.answer(asked, text="Yes.")

    assert told(record) == [
        ("A colleague was asked", "Nora North", "Right?"),
        ("The colleague answered", "", "Yes."),
    ]
