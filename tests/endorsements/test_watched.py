"""A program may send the form: it is told nothing, and what it sent waits apart."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.moderation.models import Suspected
from amd.web.watched import Sign
from endorsements.forms import AgainForm
from endorsements.models import Endorsement
from tests.endorsements.answers import answers, confirm_address, send_confirmed

pytestmark = pytest.mark.django_db


def signs():
    return list(Suspected.objects.values_list("why", flat=True))


def test_a_person_is_not_suspected(client):
    client.post("/endorse/", answers())

    assert Endorsement.objects.count() == 1
    assert signs() == []


def test_a_filled_box_is_noticed_and_the_answer_is_the_same(client):
    usual = client.post("/endorse/", answers())
    odd = client.post(
        "/endorse/", answers(quote="Cheap pills.", homepage="https://pills.example")
    )

    assert usual.status_code == odd.status_code == 302
    pages = [client.get(answer["Location"]).text for answer in (usual, odd)]
    assert ["Check your email" in page for page in pages] == [True, True]
    assert "spam" not in pages[1].lower()
    assert signs() == [Sign.FILLED]


def test_a_form_that_nobody_opened_is_noticed(client):
    client.post("/endorse/", answers(shown_at=""))

    assert signs() == [Sign.UNSTAMPED]


def test_a_form_that_is_sent_at_once_is_noticed(client, settings):
    settings.FORM_LEAST_SECONDS = 3600

    client.post("/endorse/", answers())

    assert signs() == [Sign.FAST]


def test_it_stays_apart_when_its_address_is_confirmed(client, north_lead):
    endorsement = send_confirmed(client, homepage="https://pills.example")

    assert endorsement.status == "submitted"
    assert Suspected.objects.apart().count() == 1


def test_who_opens_a_mail_in_between_took_their_time(client, settings):
    settings.FORM_LEAST_SECONDS = 3600
    client.post("/endorse/", answers())
    Suspected.objects.update(noticed_at=timezone.now() - timedelta(seconds=3601))

    endorsement = Endorsement.objects.get()
    client.post(confirm_address(endorsement), {"version": endorsement.version})

    assert signs() == []


def test_the_page_has_the_box_and_its_time_and_a_later_one_has_not(client):
    page = client.get("/endorse/").text

    assert page.count('class="amd-honeypot"') == 1
    assert page.count('name="shown_at"') == 1
    assert {"homepage", "shown_at"}.isdisjoint(AgainForm.base_fields)
