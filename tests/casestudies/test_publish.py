"""From agreement to the public copy: what each person allowed, and no more."""

import pytest

from amd.consent.models import Method
from amd.consent.words import Person
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.publishing.models import Publication
from amd.records.errors import NotReady
from amd.records.models import Role
from tests.casestudies.test_models import quoted
from tests.factories import (
    judge,
    make_case_study,
    make_national_lead,
    make_picture,
)

pytestmark = pytest.mark.django_db

WEBSITE = {"website", "social"}


def answer(story, *, contributor=WEBSITE, person=WEBSITE):
    uses = {Person.CONTRIBUTOR: contributor, Person.QUOTED: person}
    for words in story.words():
        by_form = words.person == Person.CONTRIBUTOR
        record_answer(
            story,
            words=words,
            uses=uses[words.person],
            method=Method.WEB_FORM if by_form else Method.EMAIL,
            by=Role.AUTHOR if by_form else make_national_lead(),
        )
    judge(story)


def publish(story):
    moves.publish(story, by=make_national_lead(), seen_version=story.version)
    return Publication.objects.live().get()


def refusal(story):
    with pytest.raises(NotReady) as refused:
        publish(story)
    return refused.value.missing


def test_a_named_quote_waits_for_the_persons_own_answer():
    story = quoted()
    record_answer(
        story,
        words=story.words()[0],
        uses=["website", "name", "title"],
        method=Method.WEB_FORM,
        by=Role.AUTHOR,
    )

    assert refusal(story) == ["The person quoted has not agreed to these exact words."]


def test_the_contributors_word_is_enough_for_a_role():
    story = quoted(attribution="role")
    answer(story)

    assert publish(story).card["name"] == "Matron"


def test_name_and_title_are_the_persons_to_give():
    story = quoted()
    answer(story, contributor=WEBSITE | {"name", "title"}, person=WEBSITE | {"title"})

    card = publish(story).card
    assert (card["name"], card["organisation"]) == ("Matron", "Sampleshire NHS Trust")
    assert "Sam Sample" not in str(card)


def test_what_one_of_them_does_not_want_shared_is_not_shared():
    story = quoted()
    answer(story, person={"website", "name"})

    assert not publish(story).allows_social


def test_a_picture_of_the_person_is_theirs_to_give():
    story = quoted(picture=make_picture(), picture_shows_person=True)
    answer(story, contributor=WEBSITE | {"photo"})

    assert publish(story).photo is None


def test_a_picture_of_nobody_is_the_contributors_to_give():
    story = quoted(picture=make_picture())
    answer(story, contributor=WEBSITE | {"photo"})

    assert publish(story).photo == story.picture


def test_a_changed_word_of_the_story_is_agreed_to_again():
    story = make_case_study(agreed=True)

    story.impact = "Fewer alarms, as we counted."
    story.save(update_fields=["impact"])

    assert refusal(story) == ["The contributor has not agreed to these exact words."]


def test_the_core_criteria_are_met_first():
    story = make_case_study(agreed=True, met=(1, 3, 4))

    assert refusal(story) == [
        "Criterion 2 is not marked as met: What the impact was is clear."
    ]


def test_the_public_page_carries_every_word_of_the_vignette(client):
    story = quoted(
        figure="120 hours", figure_note="saved a year", figure_basis="measured"
    )
    answer(story, person=WEBSITE | {"name", "title"})

    page = client.get(publish(story).get_absolute_url()).text

    for words in (
        "The ward asked, the library searched, and the group chose.",
        "The ward could not tell which pump was safest.",
        "It changed what we do.",
        "Sam Sample",
        "Matron",
        "saved a year, measured",
    ):
        assert words in page
    assert "Ali Sample" not in page
