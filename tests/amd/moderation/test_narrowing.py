"""A newer answer that agrees to less: what is live follows it, and never widens."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import END_AFTER, ConsentRecord, Use
from amd.moderation.changes_of_mind import change_uses
from amd.publishing.models import Publication
from amd.records.models import Record, Role
from tests.amd.moderation.asked import (
    approved,
    edit,
    published_endorsement,
    published_study,
)
from tests.factories import make_picture, make_wordings, publish_endorsement

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(north):
    make_wordings()
    return publish_endorsement(region=north, photo=make_picture())


def write_down(person, record, *uses):
    version = Record.objects.get(pk=record.pk).version
    page = reverse("admin:records_record_agree", args=[record.pk])
    sent = {
        "version": version,
        "person": "champion",
        "checked": "on",
        "uses": uses,
        "method": "spoken",
        "told_on": timezone.localdate().isoformat(),
        "how": "Note in the shared mailbox",
    }
    assert person.client.post(page, sent).status_code == 302


def live():
    return Publication.objects.live().first()


def test_without_social_media_nothing_is_offered_for_download(
    client, north_lead, record
):
    before = live()

    write_down(north_lead, record, *(u for u in Use.values if u != Use.SOCIAL))

    assert not live().allows_social
    assert live().published_at == before.published_at
    page = client.get(live().get_absolute_url()).content.decode()
    assert "download=1" not in page
    before.refresh_from_db()
    assert (before.retired_why, before.card) == ("narrowed", {})


def test_without_the_photo_the_copy_has_none(north_lead, record):
    assert live().photo

    write_down(north_lead, record, *(u for u in Use.values if u != Use.PHOTO))

    assert live().photo is None


@pytest.mark.parametrize("needed", ["website", "name", "title"])
def test_without_what_an_endorsement_needs_it_comes_down(north_lead, record, needed):
    write_down(north_lead, record, *(u for u in Use.values if u != needed))

    assert live() is None
    assert Record.objects.get(pk=record.pk).status == "accepted"


def test_an_answer_that_takes_nothing_away_changes_nothing(north_lead, record):
    before = live()

    write_down(north_lead, record, *Use.values)

    assert live() == before


# Under their own links: beside another person, and while the record is being rewritten.


@pytest.fixture
def signed(north):
    make_wordings()
    return published_endorsement(region=north, photo=make_picture(alt_text="At a desk"))


def but(*uses):
    return [use for use in Use.values if use not in uses]


def change(question, uses, person="", by=Role.QUOTED_PERSON):
    person = person or question.person
    change_uses(question.record, person=person, uses=uses, by=by)


def rewritten(question):
    edit(question.record, author_name="Ali Sample")
    edit(question.record, organisation_name="Another NHS Trust")


def make_older(question, years=1):
    """As if all of it had been agreed to and published earlier."""
    days = timedelta(days=365 * years)
    for model in (ConsentRecord, Publication):
        rows = QuerySet(model).filter(record_id=question.record_id)
        rows.update(ends_on=timezone.localdate() + END_AFTER - days)


def test_photo_goes_from_the_copy_of_a_record_that_is_being_rewritten(signed):
    rewritten(signed)

    change(signed, but("photo"))

    assert live().photo is None
    assert "At a desk" not in str(live().card) + live().alt_text
    assert live().card["organisation"] == "Sampleshire NHS Trust"
    assert Record.objects.get().status == "submitted"


@pytest.mark.parametrize("needed", ["website", "name", "title"])
def test_what_belongs_to_the_words_brings_such_a_copy_down(signed, needed):
    rewritten(signed)

    change(signed, but(needed))

    assert live() is None


@pytest.mark.parametrize("act", [lambda question: None, rewritten])
def test_agreeing_again_lengthens_what_is_live_and_says_so_on_its_cards(signed, act):
    make_older(signed)
    act(signed)

    change(signed, Use.values)

    until = timezone.localdate() + END_AFTER
    assert live().ends_on == until
    assert f"{until.day} {until:%B %Y}" in live().card["terms"]


@pytest.mark.parametrize("act", [lambda question: None, rewritten])
def test_use_that_is_added_widens_nothing_that_is_live(north, act):
    make_wordings()
    question = published_endorsement(
        ["website", "name", "title"], region=north, photo=make_picture()
    )
    act(question)

    change(question, Use.values)

    assert live().uses == ["name", "title", "website"]
    assert live().photo is None


@pytest.fixture
def study(north):
    """A quoted person who is named and pictured, beside the contributor."""
    make_wordings()
    return published_study(
        region=north, picture=make_picture(), picture_shows_person=True
    )


@pytest.mark.parametrize("act", [lambda question: None, rewritten])
def test_what_either_of_two_takes_back_is_taken_out(study, act):
    act(study)

    change(study, ["website", "photo", "internal"], "contributor", Role.AUTHOR)
    assert not live().allows_social
    assert live().photo
    assert live().card["name"] == "Mx Robin Sample"

    change(study, but("photo"))
    assert live().photo is None
    assert not live().allows_social


def test_quoted_person_without_a_name_is_shown_by_their_role(study):
    change(study, but("name"))

    assert live().card["name"] == "Matron"
    assert "Robin" not in str(live().sections) + live().search_text


def test_quoted_person_without_a_name_takes_a_copy_down_that_is_rewritten(study):
    rewritten(study)

    change(study, but("name"))

    assert live() is None


@pytest.mark.parametrize("act", [lambda question: None, rewritten])
def test_copy_lasts_as_long_as_the_first_of_its_two_people_agreed(study, act):
    make_older(study)
    before = live().ends_on
    act(study)

    change(study, Use.values)
    assert live().ends_on == before

    change(study, ["website", "social"], "contributor", Role.AUTHOR)
    assert live().ends_on == timezone.localdate() + END_AFTER


def test_answer_to_other_words_leaves_the_copy_alone(signed):
    rewritten(signed)
    before = live()

    approved(signed.record, ["website"])

    assert live() == before
