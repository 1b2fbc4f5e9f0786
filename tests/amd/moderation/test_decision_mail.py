"""What a lead reads before she decides is, word for word, what the author is sent."""

import pytest

from amd.campaign.models import Reason
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.decision_mail import PRIVATE_LINK, letter_of, sends_mail
from amd.moderation.links import my_address
from amd.records.models import Move, Record
from tests.factories import make_case_study, make_endorsement, make_wordings

pytestmark = pytest.mark.django_db

ALL = (1, 2, 3, 4, 5)


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def story(north):
    return make_case_study(region=north, agreed=True, met=ALL)


def a_reason(move, text="Please say what changed."):
    return Reason.objects.create(move=move, code=move, title="More", text=text)


def stored(record):
    return Record.objects.get(pk=record.pk).story


def said_of(story, move):
    """What a lead types."""
    if move == Move.SEND_BACK:
        return {
            "reason": a_reason(move),
            "note": "  Nearly there.\n",
            "comments": {"headline": "Say how much.", "picture": "Who took it?"},
        }
    if move == Move.DECLINE:
        return {"reason": a_reason(move), "note": "It is about another campaign."}
    return {}


@pytest.mark.parametrize(
    "move", [Move.PUBLISH, Move.ACCEPT, Move.ESCALATE, Move.SEND_BACK, Move.DECLINE]
)
def test_mail_that_is_shown_is_the_mail_that_is_sent(story, national_lead, move):
    said = said_of(story, move)
    shown = letter_of(stored(story), move, **said)

    getattr(moves, move.value)(
        stored(story), by=national_lead.user, seen_version=story.version, **said
    )

    sent = Outbox.objects.get(address=story.author_email)
    private = my_address(story)
    assert (shown.to, shown.subject) == (sent.address, sent.subject)
    assert shown.body == sent.body.replace(private, PRIVATE_LINK)
    assert private not in shown.body


def test_nobody_is_written_to_without_an_address(north):
    endorsement = make_endorsement(region=north)

    assert letter_of(endorsement, Move.ACCEPT).to == ""


def test_other_words_of_a_reason_are_another_mail(story):
    reason = a_reason(Move.SEND_BACK)
    before = letter_of(story, Move.SEND_BACK, reason=reason)
    reason.text = "Please say when it changed."

    after = letter_of(story, Move.SEND_BACK, reason=reason)

    assert before.digest() != after.digest()
    assert letter_of(story, Move.SEND_BACK, reason=reason) == after


def test_author_is_not_told_twice_that_it_is_accepted(story, national_lead):
    assert sends_mail(story, Move.ESCALATE)

    moves.accept(story, by=national_lead.user, seen_version=story.version)

    assert not sends_mail(story, Move.ESCALATE)
    assert not sends_mail(story, Move.LIFT)
