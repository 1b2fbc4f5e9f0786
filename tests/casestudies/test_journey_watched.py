"""A program may begin and send a story: it is told nothing, and the story waits apart."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.models import Suspected
from amd.web.watched import Sign, stamp
from casestudies.journey.saving import MAILS
from casestudies.models import CaseStudy
from tests.casestudies.journey import BEGIN, begin, fill, page, send

pytestmark = pytest.mark.django_db

FILLED = {"homepage": "https://pills.example"}


def signs():
    return list(Suspected.objects.values_list("why", flat=True))


def told():
    return list(Outbox.objects.order_by("pk").values_list("address", flat=True))


def test_a_person_is_not_suspected_and_the_lead_is_told(
    client, answers, organisation, north
):
    begin(client, answers)
    fill(client, answers)
    send(client, answers)

    assert signs() == []
    assert told() == [answers["author_email"]] * 2 + [north.mailbox]


def test_whoever_fills_the_box_reads_what_everybody_reads(
    client, answers, organisation
):
    assert begin(client, answers | FILLED)["Location"].endswith("/write/challenge/")
    fill(client, answers)
    answer = send(client, answers)

    assert answer["Location"].endswith("/sent/")
    receipt = client.get(answer["Location"]).text
    assert CaseStudy.objects.get().shown_reference in receipt
    assert "spam" not in receipt.lower()
    assert signs() == [Sign.FILLED]
    assert told() == [answers["author_email"]] * 2


def test_the_last_page_is_watched_too(client, answers, organisation):
    begin(client, answers)
    fill(client, answers)
    assert signs() == []

    send(client, answers | FILLED)

    assert signs() == [Sign.FILLED]
    assert Suspected.objects.apart().count() == 1
    assert told() == [answers["author_email"]] * 2


def long_ago():
    Suspected.objects.update(noticed_at=timezone.now() - timedelta(seconds=3601))


@pytest.mark.parametrize("takes_their_time", [True, False])
def test_only_who_is_quick_to_the_end_is_suspected(
    client, answers, organisation, north, settings, takes_their_time
):
    settings.FORM_LEAST_SECONDS = 3600
    begin(client, answers)
    fill(client, answers)
    assert signs() == [Sign.FAST]
    if takes_their_time:
        long_ago()

    send(client, answers)

    assert signs() == ([] if takes_their_time else [Sign.FAST])
    assert (north.mailbox in told()) == takes_their_time


def test_who_fills_the_box_may_take_any_time(client, answers, organisation):
    begin(client, answers | FILLED)
    fill(client, answers)
    long_ago()

    send(client, answers)

    assert signs() == [Sign.FILLED]


def test_what_a_lead_sent_back_is_not_suspected_any_more(
    client, answers, organisation, north_lead
):
    begin(client, answers | FILLED)
    fill(client, answers)
    send(client, answers)
    story = CaseStudy.objects.get()
    moves.send_back(story, by=north_lead.user, seen_version=story.version, note="More")

    answer = send(client, answers | FILLED)

    assert answer.status_code == 302
    assert not Suspected.objects.apart().exists()


def test_a_first_page_that_nobody_opened_is_noticed(client, answers, organisation):
    asked = {k: v for k, v in answers.items() if k != "uses"}

    client.post(BEGIN, asked)

    assert signs() == [Sign.UNSTAMPED]


def test_later_pages_are_not_watched(client, answers, organisation, settings):
    begin(client, answers)
    settings.FORM_LEAST_SECONDS = 3600

    page(client, "you", answers)

    assert signs() == []
    assert "amd-honeypot" not in page(client, "you").text


def test_the_first_page_has_the_box_and_its_time(client):
    text = client.get(BEGIN, follow=True).text

    assert text.count('class="amd-honeypot"') == 1
    assert text.count('name="shown_at"') == 1


def test_no_mailbox_is_filled_by_drafts(client, answers, organisation):
    for number in range(MAILS + 2):
        key = f"00000000-0000-4000-8000-{number:012}"
        asked = {k: v for k, v in answers.items() if k != "uses"}
        client.post(BEGIN, asked | {"form_key": key, "shown_at": stamp()})

    assert CaseStudy.objects.count() == MAILS + 2
    assert len(told()) == MAILS
