"""The managed list of reasons: one that was given is kept, another may go."""

import pytest
from django.urls import reverse

from amd.campaign.models import Reason
from amd.moderation import moves
from tests.factories import make_endorsement

pytestmark = pytest.mark.django_db

KEPT = (
    "Not deleted: this reason was given to an author, so its words are kept. "
    "Untick “Is active”, and nobody can choose it any more."
)


@pytest.fixture
def reason(db):
    return Reason.objects.create(
        move="send_back", code="shorter", title="Too long", text="Please make it short."
    )


def give(reason, lead):
    record = make_endorsement()
    moves.send_back(record, by=lead, seen_version=record.version, reason=reason)


def delete(person, reason, **sent):
    address = reverse("admin:campaign_reason_delete", args=[reason.pk])
    return person.client.post(address, sent, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("sent", [{}, {"post": "yes"}])
def test_reason_that_was_given_is_kept_and_a_sentence_says_so(
    national_lead, reason, sent
):
    give(reason, national_lead.user)

    response = delete(national_lead, reason, **sent)

    assert said(response) == [KEPT]
    assert Reason.objects.get() == reason


def test_reason_that_nobody_gave_is_deleted(national_lead, reason):
    delete(national_lead, reason, post="yes")

    assert not Reason.objects.exists()


def test_reason_given_between_the_question_and_the_answer_is_kept(
    national_lead, reason, monkeypatch
):
    remove = Reason.delete

    def given_first(self, *args, **kwargs):
        give(reason, national_lead.user)
        return remove(self, *args, **kwargs)

    monkeypatch.setattr(Reason, "delete", given_first)
    response = delete(national_lead, reason, post="yes")

    assert said(response) == [KEPT]
    assert Reason.objects.get() == reason


def test_reasons_are_not_deleted_by_the_dozen(national_lead, reason):
    address = reverse("admin:campaign_reason_changelist")
    sent = {"action": "delete_selected", "_selected_action": reason.pk, "post": "yes"}

    national_lead.client.post(address, sent)

    assert Reason.objects.get() == reason


@pytest.mark.parametrize("who", ["north_lead", "comms"])
def test_nobody_but_a_national_lead_deletes_one(request, reason, who):
    person = request.getfixturevalue(who)

    assert delete(person, reason, post="yes").status_code == 403
    assert Reason.objects.get() == reason
