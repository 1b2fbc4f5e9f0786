"""An old link that asks nothing any more sends the right one."""

import pytest

from amd.consent.models import SignOff
from amd.mail.models import Outbox
from amd.moderation.links import sign_off_address
from amd.moderation.sign_off_again import send_link_again
from tests.amd.moderation.asked import (
    ADDRESS,
    approved,
    ask,
    edit,
)
from tests.factories import make_endorsement, make_wordings
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def endorsement(north):
    return make_endorsement(region=north)


def sent_again(question):
    """Who is written to, and what about, when the button is pressed."""
    before = Outbox.objects.count()
    send_link_again(question)
    new = Outbox.objects.order_by("pk")[before:]
    return [(mail.address, mail.subject.split(",")[0]) for mail in new]


def test_expired_question_is_asked_anew_where_its_words_still_stand(endorsement):
    question = ask(endorsement)
    SignOff.objects.update(expires_at=days_ago(1))

    told = sent_again(question)

    assert told == [(ADDRESS, "Please check your words for #AMillionDecisions")]
    newest = SignOff.objects.newest(endorsement, "champion")
    assert newest.pk != question.pk
    assert newest.is_open


def test_expired_question_about_other_words_is_for_a_lead(endorsement):
    question = ask(endorsement)
    edit(endorsement, title="Chief Executive")
    SignOff.objects.update(expires_at=days_ago(1))

    (told,) = sent_again(question)

    assert told[0] == endorsement.region.mailbox
    assert SignOff.objects.count() == 1


def test_replaced_link_sends_the_newest(endorsement):
    first = ask(endorsement)
    newest = ask(endorsement)

    (told,) = sent_again(first)

    assert told[0] == ADDRESS
    assert sign_off_address(newest) in Outbox.objects.first().body
    assert SignOff.objects.count() == 2


def test_replaced_link_sends_the_page_of_an_answer_that_was_given(endorsement):
    first = ask(endorsement)
    approved(endorsement)

    assert sent_again(first) == [(ADDRESS, "Your page at #AMillionDecisions")]


def test_link_of_somebody_else_is_never_sent_to_them(endorsement):
    first = ask(endorsement, email="wrong@example.nhs.uk")
    ask(endorsement)

    (told,) = sent_again(first)

    assert told[0] == endorsement.region.mailbox
