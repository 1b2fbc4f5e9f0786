from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from amd.publishing.addresses import publication_card_url
from amd.publishing.downloads import count, keep_pack
from amd.publishing.models import Download, DownloadCount
from tests.factories import make_comms, make_publication, make_record, make_region

pytestmark = pytest.mark.django_db


def address(publication, ext="png", *, download=True):
    return publication_card_url(publication, "square", ext, download=download)


def counted():
    rows = DownloadCount.objects.values_list("format_name", "kind", "number")
    return sorted(rows)


def test_a_download_is_counted_by_record_format_kind_day_and_region(client):
    region = make_region()
    publication = make_publication(record=make_record(region=region))

    for ext in ("png", "png", "jpg"):
        assert client.get(address(publication, ext)).status_code == 200

    assert counted() == [("square", "jpeg", 1), ("square", "png", 2)]
    rows = DownloadCount.objects.values_list("record", "region", "day").distinct()
    assert list(rows) == [(publication.record_id, region.pk, timezone.localdate())]


def test_each_day_has_a_row_of_its_own():
    publication = make_publication()
    count(publication, "square", "png")
    yesterday = timezone.localdate() - timedelta(days=1)
    DownloadCount.objects.update(day=yesterday)

    count(publication, "square", "png")

    assert counted() == [("square", "png", 1)] * 2


def test_looking_is_not_counted_nor_asking_for_headers_or_what_is_known(client):
    publication = make_publication()

    shown = client.get(address(publication, download=False))
    client.head(address(publication))
    same = client.get(address(publication), headers={"If-None-Match": shown["ETag"]})

    assert same.status_code == 304
    assert not DownloadCount.objects.exists()


def test_nothing_is_known_of_who_it_was(client):
    publication = make_publication()

    response = client.get(address(publication))

    assert not response.cookies
    assert not Download.objects.exists()


def test_what_is_in_a_pack_is_kept_and_counted_once_a_format():
    user = make_comms()
    one, two = make_publication(), make_publication()

    keep_pack(user, {one: ["square", "a4"], two: ["square"]})
    keep_pack(user, {one: ["square"]})

    assert counted() == [("a4", "zip", 1), ("square", "zip", 1), ("square", "zip", 2)]
    assert Download.objects.filter(user=user, record=one.record).count() == 3


def test_a_hundred_records_are_kept_in_as_few_queries_as_two(
    django_assert_num_queries,
):
    user = make_comms()
    publications = [make_publication() for _ in range(12)]

    for some in (publications[:2], publications):
        # The rows; a savepoint and its release, and two queries a format.
        with django_assert_num_queries(1 + 2 + 2 * 2):
            keep_pack(user, {each: ["square", "a4"] for each in some})


@pytest.fixture
def nothing_is_written():
    """As a disk that is full: the table of counts takes no row."""
    table = "publishing_downloadcount"
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_away")
        yield
        cursor.execute(f"ALTER TABLE {table}_away RENAME TO {table}")


def test_a_count_that_fails_takes_nobody_s_picture_away(
    client, nothing_is_written, caplog
):
    response = client.get(address(make_publication()))

    assert response["Content-Type"] == "image/png"
    assert "A download was not counted" in caplog.text
