"""Fewer uses, more uses, agreeing again, and taking all of it back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.consent.models import END_AFTER, ConsentRecord, Use
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.moderation.changes_of_mind import change_uses, standing_answer
from amd.moderation.links import my_link
from amd.records.errors import MoveNotAllowed
from amd.records.models import Role
from tests.amd.moderation.asked import (
    ADDRESS,
    address_of,
    approved,
    edit,
    live,
    now,
    publish,
    published_endorsement,
    published_study,
)
from tests.factories import (
    make_endorsement,
    make_national_lead,
    make_picture,
    make_wordings,
)

pytestmark = pytest.mark.django_db

NEEDED = ["website", "name", "title"]


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def question(north):
    """A champion's endorsement with a photo, public with every use."""
    return published_endorsement(region=north, photo=make_picture())


def without(*uses):
    return [use for use in Use.values if use not in uses]


def change(client, question, uses):
    """As the person does on their page."""
    return client.post(
        address_of(question, "uses/"), {"uses": uses, "wording_version": 1}
    )


def test_form_shows_the_boxes_as_they_stand(client, north):
    question = published_endorsement(NEEDED, region=north)

    text = client.get(address_of(question, "uses/")).text

    assert text.count("checked") == 3
    assert "Your endorsement and all its cards come down at once." in text


def test_photo_taken_back_comes_off_the_card_at_once(client, question):
    before = live(question.record)

    response = change(client, question, without("photo"))

    assert response.url == f"{address_of(question)}?kept=1"
    shown = live(question.record)
    assert shown.photo is None
    before.refresh_from_db()
    assert (before.retired_why, before.card) == ("narrowed", {})


@pytest.mark.parametrize("needed", NEEDED)
def test_what_an_endorsement_needs_taken_back_takes_it_down(client, question, needed):
    change(client, question, without(needed))

    assert live(question.record) is None
    assert now(question.record).status == "accepted"


def test_use_that_is_added_waits_for_the_next_publication(client, north):
    question = published_endorsement(NEEDED, region=north)

    change(client, question, [*NEEDED, "social"])

    assert not live(question.record).allows_social
    story = now(question.record)
    moves.take_down(story, by=Role.SET_UP, seen_version=story.version, note="Anew")
    publish(story)
    assert live(question.record).allows_social


def test_agreeing_again_makes_it_last_longer(client, question):
    last_year = timezone.localdate() + END_AFTER - timedelta(days=365)
    shown = live(question.record)
    type(shown).objects.filter(pk=shown.pk).update(ends_on=last_year)

    change(client, question, Use.values)

    renewed = live(question.record)
    assert renewed.ends_on == timezone.localdate() + END_AFTER
    assert renewed.published_at == shown.published_at


def test_they_read_what_they_agree_to_now_and_the_leads_too(client, question):
    change(client, question, without("internal"))

    to = {m.address: m.body for m in Outbox.objects.order_by("pk")}
    assert "I agree to internal use" not in to[ADDRESS]
    assert "I agree to name" in to[ADDRESS]
    assert "has changed what they agree to" in to[question.record.region.mailbox]


def test_agreeing_again_is_no_news_to_the_leads(client, question):
    before = Outbox.objects.filter(address=question.record.region.mailbox).count()

    change(client, question, Use.values)

    mails = Outbox.objects.filter(address=question.record.region.mailbox)
    assert mails.count() == before


def test_change_holds_for_newer_words_that_wait(client, question):
    edit(question.record, quote="Other words altogether.")
    newer = approved(question.record, without("internal"))

    change(client, question, without("photo"))

    assert live(question.record).photo is None
    publish(question.record)
    shown = live(question.record)
    assert "Other words altogether." in str(shown.sections)
    assert shown.photo is None
    assert "internal" not in standing_answer(question.record, newer.person).uses


def test_no_to_newer_words_stays_a_no(client, question):
    edit(question.record, quote="Other words altogether.")
    refused = ConsentRecord.objects.filter(uses=[])
    record_answer(
        now(question.record),
        words=now(question.record).words()[0],
        uses=(),
        method="sign_off",
        by=Role.QUOTED_PERSON,
    )

    change(client, question, without("photo"))

    assert refused.count() == 1
    assert standing_answer(question.record, "champion").uses == sorted(without("photo"))


def test_uses_of_nothing_that_was_agreed_cannot_be_changed(north):
    record = make_endorsement(region=north)

    with pytest.raises(MoveNotAllowed):
        change_uses(record, person="champion", uses=NEEDED, by=Role.QUOTED_PERSON)


# Under an author's link.


def my(record, rest=""):
    return f"/my/{my_link(record)}/{rest}"


def test_champion_who_wrote_themselves_sees_and_changes_what_they_agreed(client, north):
    question = published_endorsement(
        region=north, author_email="me@example.nhs.uk", author_name="Dr Sample"
    )
    record = question.record

    assert "I agree to social media" in client.get(my(record, "agreed/")).text
    client.post(my(record, "uses/"), {"uses": NEEDED, "wording_version": 1})

    assert not live(record).allows_social
    assert standing_answer(record, "champion").is_own_word
    assert Outbox.objects.filter(address="me@example.nhs.uk").exists()


def test_unconfirmed_form_stays_unconfirmed_when_it_is_changed(client, north):
    record = make_endorsement(region=north)
    words = record.words()[0]
    record_answer(record, words=words, uses=NEEDED, method="web_form", by=Role.AUTHOR)

    client.post(my(record, "uses/"), {"uses": Use.values, "wording_version": 1})

    client.post(my(record, "uses/"), {"uses": without("photo"), "wording_version": 1})
    answer = standing_answer(record, "champion")
    assert answer.uses == sorted(without("photo"))
    assert not answer.is_own_word


@pytest.fixture
def vouched(north):
    """Public on the word of a champion that a lead vouches for."""
    record = make_endorsement(region=north)
    record_answer(
        record,
        words=record.words()[0],
        uses=NEEDED,
        method="letter",
        by=make_national_lead(),
    )
    publish(record)
    return record


def test_what_a_lead_vouches_for_can_be_taken_back_under_the_link(client, vouched):
    client.post(my(vouched, "uses/"), {"uses": NEEDED, "wording_version": 1})
    assert live(vouched)

    client.post(my(vouched, "uses/"), {"uses": ["name"], "wording_version": 1})

    assert live(vouched) is None


def test_more_than_a_lead_vouches_for_is_not_added_under_the_link(client, vouched):
    assert "I agree to social media" not in client.get(my(vouched, "uses/")).text

    response = client.post(
        my(vouched, "uses/"), {"uses": [*NEEDED, "social"], "wording_version": 1}
    )

    assert response.status_code == 422
    assert ConsentRecord.objects.count() == 1
    with pytest.raises(MoveNotAllowed):
        change_uses(vouched, person="champion", uses=Use.values, by=Role.AUTHOR)


def test_contributor_changes_their_part_beside_a_quoted_person(client, north):
    question = published_study(region=north)

    client.post(
        my(question.record, "uses/"),
        {"uses": ["website", "internal"], "wording_version": 1},
    )

    shown = live(question.record)
    assert not shown.allows_social
    assert "Mx Robin Sample" in str(shown.card)
    assert standing_answer(question.record, "contributor").method == "web_form"
