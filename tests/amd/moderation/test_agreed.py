"""What somebody agreed to, under the link that they answered with."""

from datetime import date

import pytest
from django.db.models import QuerySet

from amd.consent.models import ConsentRecord
from amd.moderation import sign_off
from amd.moderation.answers import record_answer
from amd.publishing.models import CardUse
from amd.records.models import Record
from tests.amd.moderation.asked import (
    ALL_OF_IT,
    address_of,
    approved,
    ask,
    edit,
    live,
    publish,
    published_endorsement,
    published_study,
)
from tests.factories import make_endorsement, make_picture, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


def test_page_shows_what_is_public_where_it_was_used_and_until_when(client, north):
    question = published_endorsement(region=north)
    shown = live(question.record)
    CardUse.objects.create(
        record_id=question.record_id,
        where="linkedin",
        account="The campaign",
        address="https://linkedin.example/1",
    )

    text = client.get(address_of(question)).text

    assert shown.get_absolute_url() in text
    assert f"/cards/{shown.address_reference}/" in text
    assert "LinkedIn, " in text
    assert "https://linkedin.example/1" in text
    assert f"{shown.ends_on.day} {shown.ends_on:%B %Y}" in text
    assert "/privacy/wordings/champion/1/" in text


def test_every_card_on_the_page_can_be_opened(client, north):
    question = published_endorsement(region=north)

    text = client.get(address_of(question)).text

    cards = {part.split('"')[0] for part in text.split('src="')[1:]}
    cards = [url for url in cards if url.startswith("/cards/")]
    assert len(cards) == 7
    assert {client.get(url).status_code for url in cards} == {200}


def test_without_social_media_the_page_shows_the_one_card_of_its_page(client, north):
    question = published_endorsement(["website", "name", "title"], region=north)

    text = client.get(address_of(question)).text

    assert text.count('class="amd-shapes__image"') == 1
    assert "not offered for download" in text


def test_before_it_is_public_the_card_is_shown_with_what_was_agreed(client, north):
    record = make_endorsement(region=north, photo=make_picture())
    with_photo = client.get(address_of(ask(record), "card/landscape.png")).content
    question = approved(record, ["website", "name", "title"])

    drawn = client.get(address_of(question, "card/landscape.png"))

    assert drawn.status_code == 200
    assert drawn.content != with_photo


def test_earlier_link_still_shows_what_was_agreed_while_new_words_wait(client, north):
    question = published_endorsement(region=north)
    edit(question.record, quote="Other words altogether.")
    newer = ask(question.record)

    assert "What you agreed to" in client.get(address_of(question)).text
    assert "Please check your words" in client.get(address_of(newer)).text
    sign_off.approve(newer, uses=["website", "name", "title"])
    text = client.get(address_of(newer)).text
    assert "Your newer words, not public yet" in text


def test_earlier_link_gives_way_once_newer_words_are_public(client, north):
    question = published_endorsement(region=north)
    edit(question.record, quote="Other words altogether.")
    newer = approved(question.record)
    publish(question.record)

    assert "There is a newer link" in client.get(address_of(question)).text
    assert "They are public now" in client.get(address_of(newer)).text
    assert client.post(address_of(question, "withdraw/")).url == address_of(question)
    assert live(question.record)


def test_other_person_quoted_later_sees_nothing_of_the_first(client, north):
    question = published_study(region=north)
    edit(question.record, quoted_name="Ira Sample", quote="I agree with Robin.")
    other = approved(question.record, email="ira@example.nhs.uk")

    text = client.get(address_of(other)).text

    assert "Ira Sample" in text
    assert "Mx Robin Sample" not in text
    assert "They are public now" not in text
    assert "What you agreed to" in client.get(address_of(question)).text


def test_record_of_a_reference_alone_opens_nothing(client, question):
    reference = Record.objects.get().address_reference

    assert client.get(f"/sign-off/{reference}/").status_code == 404


def test_while_newer_words_are_asked_about_the_earlier_ones_can_be_withdrawn(
    client, north_lead, north
):
    record = make_endorsement(region=north)
    record_answer(
        record,
        words=record.words()[0],
        uses=ALL_OF_IT,
        method="letter",
        by=north_lead.user,
    )
    publish(record)
    edit(record, quote="Other words altogether.")
    newer = ask(record)
    public = live(record).get_absolute_url()

    assert public in client.get(address_of(newer)).text
    client.post(address_of(newer, "withdraw/"))

    assert client.get(public).status_code == 410


def test_agreement_that_is_over_says_so(client, north):
    question = approved(make_endorsement(region=north))
    QuerySet(ConsentRecord).update(ends_on=date(2020, 1, 1))

    text = client.get(address_of(question)).text

    assert "Ended on" in text
    assert "1 January 2020" in text


def test_card_of_words_that_were_changed_since_is_not_drawn(client, north):
    question = approved(make_endorsement(region=north))
    assert client.get(address_of(question, "card/square.png")).status_code == 200

    edit(question.record, quote="Nobody has shown me these words.")

    assert client.get(address_of(question, "card/square.png")).status_code == 404
    assert "/card/" not in client.get(address_of(question)).text
