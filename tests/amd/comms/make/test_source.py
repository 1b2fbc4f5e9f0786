"""A card of one's own that starts from a published record: its words, never its photo."""

import pytest

from amd.comms.make.source import GONE
from amd.consent.models import Use
from amd.moderation import moves
from amd.publishing.models import Publication
from tests.amd.comms.make.answers import SOCIAL, sent
from tests.factories import (
    make_picture,
    make_publication,
    publish_case_study,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(north):
    publish_endorsement(region=north, photo=make_picture())
    return Publication.objects.live().get()


def start(client, publication):
    return client.get("/make/", {"from": publication.address_reference})


def test_its_words_stand_in_the_form(client, live):
    response = start(client, live)

    form = response.context["form"]
    assert form.initial["quote"] == live.card["quote"]
    assert form.initial["name"] == live.card["name"]
    assert live.card["quote"] in response.text


def test_its_colours_are_chosen(client, live):
    Publication.objects.filter(pk=live.pk).update(theme="night")

    assert start(client, live).context["form"].initial["theme"] == "night"


def test_its_photo_does_not(client, live):
    response = start(client, live)

    assert live.photo is not None
    assert "kept while you work" not in response.text
    assert "photo" not in response.context["form"].initial


def test_page_says_whose_words_they_are_and_until_when(client, live):
    text = " ".join(start(client, live).text.split())

    assert f'<a href="{live.get_absolute_url()}">' in text
    until = f"{live.ends_on.day} {live.ends_on:%B %Y}"
    assert f"They agreed to these words until {until}, and to no others" in text


def test_card_names_no_record(client, live):
    response = sent(client, **{"from": live.address_reference})

    assert "Local card" in response.context["beside"].alt
    assert live.address_reference not in response.context["beside"].alt


def test_case_study_starts_a_vignette(client, north):
    publish_case_study(region=north)
    live = Publication.objects.live().get()

    form = start(client, live).context["form"]

    assert form.design.name == "vignette"
    assert form.initial["headline"] == live.card["headline"]


def test_without_consent_to_social_media_nothing_is_taken_over(client):
    live = make_publication(uses=sorted(set(Use.values) - {Use.SOCIAL}))

    response = start(client, live)

    assert not live.allows_social
    assert response.status_code == 200
    assert live.card["quote"] not in response.text


@pytest.mark.parametrize("reference", ["", "7f3k-2q", "x", "\x00", "9" * 300, "' OR 1"])
def test_unknown_reference_opens_the_empty_form(client, reference):
    response = client.get("/make/", {"from": reference})

    assert response.status_code == 200
    assert response.context["source"] is None


def test_once_it_is_withdrawn_no_file_is_made_of_it(client, live, national_lead):
    reference = live.address_reference
    record = live.record.story
    moves.withdraw(record, by=national_lead.user, seen_version=record.version)

    response = sent(client, SOCIAL, get="square.png", **{"from": reference})

    assert response.status_code == 422
    assert GONE in response.text
    assert SOCIAL["quote"] in response.text
    # The page that comes back sends it along again: a second press makes no file either.
    assert f'name="from" value="{reference}"' in response.text
