"""An endorsement waits until its address is confirmed by the mailed link."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.campaign.models import ConsentWording
from amd.consent.models import ConsentRecord, Method
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.moderation.nightly import ACTS
from amd.pictures.models import Picture
from amd.records.models import Move, Record, Role, Status
from endorsements.champions import Champion
from endorsements.confirming import (
    confirmation_link,
    forget_unconfirmed,
    waiting_link,
)
from endorsements.models import Endorsement
from tests.endorsements.answers import (
    NEEDED,
    answers,
    confirm_address,
    exhaust_throttle,
    photo,
    send_confirmed,
)
from tests.factories import make_endorsement, make_lead, make_organisation, make_region


@pytest.fixture
def draft(client):
    """Sent at /endorse/, its mail not read yet."""
    client.post("/endorse/", answers())
    return Endorsement.objects.get()


def check_address(endorsement):
    return reverse("endorsements:check_email", args=[waiting_link(endorsement)])


def sent_address(endorsement):
    return reverse("moderation:sent", args=[my_link(endorsement)])


def press(client, endorsement, **overrides):
    data = {"version": endorsement.version, **overrides}
    return client.post(confirm_address(endorsement), data)


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


def again_address(endorsement, link=None):
    return reverse("endorsements:again", args=[link or confirmation_link(endorsement)])


def change(client, endorsement, *, link=None, **overrides):
    data = answers(version=str(endorsement.version), **overrides)
    return client.post(again_address(endorsement, link), data)


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


def long_ago(endorsement):
    Record.objects.filter(pk=endorsement.pk).update(
        created_at=timezone.now() - timedelta(days=30)
    )


def test_what_nobody_confirms_in_28_days_is_erased(client):
    client.post(
        "/endorse/",
        answers(photo=photo(), photo_alt="A portrait", uses=[*NEEDED, "photo"]),
    )
    old = Endorsement.objects.get()
    link = confirm_address(old)
    long_ago(old)
    client.post("/endorse/", answers(quote="Still fresh."))
    today = timezone.localdate()

    assert forget_unconfirmed(today, False) == 1
    assert Endorsement.objects.get(pk=old.pk).quote == old.quote
    assert forget_unconfirmed(today, True) == 1
    assert forget_unconfirmed(today, True) == 0

    left = Endorsement.objects.get(pk=old.pk)
    assert (left.quote, left.name, left.author_name, left.author_email) == ("",) * 4
    assert Picture.objects.get().erased_at is not None
    mail = Outbox.objects.get(reference=old.reference)
    assert (mail.address, mail.body) == ("", "")
    gone = client.get(link)
    assert gone.status_code == 410
    assert "nobody confirmed it within 28 days" in gone.content.decode()
    assert client.post(link, {"version": 1}).status_code == 410
    assert Endorsement.objects.latest("pk").quote == "Still fresh."


def test_confirmed_ones_are_kept(client):
    long_ago(send_confirmed(client))

    assert forget_unconfirmed(timezone.localdate(), True) == 0


def test_nightly_run_does_it():
    assert forget_unconfirmed in ACTS.values()


def test_confirming_makes_a_champion_of_the_region(client):
    region = make_region()

    sent = send_confirmed(client, region=region.pk)

    assert (sent.champion.name, sent.champion.region) == ("Dr Sample Person", region)
    assert sent.champion.email == "champion@example.org"
    assert sent.champion.status == "agreed"


def test_same_name_and_address_is_the_same_champion(client):
    champion = Champion.objects.create(
        name="Sample Person", email="Champion@example.org"
    )

    assert send_confirmed(client).champion == champion


def test_namesake_is_left_for_a_lead_to_tell(client):
    Champion.objects.create(name="Sample Person", email="other@example.org")

    assert send_confirmed(client).champion is None
    assert Champion.objects.count() == 1
