from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import Use
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.changes_of_mind import change_uses
from amd.publishing.models import CardUse, Download
from amd.records.models import Role
from tests.factories import (
    make_comms,
    make_endorsement,
    make_lead,
    make_publication,
    make_record,
    make_region,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return make_region(mailbox="north@amilliondecisions.example")


@pytest.fixture
def record(region):
    return publish_endorsement(
        region=region, name="Dr Ada Sample", author_email="ada@example.nhs.uk"
    )


@pytest.fixture
def comms(client):
    user = make_comms(email="comms@example.nhs.uk", name="Cara")
    client.force_login(user)
    return user


def page_of(record):
    return reverse("comms:record", args=[record.address_reference])


def file_of(record, name="square", ext="png"):
    return reverse("comms:download", args=[record.address_reference, name, ext])


def typed(**answers):
    return {
        "where": "linkedin",
        "account": "@sample",
        "used_on": "2026-06-03",
    } | answers


def test_what_is_live_is_found_by_name_and_by_reference(client, comms, record):
    publish_endorsement(name="Dr Bea Sample")
    make_endorsement(name="Dr Ada Waiting")

    by_name = client.get(reverse("comms:desk"), {"words": "ada"})
    by_reference = client.get(
        reverse("comms:desk"), {"words": record.shown_reference.lower()}
    )

    for response in (by_name, by_reference):
        headings = [row.heading for row in response.context["rows"]]
        assert headings == ["Dr Ada Sample"]


def test_the_desk_asks_the_same_of_the_database_with_1_and_with_30(
    client, comms, record, django_assert_num_queries
):
    # Session, user, two of permissions; regions, phases, count, page and takedowns.
    with django_assert_num_queries(9):
        client.get(reverse("comms:desk"))
    for _ in range(29):
        make_publication(record=make_record(region=make_region()))

    with django_assert_num_queries(9):
        client.get(reverse("comms:desk"))


def test_a_download_is_kept_with_who_and_what(client, comms, record):
    response = client.get(file_of(record))

    kept = Download.objects.get()
    assert response.status_code == 302
    assert client.get(response.url)["Content-Type"] == "image/png"
    assert (kept.user, kept.record_id, kept.format_name, kept.kind) == (
        comms,
        record.pk,
        "square",
        "png",
    )


def test_the_page_of_a_record_offers_files_and_draws_none(
    client, comms, record, settings
):
    text = client.get(page_of(record)).text

    assert file_of(record, "a4", "pdf") in text
    assert [each for each in settings.MEDIA_ROOT.rglob("*") if each.is_file()] == []


def test_asking_for_the_headers_keeps_nothing(client, comms, record):
    client.head(file_of(record))

    assert not Download.objects.exists()


def test_without_consent_to_social_media_nothing_is_downloaded(client, comms, record):
    change_uses(
        record,
        person="champion",
        uses=[Use.WEBSITE, Use.NAME, Use.TITLE],
        by=Role.QUOTED_PERSON,
    )

    assert client.get(file_of(record)).status_code == 404
    assert "may be read in the gallery" in client.get(page_of(record)).text
    assert not Download.objects.exists()


def test_a_use_is_noted_once_however_often_it_is_sent(client, comms, record):
    for _ in "12":
        client.post(page_of(record), typed())

    use = CardUse.objects.get()
    assert (use.record_id, use.noted_by) == (record.pk, comms)
    assert use.line == "LinkedIn, 3 June 2026: @sample"
    assert "3 June 2026: @sample" in client.get(page_of(record)).text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"where": ""}, "Select where it was used"),
        (
            {"account": ""},
            "Enter the web address, or the account, meeting or publication",
        ),
        ({"used_on": ""}, "Enter the day it was used"),
        (
            {"used_on": str(timezone.localdate() + timedelta(days=2))},
            "The day it was used must not be in the future",
        ),
    ],
)
def test_a_use_that_is_not_whole_is_refused_with_a_sentence(
    client, comms, record, answers, sentence
):
    response = client.post(page_of(record), typed(**answers))

    assert response.status_code == 422
    assert sentence in response.text
    assert not CardUse.objects.exists()


def test_an_address_that_is_wrong_is_the_one_mistake(client, comms, record):
    response = client.post(page_of(record), typed(account="", address="no address"))

    assert list(response.context["form"].errors) == ["address"]


def mails():
    return dict(Outbox.objects.exclude(address="").values_list("address", "body"))


def test_a_withdrawal_tells_who_downloaded_and_where_it_was_used(
    client, comms, record, region
):
    client.get(file_of(record))
    client.post(page_of(record), typed())

    moves.withdraw(record, by=Role.AUTHOR, seen_version=record.version)

    told = mails()
    assert sorted(told) == [
        "ada@example.nhs.uk",
        "comms@example.nhs.uk",
        "north@amilliondecisions.example",
    ]
    assert "(square). They may not be used any more." in told["comms@example.nhs.uk"]
    assert "- LinkedIn, 3 June 2026: @sample" in told["north@amilliondecisions.example"]
    assert "1 member of staff" in told["north@amilliondecisions.example"]


def test_a_part_taken_back_tells_who_downloaded_to_fetch_it_again(
    client, comms, record
):
    client.get(file_of(record))
    uses = [use for use in Use if use != Use.INTERNAL]

    change_uses(record, person="champion", uses=uses, by=Role.QUOTED_PERSON)

    body = mails()["comms@example.nhs.uk"]
    assert "has taken back a part" in body
    link = next(line for line in body.splitlines() if "/comms/" in line)
    assert client.get(urlsplit(link).path).status_code == 200


def test_taking_down_tells_who_downloaded(client, comms, record, region):
    client.get(file_of(record))

    moves.take_down(
        record, by=make_lead(region), seen_version=record.version, note="Old"
    )

    assert "may not be used any more" in mails()["comms@example.nhs.uk"]


def test_agreeing_again_to_the_same_disturbs_nobody(client, comms, record):
    client.get(file_of(record))
    Outbox.objects.all().delete()

    change_uses(record, person="champion", uses=Use.values, by=Role.QUOTED_PERSON)

    assert mails() == {}
