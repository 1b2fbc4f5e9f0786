"""The journey page by page: kept from the first one, nothing lost, nothing twice."""

import re
import time
from urllib.parse import unquote

import pytest
from django.core import signing

from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.casestudies.journey import BEGIN, begin, fill, page, seen_on, send

pytestmark = pytest.mark.django_db
FORM_KEY = r'name="form_key" value="([^"]+)"'


def test_first_page_keeps_a_draft_and_mails_its_link_once(client, answers):
    first = begin(client, answers)
    second = begin(client, answers)

    story = CaseStudy.objects.get()
    link = my_link(story)
    assert first.url == second.url == f"/my/{link}/write/challenge/"
    assert (story.status, story.author_name) == (Status.DRAFT, "Ali Sample")
    assert f"/my/{link}/" in Outbox.objects.get(address="ali@example.nhs.uk").body


def test_full_story_goes_from_page_to_page_to_the_leads(
    client, answers, north, organisation
):
    begin(client, answers)
    fill(client, answers)

    sent = send(client, answers)

    story = CaseStudy.objects.get()
    assert sent.url == f"/my/{my_link(story)}/sent/"
    assert (story.status, story.region) == (Status.SUBMITTED, north)
    assert story.problems() == []


def test_quick_story_asks_three_answers_and_grows(client, answers):
    begin(client, answers, story="quick")
    story = CaseStudy.objects.get()
    assert page(client, "story", answers).url.endswith("/write/patients/")
    page(client, "patients", answers)
    page(client, "headline", answers)
    assert story.is_quick
    assert CaseStudy.objects.get().problems() == []

    grown = client.post(f"/my/{my_link(story)}/write/grow/")

    assert grown.url.endswith("/write/outcome/")
    assert CaseStudy.objects.get().challenge == answers["challenge"]


def test_what_cannot_be_saved_is_not_lost(client, answers):
    begin(client, answers)

    refused = page(client, "figures", {"figure": "£120,000", "figure_note": ""})
    again = page(client, "figures")

    assert refused.status_code == 422
    assert 'value="£120,000"' in again.text
    assert CaseStudy.objects.get().figure == ""


def test_another_tabs_words_are_shown_beside_these(client, answers):
    begin(client, answers)
    seen = seen_on(page(client, "challenge"))
    page(client, "challenge", {"challenge": "Written in the first tab.", "seen": seen})

    both = page(
        client, "challenge", {"challenge": "Written in the second.", "seen": seen}
    )

    assert both.status_code == 422
    assert "Written in the first tab." in both.text
    assert "Written in the second." in both.text
    newer = seen_on(both)
    page(client, "challenge", {"challenge": "Both of them.", "seen": newer})
    assert CaseStudy.objects.get().challenge == "Both of them."


def test_two_clicks_on_a_page_are_one_answer(client, answers):
    begin(client, answers)
    seen = seen_on(page(client, "challenge"))
    typed = {"challenge": answers["challenge"], "seen": seen}

    first, second = page(client, "challenge", typed), page(client, "challenge", typed)

    assert first.url == second.url


def test_two_tabs_on_two_pages_both_stand(client, answers):
    begin(client, answers)
    one, two = page(client, "challenge"), page(client, "outcome")
    for slug, shown in (("challenge", one), ("outcome", two)):
        seen = seen_on(shown)
        page(client, slug, {slug: answers[slug], "seen": seen})

    story = CaseStudy.objects.get()
    assert (story.challenge, story.outcome) == (
        answers["challenge"],
        answers["outcome"],
    )


def test_begin_page_is_there_and_refuses_an_empty_one(client):
    assert client.get(BEGIN, follow=True).status_code == 200
    assert client.post(BEGIN, {}).status_code == 422
    assert not CaseStudy.objects.exists()


def test_the_first_page_asked_for_again_is_of_the_same_story(client):
    """A browser that goes back may not have kept it."""
    address = client.get(f"{BEGIN}?story=quick").url

    keys = {re.search(FORM_KEY, client.get(address).text)[1] for _ in range(2)}
    other = client.get(f"{BEGIN}?story=quick").url

    assert "story=quick" in address
    assert len(keys) == 1
    assert re.search(FORM_KEY, client.get(other).text)[1] not in keys


@pytest.mark.parametrize(
    ("hours", "status"), [(23, 200), (25, 302)], ids=["today", "an old bookmark"]
)
def test_a_bookmark_of_the_first_page_begins_another_story(client, hours, status):
    address = made_before(client.get(BEGIN).url, hours)

    shown = client.get(address)

    assert shown.status_code == status


def test_a_first_page_of_no_story_leads_to_one(client):
    for form in ("", "no-such-form"):
        assert client.get(f"{BEGIN}?form={form}").status_code == 302


def made_before(address, hours):
    """The same address as it was made so many hours ago."""
    value = unquote(address.partition("form=")[2]).split(":")[0]
    at = signing.b62_encode(int(time.time()) - hours * 3600)
    signed = signing.Signer(salt="casestudies.journey.first").sign(f"{value}:{at}")
    return f"{BEGIN}?form={signed}"
