"""What stands between a record and its publication."""

import pytest

from amd.moderation import sign_off
from amd.records.models import Status
from tests.amd.moderation.desk_steps import decide, stored
from tests.factories import make_endorsement, make_wordings

pytestmark = pytest.mark.django_db

ADDRESS = "champion@example.nhs.uk"


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def ask(record, lead):
    now = stored(record).story
    return sign_off.ask(
        now, person="champion", email=ADDRESS, by=lead.user, seen_version=now.version
    )


def test_nothing_is_published_over_a_wish_for_a_change(north, north_lead):
    """Whatever was agreed to before: these very words are not what they want."""
    record = make_endorsement(region=north, agreed=True)
    sign_off.ask_for_changes(ask(record, north_lead), comment="Say “Dr”.")

    response = decide(north_lead, stored(record), "publish")

    assert response.context["missing"] == [
        "The champion asked for a change: edit the words or ask them again."
    ]
    assert stored(record).status == Status.SUBMITTED


def test_wish_that_was_followed_by_a_yes_stands_in_no_way(north, north_lead):
    record = make_endorsement(region=north)
    sign_off.ask_for_changes(ask(record, north_lead), comment="Say “Dr”.")
    sign_off.approve(ask(record, north_lead), uses=["website", "name", "title"])

    decide(north_lead, stored(record), "publish")

    assert stored(record).status == Status.PUBLISHED
