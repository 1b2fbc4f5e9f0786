"""The buttons of the review page: criteria with comments, escalation, who was first."""

import pytest
from django.urls import reverse

from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.claims import claim, claim_of
from amd.publishing import live
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from tests.amd.moderation.desk_steps import decide, page, problems, said, stored
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_lead,
    make_wordings,
    publish_case_study,
)

pytestmark = pytest.mark.django_db

ALL = (1, 2, 3, 4, 5)
MET = {f"criterion_{number}": "met" for number in ALL}


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def story(north):
    return make_case_study(region=north, met=())


@pytest.fixture
def other_lead(north):
    return make_lead(north, name="Noel North")


def marks_of(story):
    return {
        mark.criterion: (mark.mark, mark.comment, mark.marked_by)
        for mark in story.marks.select_related("marked_by")
    }


def offered(person, record):
    choices = person.client.get(page(record)).context["choices"]
    return [choice.label for choice in choices]


def test_criterion_is_kept_with_its_comment(story, north_lead):
    decide(
        north_lead, story, "accept", criterion_2="partly", comment_2="How many nurses?"
    )

    assert marks_of(story) == {2: ("partly", "How many nurses?", north_lead.user)}


def test_comment_on_a_criterion_that_is_not_marked_asks_for_the_mark(story, north_lead):
    response = decide(north_lead, story, "accept", comment_2="How many nurses?")

    assert problems(response) == ["Mark criterion 2, or clear the comment on it"]
    assert "How many nurses?" in response.text
    assert stored(story).status == Status.SUBMITTED


def test_mark_that_stays_as_it_was_stays_whose_it_was(story, north_lead, other_lead):
    moves.accept(story, by=other_lead, seen_version=story.version)
    story.marks.create(criterion=1, mark="met", comment="Clear", marked_by=other_lead)

    decide(
        north_lead,
        story,
        "publish",
        criterion_1="met",
        comment_1="Clear",
        criterion_2="met",
    )

    assert marks_of(story) == {
        1: ("met", "Clear", other_lead),
        2: ("met", "", north_lead.user),
    }


def test_author_is_never_sent_a_comment_on_a_criterion(story, north_lead):
    decide(north_lead, story, "accept", criterion_1="not", comment_1="Vague throughout")

    assert Outbox.objects.filter(address=story.author_email).exists()
    assert not Outbox.objects.filter(body__contains="Vague throughout").exists()


def test_one_of_the_best_is_escalated_and_accepted(story, north_lead):
    following = make_endorsement(region=story.region)

    response = decide(north_lead, story, "escalate", **MET)

    assert stored(story).status == Status.ACCEPTED
    assert live.is_featured(story)
    assert said(response) == [f"Escalated: {story}."]
    assert response.redirect_chain[-1][0] == page(following) + "#here"


def test_escalation_says_which_criteria_are_wanting(story, north_lead):
    response = decide(north_lead, story, "escalate", criterion_1="met")

    assert len(problems(response)) == 4
    assert problems(response)[0].startswith("Criterion 2 is not marked as met")
    assert not live.is_featured(story)


def test_what_is_public_is_escalated_and_lifted_where_it_is(north, north_lead):
    story = publish_case_study(region=north, met=ALL)
    make_endorsement(region=north)
    assert offered(north_lead, story) == ["Escalate"]

    response = decide(north_lead, stored(story), "escalate", **MET)

    assert response.redirect_chain[-1][0] == page(story) + "#here"
    assert offered(north_lead, story) == ["Lift the escalation"]
    response = decide(north_lead, stored(story), "lift", **MET)
    assert said(response) == [f"Escalation lifted: {story}."]
    assert not live.is_featured(story)


@pytest.mark.parametrize(
    ("status", "labels"),
    [
        (Status.SUBMITTED, ["Publish and next", "Accept", "Send back", "Decline"]),
        (Status.ACCEPTED, ["Publish and next", "Send back", "Decline"]),
        (Status.SENT_BACK, ["Decline"]),
        (Status.DECLINED, []),
        (Status.PUBLISHED, []),
        (Status.WITHDRAWN, []),
    ],
)
def test_only_what_may_be_decided_is_offered(north, north_lead, status, labels):
    record = make_endorsement(region=north, status=status)

    assert offered(north_lead, record) == labels


@pytest.mark.parametrize("decision", ["publish", "accept", "escalate", "send_back"])
def test_claimed_by_another_nothing_is_kept_and_nothing_typed_is_lost(
    story, north_lead, other_lead, decision
):
    claim(story, by=other_lead)

    response = decide(
        north_lead, story, decision, note="Lovely", criterion_1="not", comment_1="Vague"
    )

    (sentence,) = problems(response)
    assert sentence.startswith("Not changed: Noel North has claimed this until ")
    form = response.context["decision_form"]
    assert (form["note"].value(), form["comment_1"].value()) == ("Lovely", "Vague")
    assert (stored(story).version, marks_of(story)) == (story.version, {})


def test_move_that_is_not_legal_keeps_no_mark(north, north_lead):
    story = publish_case_study(region=north, met=ALL)

    response = decide(
        north_lead, story, "accept", criterion_1="not", note="Much too long a story"
    )

    assert problems(response) == ["Not changed: this impact case study is published."]
    assert "Much too long a story" in response.text
    assert set(story.marks.values_list("mark", flat=True)) == {"met"}


def test_words_for_what_another_ended_stand_there_to_be_copied(
    north, north_lead, other_lead
):
    record = make_endorsement(region=north)
    seen = record.version
    moves.decline(record, by=other_lead, seen_version=seen, note="Not ours")

    response = decide(
        north_lead, record, "accept", version=seen, note="Lovely words of hers"
    )

    assert "What you wrote" in response.text
    assert "Lovely words of hers" in response.text
    assert problems(response)[0].startswith("Not changed: Noel North was first")
    assert stored(record).status == Status.DECLINED


def test_refused_page_is_about_the_record_as_it_is_now(story, north_lead, other_lead):
    seen = story.version
    moves.edit(story, by=other_lead, seen_version=seen, save=lambda: None)

    response = decide(north_lead, story, "accept", version=seen, note="Lovely")

    form = response.context["decision_form"]
    assert form["version"].value() == str(stored(story).version)
    assert form["note"].value() == "Lovely"


def test_second_of_two_clicks_is_no_mistake(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    seen = record.version
    decide(north_lead, record, "publish", version=seen)

    response = decide(north_lead, record, "publish", version=seen)

    assert said(response) == [f"Published: {record}."]
    assert Publication.objects.count() == 1


def test_what_is_decided_is_claimed_no_more(story, north_lead):
    claim(story, by=north_lead.user)

    decide(north_lead, story, "accept")

    assert claim_of(story) is None


def test_next_is_not_what_somebody_else_is_reading(north, north_lead, other_lead):
    record, theirs, free = (make_endorsement(region=north) for _ in range(3))
    claim(theirs, by=other_lead)

    response = decide(north_lead, record, "accept")

    assert response.redirect_chain[-1][0] == page(free) + "#here"


@pytest.mark.parametrize(
    "sent",
    [
        {"decision": "erase"},
        {"decision": ""},
        {"decision": "withdraw"},
        {"version": ""},
        {"version": "x"},
        {"note": "x" * 20_000},
        {"criterion_1": "met", "comment_1": "x" * 20_000},
        {"criterion_1": "splendid"},
        {"note": "a\x00b"},
    ],
)
def test_bad_post_is_refused_with_a_sentence(story, north_lead, sent):
    whole = {"version": story.version, "decision": "accept", **sent}

    response = north_lead.client.post(page(story), whole)

    assert response.status_code == 200
    assert len(problems(response)) == 1
    assert "There is a problem" in response.text
    assert (stored(story).status, marks_of(story)) == (Status.SUBMITTED, {})


def test_moved_to_another_region_meanwhile_it_is_nowhere(story, south, north_lead):
    Record.objects.filter(pk=story.pk).update(region=south)

    assert decide(north_lead, story, "accept").status_code == 404


def test_mail_of_every_decision_can_be_read_beside_its_button(story, north_lead):
    text = north_lead.client.get(page(story)).text

    assert "The mail that “Publish and next” sends" in text
    assert "The mail that “Accept” or “Escalate” sends" in text
    assert "[their private link]" in text


def test_queue_is_where_a_lead_lands_when_nothing_waits(north, north_lead):
    record = make_endorsement(region=north)

    response = decide(north_lead, record, "accept")

    queue = reverse("admin:records_record_changelist")
    assert response.redirect_chain[-1][0] == queue + "#content-start"


@pytest.mark.parametrize("status", [Status.DECLINED, Status.SENT_BACK])
def test_what_cannot_be_published_now_lacks_nothing(north, north_lead, status):
    record = make_case_study(region=north, met=())
    Record.objects.filter(pk=record.pk).update(status=status)

    text = north_lead.client.get(page(record)).text

    assert "Before it can be published" not in text
    assert "Ready to publish" not in text
