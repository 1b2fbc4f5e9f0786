"""An endorsement waits until its address is confirmed by the mailed link."""

import pytest
from django.urls import reverse

from amd.campaign.models import ConsentWording
from amd.consent.models import ConsentRecord, Method
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Move, Record, Role, Status
from endorsements.confirming import (
    confirmation_link,
)
from endorsements.models import Endorsement
from tests.endorsements.answers import (
    answers,
    confirm_address,
    send_confirmed,
)
from tests.endorsements.confirm_steps import (
    change,
    check_address,
    press,
    sent_address,
)
from tests.factories import make_lead, make_organisation, make_region


def test_no_lead_sees_a_draft_and_no_lead_is_written_to(draft):
    lead = make_lead(make_region())

    assert not Record.objects.visible_to(lead).exists()
    assert [mail.address for mail in Outbox.objects.all()] == ["champion@example.org"]


def test_mail_says_nothing_that_a_stranger_typed(client):
    client.post("/endorse/", answers(name="Buy Cheap Pills", quote="Buy cheap pills."))

    mail = Outbox.objects.get()
    assert "pills" not in (mail.subject + mail.body).lower()


def test_page_after_the_form_says_where_the_mail_went_and_opens_nothing(client, draft):
    response = client.get(check_address(draft))

    page = response.content.decode()
    assert response.status_code == 200
    assert "<h1>Check your email</h1>" in page
    assert "champion@example.org" in page
    assert my_link(draft) not in page
    assert confirmation_link(draft) not in page
    assert response["Cache-Control"] == "no-store"


def test_opening_the_link_shows_words_and_card_and_sends_nothing(client, draft):
    response = client.get(confirm_address(draft))

    page = response.content.decode()
    assert response.status_code == 200
    assert "Evidence makes every decision safer." in page
    assert 'src="data:image/png;base64,' in page
    assert "You speak personally." in page
    assert "<li>I agree to website and national collection</li>" in page
    assert "I agree to photo" not in page
    assert Endorsement.objects.get().status == Status.DRAFT
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"


def test_pressing_the_button_sends_it_as_their_own_word(client, draft):
    response = press(client, draft)

    endorsement = Endorsement.objects.get()
    assert (response.status_code, response.url) == (302, sent_address(draft))
    assert endorsement.status == Status.SUBMITTED
    ticked, confirmed = ConsentRecord.objects.order_by("pk")
    assert (ticked.method, confirmed.method) == (Method.WEB_FORM, Method.CONFIRMED)
    assert (confirmed.uses, confirmed.digest) == (ticked.uses, ticked.digest)
    assert confirmed.how == "Confirmed from champion@example.org"
    assert confirmed.is_own_word
    decision = endorsement.decisions.get()
    assert (decision.move, decision.role) == (Move.SUBMIT, Role.AUTHOR)
    receipt = Outbox.objects.get(subject__startswith="We have received")
    assert my_link(endorsement) in receipt.body


def test_confirmed_endorsement_is_published_without_vouching(client, draft):
    press(client, draft)
    endorsement = Endorsement.objects.get()

    moves.publish(
        endorsement, by=make_lead(make_region()), seen_version=endorsement.version
    )

    assert endorsement.status == Status.PUBLISHED


def test_review_page_says_which_address_confirmed_it(client, north, north_lead):
    organisation = make_organisation(name="Sampleshire NHS Trust", region=north)
    sent = send_confirmed(client, organisation_name=organisation.name)

    page = north_lead.client.get(reverse("admin:records_record_review", args=[sent.pk]))

    assert "Confirmed from champion@example.org" in page.content.decode()


def test_second_click_is_no_mistake(client, draft):
    first = press(client, draft)
    second = press(client, draft)
    later = client.get(confirm_address(draft))

    own = reverse("moderation:my", args=[my_link(draft)])
    assert (second.status_code, second.url) == (302, own)
    assert (later.status_code, later.url) == (302, own)
    assert first.status_code == 302
    assert ConsentRecord.objects.filter(method=Method.CONFIRMED).count() == 1
    assert client.get(own).status_code == 200


def test_wording_that_was_shown_is_the_one_that_is_kept(client, draft):
    shown = ConsentRecord.objects.get().wording
    ConsentWording.objects.create(
        person=shown.person, version=9, introduction="New", uses={}, terms="New"
    )

    press(client, draft)

    assert ConsentRecord.objects.latest("pk").wording == shown


def test_stale_page_is_told_and_shows_the_words_as_they_are(client, draft):
    change(client, draft, quote="Evidence first.")
    back_to_draft(draft)

    response = press(client, draft, version=1)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Not changed: " in page
    assert "Evidence first." in page
    assert Endorsement.objects.get().status == Status.DRAFT


def back_to_draft(endorsement):
    """As if the changed words waited for their address again."""
    Record.objects.update(status=Status.DRAFT)
    now = Endorsement.objects.get()
    answer = ConsentRecord.objects.latest("pk")
    ConsentRecord.objects.create(
        record_id=now.pk,
        person=answer.person,
        digest=answer.digest,
        uses=answer.uses,
        wording=answer.wording,
        method=Method.WEB_FORM,
    )


@pytest.mark.parametrize("version", ["", "abc", "9" * 30])
def test_without_the_version_that_was_seen_nothing_is_sent(client, draft, version):
    response = press(client, draft, version=version)

    assert response.status_code in (200, 409)
    assert Endorsement.objects.get().status == Status.DRAFT
