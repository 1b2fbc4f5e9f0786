"""The address of an offered endorsement is corrected, asked again, or held back."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import ConsentRecord, Method
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.records.models import Status
from endorsements.confirming import (
    confirmation_link,
    forget_unconfirmed,
    waiting_link,
)
from endorsements.models import Endorsement
from tests.endorsements.answers import (
    answers,
    confirm_address,
    exhaust_throttle,
    send_confirmed,
)
from tests.endorsements.confirm_steps import (
    again_address,
    change,
    check_address,
    long_ago,
    press,
    sent_address,
)
from tests.factories import make_endorsement, make_lead, make_region


def test_words_changed_by_the_mailed_link_are_sent_at_once(client, draft):
    asked = client.get(again_address(draft))
    response = change(client, draft, quote="Evidence first.")

    endorsement = Endorsement.objects.get()
    assert asked.context["form"]["quote"].value() == draft.quote
    assert response.url == sent_address(draft)
    assert (endorsement.status, endorsement.quote) == (
        Status.SUBMITTED,
        "Evidence first.",
    )
    newest = endorsement.consents.last()
    assert newest.method == Method.CONFIRMED
    assert newest.digest == endorsement.words()[0].digest()


def test_another_address_is_asked_and_the_first_link_is_over(client, draft):
    old = confirm_address(draft)
    response = change(client, draft, author_email="chief@example.org")

    now = Endorsement.objects.get()
    assert response.url == check_address(now)
    assert (now.status, now.author_email) == (Status.DRAFT, "chief@example.org")
    assert client.get(old).status_code == 410
    assert "Follow the link in the newest email" in client.get(old).content.decode()
    assert Outbox.objects.latest("pk").address == "chief@example.org"
    assert press(client, now).url == sent_address(now)


def test_corrected_address_gets_the_mail_and_voids_the_link(client, draft):
    old = confirm_address(draft)

    response = client.post(check_address(draft), {"email": "champion@example.com"})

    now = Endorsement.objects.get()
    assert response.url == f"{check_address(draft)}?again"
    assert "We have sent another email" in client.get(response.url).content.decode()
    assert now.author_email == "champion@example.com"
    newest = Outbox.objects.latest("pk")
    assert newest.address == "champion@example.com"
    assert confirm_address(now) in newest.body
    assert client.get(old).status_code == 410
    press(client, now)
    assert ConsentRecord.objects.latest("pk").how == (
        "Confirmed from champion@example.com"
    )


def test_same_address_is_sent_the_same_link_again(client, draft):
    client.post(check_address(draft), {"email": "champion@example.org"})

    first, second = Outbox.objects.order_by("pk")
    assert first.body == second.body
    assert Endorsement.objects.get().version == draft.version


@pytest.mark.parametrize("email", ["", "champion@", "\x00@example.org"])
def test_bad_address_is_said_and_nothing_changes(client, draft, email):
    response = client.post(check_address(draft), {"email": email})

    assert response.status_code == 422
    assert Outbox.objects.count() == 1


def test_mails_are_not_sent_for_ever(client, draft):
    for _ in range(5):
        client.post(check_address(draft), {"email": "champion@example.org"})

    response = client.post(check_address(draft), {"email": "champion@example.org"})

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "Not sent: we sent this email several times already. Wait an hour"
    ]
    assert Outbox.objects.count() == 6


def test_nobodys_mailbox_is_filled_through_the_form(client):
    for number in range(12):
        client.post("/endorse/", answers(quote=f"Evidence first, {number}."))

    assert Endorsement.objects.count() == 12
    assert Outbox.objects.count() == 10


def test_one_network_is_held_back(client, draft):
    exhaust_throttle()

    response = client.post(check_address(draft), {"email": "champion@example.org"})

    assert response.status_code == 422
    assert Outbox.objects.count() == 1


def test_page_after_the_form_does_not_say_whether_it_was_confirmed(client):
    confirmed = send_confirmed(client)
    client.post("/endorse/", answers(quote="Another one."))
    forgotten = Endorsement.objects.latest("pk")
    long_ago(forgotten)
    forget_unconfirmed(timezone.localdate(), True)

    pages = [
        client.get(check_address(each)).content.decode()
        for each in (confirmed, forgotten)
    ]

    assert pages[0] == pages[1]
    assert "champion@example.org" not in pages[0]
    before = Outbox.objects.count()
    client.post(check_address(confirmed), {"email": "other@example.org"})
    assert Endorsement.objects.get(pk=confirmed.pk).author_email != "other@example.org"
    assert Outbox.objects.count() == before


@pytest.mark.parametrize("page", ["confirm", "check_email", "again"])
def test_link_of_another_kind_opens_nothing(client, draft, page):
    links = {
        "confirm": [waiting_link(draft), my_link(draft)],
        "check_email": [confirmation_link(draft), my_link(draft)],
        "again": [waiting_link(draft)],
    }
    for link in [*links[page], "x", "7F3K2Q.1.forged"]:
        address = reverse(f"endorsements:{page}", args=[link])

        assert client.get(address).status_code == 404
        assert client.post(address, {"version": 1}).status_code == 404
    assert Endorsement.objects.get().status == Status.DRAFT


def send_back(endorsement):
    moves.send_back(
        endorsement,
        by=make_lead(make_region()),
        seen_version=endorsement.version,
        note="Shorter, please.",
    )
    return endorsement


def test_after_being_sent_back_another_address_has_to_be_confirmed(client):
    sent = send_back(send_confirmed(client))

    response = change(
        client, sent, link=my_link(sent), author_email="chief@example.org"
    )

    now = Endorsement.objects.get()
    assert response.url == check_address(now)
    assert now.status == Status.SENT_BACK
    assert now.consents.last().method == Method.WEB_FORM
    second = change(client, sent, link=my_link(sent), author_email="chief@example.org")
    assert second.url == response.url
    assert Outbox.objects.filter(address="chief@example.org").count() == 1
    assert press(client, now).url == sent_address(now)
    assert Endorsement.objects.get().status == Status.SUBMITTED


def test_who_changed_the_address_cannot_confirm_it_by_their_own_link(client):
    sent = send_back(send_confirmed(client))
    change(client, sent, link=my_link(sent), author_email="chief@example.org")
    now = Endorsement.objects.get()

    change(client, now, link=my_link(now), author_email="chief@example.org")

    assert Endorsement.objects.get().status == Status.SENT_BACK
    confirmed = ConsentRecord.objects.filter(how="Confirmed from chief@example.org")
    assert not confirmed.exists()


def test_what_a_lead_recorded_and_sent_back_is_confirmed_by_its_link(client):
    recorded = send_back(make_endorsement(author_email="ada@example.org"))

    change(client, recorded, link=my_link(recorded), author_email="ada@example.org")

    assert Endorsement.objects.get().status == Status.SUBMITTED
    assert ConsentRecord.objects.get().how == "Confirmed from ada@example.org"
