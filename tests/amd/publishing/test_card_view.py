"""The table of what a card's address answers."""

from io import BytesIO

import pytest
from PIL import Image

from amd.publishing import files, views
from amd.publishing.addresses import publication_card_url
from amd.publishing.live import erase_all, take_down
from amd.publishing.models import Retired
from tests.factories import (
    make_endorsement_copy,
    make_logo,
    make_picture,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db

WITHOUT_SOCIAL = ["website", "name", "title", "photo"]


@pytest.fixture
def publication():
    return make_publication(record=make_record(reference="7F3K2Q"))


def address(publication, format_name="square", ext="png", **options):
    return publication_card_url(publication, format_name, ext, **options)


@pytest.mark.parametrize(
    ("format_name", "ext", "kind", "size"),
    [
        ("landscape", "png", "PNG", (1200, 675)),
        ("link", "png", "PNG", (1200, 630)),
        ("square", "jpg", "JPEG", (1080, 1080)),
        ("portrait", "jpg", "JPEG", (1080, 1350)),
        ("story", "png", "PNG", (1080, 1920)),
        ("thumb", "webp", "WEBP", (600, 338)),
    ],
)
def test_each_format_is_the_picture_it_says(
    client, publication, format_name, ext, kind, size
):
    answer = client.get(address(publication, format_name, ext))

    image = Image.open(BytesIO(answer.content))
    assert (image.format, image.size) == (kind, size)
    assert answer["Content-Type"] == f"image/{kind.lower()}"


def test_headers_let_caches_keep_it_five_minutes_and_other_sites_show_it(
    client, publication
):
    answer = client.get(address(publication))

    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Content-Disposition" not in answer
    assert not answer.cookies


def test_second_request_reads_the_file_that_the_first_one_kept(client, publication):
    first = client.get(address(publication))
    path = files.path_of(publication, "square.png")
    assert path.read_bytes() == first.content
    path.write_bytes(b"kept")

    assert client.get(address(publication)).content == b"kept"


def test_deleting_every_drawn_file_loses_nothing(client, publication):
    first = client.get(address(publication)).content
    files.remove(publication.reference)

    assert client.get(address(publication)).content == first


def test_same_etag_is_304_and_draws_nothing(client, publication):
    etag = client.get(address(publication))["ETag"]
    files.remove(publication.reference)

    answer = client.get(address(publication), headers={"If-None-Match": etag})

    assert answer.status_code == 304
    assert answer["ETag"] == etag
    assert answer["Cache-Control"] == "public, max-age=300"
    assert not files.folder_of(publication.reference).exists()


def test_etags_of_two_formats_differ(client, publication):
    square = client.get(address(publication))["ETag"]

    answer = client.get(address(publication, "link"), headers={"If-None-Match": square})

    assert answer.status_code == 200


def test_another_digest_of_a_live_record_leads_to_todays(client, publication):
    answer = client.get("/cards/7f3k-2q/0123456789/square.png?download=1")

    assert answer.status_code == 302
    assert answer["Location"] == address(publication, download=True)


def test_reference_in_capitals_leads_to_the_one_address(client, publication):
    answer = client.get(address(publication).replace("7f3k-2q", "7F3K-2Q"))

    assert answer.status_code == 302
    assert answer["Location"] == address(publication)


@pytest.mark.parametrize("end", [take_down, erase_all])
def test_taken_down_or_withdrawn_is_410(client, publication, end):
    url = address(publication)
    client.get(url)

    end(publication.record, Retired.WITHDRAWN)

    for old in (url, "/cards/7f3k-2q/0123456789/square.png"):
        answer = client.get(old)
        assert answer.status_code == 410
        assert answer.content == views.GONE.encode()


def test_gone_is_said_even_to_a_cache_that_has_the_etag(client, publication):
    etag = client.get(address(publication))["ETag"]
    url = address(publication)
    take_down(publication.record, Retired.TAKEN_DOWN)

    answer = client.get(url, headers={"If-None-Match": etag})

    assert answer.status_code == 410


@pytest.mark.parametrize("reference", ["9f3k-2e", "zzzz-zz", "..%2F..", "%00"])
def test_unknown_reference_is_404(client, publication, reference):
    assert client.get(f"/cards/{reference}/abc/square.png").status_code == 404


def test_record_that_was_never_published_is_404(client):
    make_record(reference="7F3K2Q")

    assert client.get("/cards/7f3k-2q/abc/square.png").status_code == 404


@pytest.mark.parametrize("name", ["square.gif", "poster.png", "thumb.png", "a4.png"])
def test_format_that_is_not_in_the_table_is_404(client, publication, name):
    url = address(publication).replace("square.png", name)

    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("format_name", "ext", "status"),
    [
        ("landscape", "png", 200),
        ("thumb", "webp", 200),
        ("link", "png", 404),
        ("square", "png", 404),
        ("portrait", "jpg", 404),
        ("story", "png", 404),
    ],
)
def test_without_social_consent_only_the_pages_pictures_answer(
    client, format_name, ext, status
):
    publication = make_publication(uses=WITHOUT_SOCIAL)

    assert client.get(address(publication, format_name, ext)).status_code == status


def test_without_social_consent_no_other_site_shows_it(client):
    publication = make_publication(uses=WITHOUT_SOCIAL)

    for headers in ({}, {"If-None-Match": "*"}):
        answer = client.get(address(publication), headers=headers)
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_without_social_consent_nothing_is_downloaded(client):
    publication = make_publication(uses=WITHOUT_SOCIAL)

    url = address(publication, "landscape", download=True)

    assert client.get(url).status_code == 404


def test_format_that_the_words_do_not_fit_is_404(client):
    long = make_endorsement_copy(quote="A long sentence that will not end. " * 40)

    assert client.get(address(make_publication(copy=long))).status_code == 404


def test_download_has_a_name_that_says_what_it_is(client, publication):
    answer = client.get(address(publication, download=True))

    assert answer["Content-Disposition"] == (
        'attachment; filename="amilliondecisions-dr-sample-person-7f3k-2q-square.png"'
    )


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Nwŷfre Łukasz", "amilliondecisions-nwyfre-lukasz-7f3k-2q-square.png"),
        ("Δρ", "amilliondecisions-endorsement-7f3k-2q-square.png"),
        ('"; x=\r\n', "amilliondecisions-x-7f3k-2q-square.png"),
        (
            "Wilhelmina Featherstonehaugh-Cholmondeley",
            "amilliondecisions-wilhelmina-featherstonehaugh-7f3k-2q-square.png",
        ),
    ],
)
def test_download_is_named_in_plain_letters(client, name, file):
    record = make_record(reference="7F3K2Q")
    publication = make_publication(record=record, copy=make_endorsement_copy(name=name))

    from_views = views.file_name(publication, "square", "png")

    assert from_views == file


def test_card_with_a_lost_photo_is_drawn_without_it_and_not_kept(client):
    picture = make_picture()
    publication = make_publication(copy=make_endorsement_copy(photo=picture))
    picture.medium.storage.delete(picture.medium.name)

    answer = client.get(address(publication))

    assert answer.status_code == 200
    assert (answer["Cache-Control"], "ETag" in answer) == ("no-store", False)
    assert not files.folder_of(publication.reference).exists()


def test_card_with_a_lost_logo_is_drawn_without_it_and_not_kept(client):
    lost, there = make_logo(), make_logo("#005eb8")
    copy = make_endorsement_copy(logos=(lost, there))
    publication = make_publication(copy=copy)
    lost.picture.small.storage.delete(lost.picture.small.name)

    answer = client.get(address(publication))

    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert not files.folder_of(publication.reference).exists()


def test_drawing_of_what_was_taken_down_meanwhile_is_not_kept(
    client, publication, monkeypatch
):
    real_write = files.write

    def write_after_take_down(path, data):
        take_down(publication.record, Retired.TAKEN_DOWN)
        real_write(path, data)

    monkeypatch.setattr(files, "write", write_after_take_down)

    answer = client.get(address(publication))

    assert answer.status_code == 302
    assert answer["Cache-Control"] == "no-store"
    assert not files.folder_of(publication.reference).exists()
    assert client.get(answer["Location"]).status_code == 410


def test_replaced_copy_leads_to_the_new_one(client, publication):
    old = address(publication)
    newer = make_endorsement_copy(quote="Other words.")
    new = make_publication(record=publication.record, copy=newer)

    assert client.get(old)["Location"] == address(new)


def test_only_reading_is_allowed(client, publication):
    assert client.post(address(publication)).status_code == 405
    assert client.head(address(publication)).status_code == 200


def test_live_card_costs_one_query_from_the_file(
    client, publication, django_assert_num_queries
):
    client.get(address(publication))

    with django_assert_num_queries(1):
        client.get(address(publication))
