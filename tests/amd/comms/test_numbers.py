from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.comms.numbers_page import first_month
from amd.publishing.live import take_down
from amd.publishing.models import DownloadCount, Retired
from tests.factories import (
    make_comms,
    make_endorsement_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db

NUMBERS = reverse("comms:numbers")


@pytest.fixture
def comms(client):
    client.force_login(make_comms())


def make_count(publication, number, **overrides):
    return DownloadCount.objects.create(
        **{
            "record_id": publication.record_id,
            "region": publication.region,
            "format_name": "square",
            "kind": "png",
            "number": number,
            **overrides,
        }
    )


def lines_of(page, name):
    return [(line.label, line.alone, line.in_packs) for line in page.context[name]]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 23), date(2025, 12, 1)),
        (date(2026, 12, 1), date(2026, 1, 1)),
        (date(2027, 1, 31), date(2026, 2, 1)),
    ],
)
def test_this_month_is_the_last_of_twelve(today, first):
    assert first_month(today) == first


def test_downloads_are_summed_by_format_month_region_and_record(client, comms):
    region = make_region(name="Midlands")
    ada = make_publication(
        record=make_record(region=region), copy=make_endorsement_copy(name="Dr Ada")
    )
    bea = make_publication(copy=make_endorsement_copy(name="Dr Bea"))
    today = timezone.localdate()
    make_count(ada, 3)
    make_count(ada, 1_200, kind="zip")
    make_count(bea, 5, format_name="a4", kind="pdf", day=first_month(today))
    make_count(bea, 7, day=first_month(today).replace(year=today.year - 2))

    page = client.get(NUMBERS)

    assert "1,208 cards downloaded since" in page.text
    assert "by anyone, most often as Square." in page.text
    assert lines_of(page, "formats") == [("Square", 3, 1_200), ("A4 page", 5, 0)]
    assert lines_of(page, "months") == [
        (f"{today:%B %Y}", 3, 1_200),
        (f"{first_month(today):%B %Y}", 5, 0),
    ]
    assert lines_of(page, "regions") == [("Midlands", 3, 1_200), ("National", 5, 0)]
    assert lines_of(page, "records") == [("Dr Ada", 3, 1_200), ("Dr Bea", 5, 0)]


def test_only_those_downloaded_most_are_named(client, comms, monkeypatch):
    monkeypatch.setattr("amd.comms.numbers_page.MOST_DOWNLOADED", 2)
    for name, number in (("Dr Ada", 5), ("Dr Bea", 7), ("Dr Cy", 6)):
        make_count(make_publication(copy=make_endorsement_copy(name=name)), number)

    named = lines_of(client.get(NUMBERS), "records")

    assert named == [("Dr Bea", 7, 0), ("Dr Cy", 6, 0)]


def test_what_came_down_is_counted_and_not_named(client, comms):
    publication = make_publication()
    make_count(publication, 3)
    take_down(publication.record, Retired.WITHDRAWN)

    page = client.get(NUMBERS)

    assert "3 cards downloaded" in page.text
    assert lines_of(page, "records") == []


def test_without_a_download_a_sentence_says_so(client, comms):
    page = client.get(NUMBERS).text

    assert "Nothing was downloaded since" in page
    assert "<table" not in page


def test_a_record_shows_how_often_it_was_downloaded(client, comms):
    publication = make_publication()
    path = reverse("comms:record", args=[publication.address_reference])
    assert "Downloaded so far" not in client.get(path).text

    make_count(publication, 4)

    assert lines_of(client.get(path), "counts") == [("Square", 4, 0)]
