"""What changed since the last decision, word by word, beside what was asked."""

import pytest

from amd.moderation import moves
from amd.moderation.review_since import since_last_decision
from amd.records.models import Record, Role
from tests.amd.moderation.asked import QUOTE, edit, now
from tests.amd.moderation.desk_steps import page
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_picture,
    make_wordings,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def story(north):
    return make_case_study(region=north, impact="Nurses spend less time on alarms.")


def send_back(record, lead, **comments):
    story = now(record)
    moves.send_back(
        story, by=lead, seen_version=story.version, note="Soon?", comments=comments
    )


def send_again(record, **changed):
    edit(record, by=Role.AUTHOR, **changed)
    story = now(record)
    moves.submit(story, by=Role.AUTHOR, seen_version=story.version)


def changes(since):
    return {
        label: [(part.kind, part.text.strip()) for part in change.segments]
        for label, change in since.texts
    }


def test_nothing_is_told_before_anybody_decided(story):
    assert since_last_decision(story) is None


def test_changed_words_are_told_one_by_one_with_what_was_asked(story, north_lead):
    send_back(story, north_lead.user, impact="How much less?")
    send_again(story, impact="Nurses spend an hour less on alarms.")

    since = since_last_decision(now(story))

    assert since.asked == [("The difference it made", "How much less?")]
    assert changes(since) == {
        "The difference it made": [
            ("kept", "Nurses spend"),
            ("added", "an hour"),
            ("kept", "less"),
            ("removed", "time"),
            ("kept", "on alarms."),
        ]
    }


def test_words_for_which_two_people_answer_are_told_once(north, north_lead):
    story = make_case_study(region=north, **QUOTE)
    send_back(story, north_lead.user)
    send_again(story, quote="It changed everything we order.")

    assert list(changes(since_last_decision(now(story)))) == ["Quote"]


def test_choice_from_a_list_is_told_by_its_label(north, north_lead):
    story = make_case_study(region=north, **QUOTE)
    send_back(story, north_lead.user)
    send_again(story, attribution="anonymous")

    ((_, kept), (_, text), *_) = changes(since_last_decision(now(story)))[
        "How the quote is attributed"
    ]
    assert "_" not in kept + text
    assert "named" not in kept + text


def test_it_says_that_nothing_changed_in_what_came_again(story, north_lead):
    send_back(story, north_lead.user, impact="How much less?")
    send_again(story)

    since = since_last_decision(now(story))
    assert since.is_same
    text = north_lead.client.get(page(story)).text
    assert "The words and the picture are the same as then." in text


def test_another_picture_is_told(north, north_lead):
    record = make_endorsement(region=north, photo=make_picture())
    send_back(record, north_lead.user)
    send_again(record, photo=make_picture())

    assert since_last_decision(now(record)).photo == (
        "Another picture took the place of the one before."
    )


def test_it_is_told_of_the_newest_decision_alone(story, north_lead):
    send_back(story, north_lead.user, impact="How much less?")
    send_again(story, impact="Nurses spend an hour less on alarms.")
    moves.accept(now(story), by=north_lead.user, seen_version=now(story).version)

    assert since_last_decision(now(story)) is None


def test_nothing_is_left_of_a_withdrawn_record(story, north_lead):
    send_back(story, north_lead.user, impact="How much less?")
    moves.withdraw(now(story), by=Role.AUTHOR, seen_version=now(story).version)

    assert since_last_decision(Record.objects.get(pk=story.pk)) is None


def test_timeline_says_what_was_asked_of_each_answer(story, north_lead):
    send_back(story, north_lead.user, impact="How much less?")

    text = north_lead.client.get(page(story)).text

    assert "The difference it made: How much less?" in text
