"""Send back and decline: written beside the words, read as a mail, then sent."""

import pytest

from amd.campaign.models import Reason
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.claims import claim
from amd.moderation.models import CriterionMark
from amd.records.models import Record, Status
from tests.amd.moderation.desk_steps import (
    answer,
    decide,
    page,
    problems,
    said,
    send,
    sentences,
    stored,
)
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_lead,
    make_wordings,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db

LATE = "Not changed: Noel North was first (accepted, "


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def story(north):
    return make_case_study(region=north)


@pytest.fixture
def other_lead(north):
    return make_lead(north, name="Noel North")


def a_reason(move="send_back", **more):
    words = {"code": f"more-{move}", "title": "More", "text": "Say what changed."}
    return Reason.objects.create(move=move, **{**words, **more})


def form_of(response):
    return response.context["form"]


def test_send_back_opens_the_page_on_which_it_is_written(story, north_lead):
    response = decide(north_lead, story, "send_back", note="Nearly there")

    assert form_of(response)["note"].value() == "Nearly there"
    assert response.context["action"] == page(story, "send_back") + "#here"
    assert stored(story).status == Status.SUBMITTED


def test_each_answer_stands_beside_its_comment(story, north_lead):
    text = north_lead.client.get(page(story, "send_back")).text

    for words in (story.headline, story.challenge, "Safety", "Not answered"):
        assert words in text


def test_her_marks_are_there_to_write_from(story, north_lead):
    CriterionMark.objects.filter(record=story, criterion=2).update(
        mark="partly", comment="How many nurses?"
    )

    assert "How many nurses?" in north_lead.client.get(page(story, "send_back")).text


def test_mail_is_shown_and_nothing_sent_before_she_says_so(story, north_lead):
    response = answer(north_lead, story, "send_back", on_headline="Say how much.")

    letter = response.context["letter"]
    assert letter.to == story.author_email
    assert "Headline: Say how much." in letter.body
    assert not Outbox.objects.exists()
    assert stored(story).status == Status.SUBMITTED


def test_what_was_shown_is_sent_and_kept_by_question(story, north_lead):
    shown = answer(north_lead, story, "send_back", on_headline="Say how much.")

    response = send(north_lead, story, "send_back", on_headline="Say how much.")

    assert "Headline: Say how much." in Outbox.objects.get().body
    assert Outbox.objects.get().subject == shown.context["letter"].subject
    (comment,) = stored(story).decisions.last().comments.all()
    assert (comment.field, comment.text) == ("headline", "Say how much.")
    assert said(response) == [f"Sent back: {story}."]


def test_go_back_keeps_every_word(story, north_lead):
    typed = {"note": "Nearly there", "on_impact": "Who gained?", "reason": "999"}

    response = answer(north_lead, story, "send_back", "write", **typed)

    kept = {name: form_of(response)[name].value() for name in typed}
    assert kept == typed
    assert response.context["letter"] is None


def test_she_declines_with_a_reason_of_that_move(north, north_lead):
    record = make_endorsement(region=north)
    reason = a_reason("decline")

    send(north_lead, record, "decline", reason=reason.pk)

    assert stored(record).status == Status.DECLINED
    assert stored(record).decisions.last().reason == reason


def test_reasons_of_another_move_are_neither_offered_nor_taken(story, north_lead):
    ours, other = a_reason(), a_reason("decline")

    response = answer(north_lead, story, "send_back", reason=other.pk)

    offered = form_of(response).fields["reason"].queryset
    assert list(offered) == [ours]
    assert problems(response, "form") == [
        "That reason is not in the list any more. Choose another, or none"
    ]


@pytest.mark.parametrize(
    ("move", "sentence"),
    [
        ("send_back", "Choose a reason, write a note, or comment on an answer"),
        ("decline", "Choose a reason or write a note"),
    ],
)
def test_author_is_never_turned_away_without_a_word(story, north_lead, move, sentence):
    response = answer(north_lead, story, move)

    assert problems(response, "form") == [sentence]
    assert stored(story).status == Status.SUBMITTED


def test_reason_deleted_after_the_mail_was_shown_loses_no_word(story, north_lead):
    reason = a_reason()
    typed = {"reason": reason.pk, "on_headline": "Say how much."}
    shown = answer(north_lead, story, "send_back", **typed)
    digest = form_of(shown)["shown"].value()
    reason.delete()

    response = answer(north_lead, story, "send_back", "send", shown=digest, **typed)

    assert problems(response, "form") == [
        "That reason is not in the list any more. Choose another, or none"
    ]
    assert form_of(response)["on_headline"].value() == "Say how much."
    assert not Outbox.objects.exists()


def test_mail_that_is_another_since_it_was_read_is_shown_again(story, north_lead):
    reason = a_reason()
    shown = answer(north_lead, story, "send_back", reason=reason.pk)
    digest = form_of(shown)["shown"].value()
    Reason.objects.update(text="Say when it changed.")

    response = answer(
        north_lead, story, "send_back", "send", reason=reason.pk, shown=digest
    )

    assert sentences(response) == [
        "Not sent: the mail has changed since you read it. Read it again"
    ]
    assert "Say when it changed." in response.context["letter"].body
    assert not Outbox.objects.exists()


@pytest.mark.parametrize("step", ["show", "send"])
def test_another_was_first_and_no_word_is_lost(story, north_lead, other_lead, step):
    seen = answer(north_lead, story, "send_back", note="Nearly there")
    digest = form_of(seen)["shown"].value()
    moves.accept(stored(story), by=other_lead, seen_version=story.version)

    response = answer(
        north_lead, story, "send_back", step, note="Nearly there", shown=digest
    )

    assert problems(response, "form")[0].startswith(LATE)
    assert form_of(response)["note"].value() == "Nearly there"
    # What she sends next is about the record as it is now.
    assert form_of(response)["version"].value() == str(stored(story).version)
    assert stored(story).status == Status.ACCEPTED


@pytest.mark.parametrize("step", ["show", "send"])
def test_claimed_by_another_waits(story, north_lead, other_lead, step):
    digest = form_of(answer(north_lead, story, "send_back", note="Soon"))["shown"]
    claim(story, by=other_lead)

    response = answer(
        north_lead, story, "send_back", step, note="Soon", shown=digest.value()
    )

    (sentence,) = problems(response, "form")
    assert sentence.startswith("Not changed: Noel North has claimed this until ")
    assert stored(story).status == Status.SUBMITTED
    assert not Outbox.objects.exists()


def test_second_of_two_clicks_is_no_mistake(story, north_lead):
    shown = form_of(answer(north_lead, story, "send_back", note="Soon"))["shown"]
    sent = {"note": "Soon", "shown": shown.value()}
    answer(north_lead, story, "send_back", "send", **sent)

    response = answer(north_lead, story, "send_back", "send", **sent)

    assert said(response) == [f"Sent back: {story}."]
    assert stored(story).decisions.filter(move="send_back").count() == 1


@pytest.mark.parametrize("name", ["note", "on_headline"])
def test_words_of_20_000_characters_are_refused_and_kept(story, north_lead, name):
    words = "x" * 20_000

    response = answer(north_lead, story, "send_back", **{name: words})

    assert "characters or less" in problems(response, "form")[0]
    assert form_of(response)[name].value() == words
    assert stored(story).status == Status.SUBMITTED


@pytest.mark.parametrize(
    "sent", [{}, {"version": "x", "note": "a"}, {"version": "9" * 30, "note": "a"}]
)
def test_hand_made_post_changes_nothing_and_answers_a_page(story, north_lead, sent):
    response = north_lead.client.post(
        page(story, "send_back"), {"step": "send", **sent}
    )

    assert response.status_code == 200
    assert problems(response, "form")
    assert stored(story).status == Status.SUBMITTED


def test_page_of_a_move_that_is_not_legal_says_so(north, north_lead):
    record = publish_endorsement(region=north)

    response = north_lead.client.get(page(record, "send_back"), follow=True)

    assert sentences(response) == ["Not changed: this endorsement is published."]


@pytest.mark.parametrize("move", ["send_back", "decline"])
def test_record_of_another_region_does_not_exist(story, south_lead, move):
    assert south_lead.client.get(page(story, move)).status_code == 404
    assert answer(south_lead, story, move, note="x").status_code == 404
    assert stored(story).status == Status.SUBMITTED


def test_nobody_is_written_to_where_no_address_is_known(north, north_lead):
    record = make_endorsement(region=north)

    shown = answer(north_lead, record, "send_back", note="Shorter?")
    send(north_lead, record, "send_back", note="Shorter?")

    assert "no email address of the author is known" in shown.text
    assert stored(record).status == Status.SENT_BACK
    assert not Outbox.objects.exists()


def test_declining_is_not_offered_while_a_copy_is_public(north, north_lead):
    record = publish_endorsement(region=north)
    Record.objects.filter(pk=record.pk).update(status=Status.ACCEPTED)

    response = send(north_lead, stored(record), "decline", note="No longer")

    assert problems(response, "form") == [
        "Not changed: its public copy has to be taken down first."
    ]
    assert stored(record).status == Status.ACCEPTED
