"""Hand-made posts to the review desk: nothing is sent, nothing breaks."""

import pytest
from django.test import Client

from amd.consent.models import SignOff
from amd.mail.models import Outbox
from tests.amd.moderation.desk_steps import page
from tests.factories import make_endorsement, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def question_of(record):
    """What the button on the page posts."""
    return {
        "version": record.version,
        "person": "champion",
        "email": "champion@example.nhs.uk",
    }


@pytest.mark.parametrize(
    "bad",
    [
        {"version": "9" * 30},
        {"version": "x"},
        {"version": ""},
        {"person": "somebody"},
        {"person": "quoted"},
        {"person": ""},
        {"email": "a" * 5000 + "@example.org"},
        {"email": "champion@example.nhs.uk\r\nBcc: all@example.org"},
    ],
)
def test_hand_made_question_sends_nothing_and_answers_a_page(north, north_lead, bad):
    record = make_endorsement(region=north)
    sent = {**question_of(record), **bad}

    response = north_lead.client.post(page(record, "ask"), sent, follow=True)

    assert response.status_code == 200
    assert not Outbox.objects.exists()


@pytest.mark.parametrize("name", ["ask", "send_again", "agree", "withdraw"])
def test_nothing_is_done_for_a_page_of_another_site(north, north_lead, name):
    record = make_endorsement(region=north)
    client = Client(enforce_csrf_checks=True)
    client.force_login(north_lead.user)
    sent = {**question_of(record), "sure": "on"}

    assert client.post(page(record, name), sent).status_code == 403
    assert not SignOff.objects.exists()


def test_paper_under_a_number_that_no_database_holds_does_not_exist(north, north_lead):
    record = make_endorsement(region=north)

    response = north_lead.client.get(page(record, "paper", answer=10**30))

    assert response.status_code == 404
