"""What becomes of what was confirmed, and of what nobody confirmed."""

from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation.nightly import ACTS
from amd.pictures.models import Picture
from endorsements.champions import Champion
from endorsements.confirming import (
    forget_unconfirmed,
)
from endorsements.models import Endorsement
from tests.endorsements.answers import (
    NEEDED,
    answers,
    confirm_address,
    photo,
    send_confirmed,
)
from tests.endorsements.confirm_steps import long_ago
from tests.factories import make_region


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
