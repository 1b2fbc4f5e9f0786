"""Its author begins to change a case study that is published; the old copy stays up."""

import pytest

from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Decision, Record, Role, Status
from tests.amd.moderation.asked import (
    contributor_agrees,
    edit,
    live,
    make_quoting_study,
    now,
    publish,
    published_endorsement,
    published_study,
)
from tests.factories import make_lead, make_wordings, mark_as_met

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def story(north):
    return now(published_study(region=north).record)


def address(record, rest=""):
    return f"/my/{my_link(record)}/{rest}"


def begin(visitor, story):
    return visitor.client.post(address(story, "change/"))


def send_again(story):
    newer = now(story)
    moves.submit(newer, by=Role.AUTHOR, seen_version=newer.version)
    contributor_agrees(newer)


def test_the_page_leads_to_the_change_and_opening_it_begins_nothing(visitor, story):
    before = Decision.objects.count()

    page = visitor.client.get(address(story))
    asked = visitor.client.get(address(story, "change/"))

    assert f'href="{address(story, "change/")}"' in page.text
    assert "What is published stays up as it is while you write" in asked.text
    assert (now(story).status, Decision.objects.count()) == (Status.PUBLISHED, before)


def test_what_is_published_stays_while_its_author_changes_it(visitor, story):
    copy = live(story)

    response = begin(visitor, story)
    edit(story, by=Role.AUTHOR, impact="Every ward, and two community teams.")

    assert response.url == address(story, "write/check/")
    assert now(story).status == Status.SENT_BACK
    assert live(story) == copy
    assert visitor.client.get(copy.get_absolute_url()).status_code == 200


def test_the_newer_words_take_their_place_once_they_are_reviewed(visitor, story):
    public = live(story).get_absolute_url()
    begin(visitor, story)
    edit(story, by=Role.AUTHOR, impact="Every ward, and two community teams.")
    send_again(story)
    assert "two community teams" not in visitor.client.get(public).text

    mark_as_met(story)
    publish(story)

    assert now(story).status == Status.PUBLISHED
    assert "two community teams" in visitor.client.get(public).text


def test_a_second_click_begins_it_once(visitor, story):
    begin(visitor, story)
    again = begin(visitor, story)

    assert again.url == address(story, "write/check/")
    assert Decision.objects.filter(record_id=story.pk, move="revise").count() == 1


def test_no_page_says_that_a_lead_asked_for_it(visitor, story):
    begin(visitor, story)

    own = visitor.client.get(address(story))
    check = visitor.client.get(address(story, "write/check/"))

    assert "With you, to change" in own.text
    assert "Go on changing it" in own.text
    assert "Sent back for more work" not in own.text
    assert "Change what you like, then send it again." in check.text
    assert "library lead asks" not in own.text + check.text


def test_what_a_lead_asked_before_it_was_published_is_not_asked_again(visitor, north):
    record = make_quoting_study(region=north, by=Role.AUTHOR)
    story, lead = now(record), make_lead(north)
    moves.send_back(
        story,
        by=lead,
        seen_version=story.version,
        note="Nearly there.",
        comments={"impact": "How much time?"},
    )
    send_again(story)
    Record.objects.filter(pk=story.pk).update(status=Status.PUBLISHED)

    begin(visitor, now(story))

    pages = [
        visitor.client.get(address(story, rest)).text
        for rest in ("write/check/", "write/impact/")
    ]
    assert "Nearly there." not in "".join(pages)
    assert "How much time?" not in "".join(pages)


@pytest.mark.parametrize("status", ["draft", "submitted", "accepted", "declined"])
def test_nothing_else_is_begun_to_be_changed(visitor, north, status):
    story = make_quoting_study(region=north, by=Role.AUTHOR)
    Record.objects.filter(pk=story.pk).update(status=status)

    response = begin(visitor, story)

    assert response.url == address(story)
    assert now(story).status == status
    assert "change/" not in visitor.client.get(address(story)).text


def test_an_endorsement_is_not_changed_here(visitor, north):
    record = published_endorsement(region=north).record

    response = begin(visitor, record)

    assert response.url == address(record)
    assert now(record).status == Status.PUBLISHED


def test_what_was_asked_stays_while_they_change_it(visitor, north, north_lead):
    record = now(make_quoting_study(region=north, by=Role.AUTHOR))
    asked = {"note": "Nearly there.", "comments": {"impact": "How much time?"}}
    moves.send_back(record, by=north_lead.user, seen_version=record.version, **asked)
    edit(record, by=Role.AUTHOR, headline="Another line")

    own = visitor.client.get(address(record)).text
    box = visitor.client.get(address(record, "write/impact/")).text

    assert "What your library lead asks for" in own
    assert ": How much time?" in own
    assert "Your library lead asks: How much time?" in box
