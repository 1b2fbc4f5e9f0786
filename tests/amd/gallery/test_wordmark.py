"""The wordmark on /resources/: shown, said what it is, and downloaded."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("blue.svg", "image/svg+xml", b"<svg "),
        ("white.png", "image/png", b"\x89PNG"),
        ("black.png", "image/png", b"\x89PNG"),
    ],
)
def test_file_is_sent_and_kept_for_a_day(client, name, kind, start):
    response = client.get(f"/resources/wordmark/{name}")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "public, max-age=86400"
    assert response.content.startswith(start)


def test_file_that_a_browser_has_is_not_sent_again(client):
    etag = client.get("/resources/wordmark/blue.svg").headers["ETag"]

    again = client.get("/resources/wordmark/blue.svg", headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["green.svg", "blue.gif", "blue.svg.png"])
def test_what_is_not_offered_is_not_found(client, name):
    assert client.get(f"/resources/wordmark/{name}").status_code == 404


def test_page_offers_each_colour_with_type_and_size(client):
    page = client.get("/resources/").text

    for colour in ("blue", "white", "black"):
        for kind in ("svg", "png"):
            assert f'href="/resources/wordmark/{colour}.{kind}"' in page
    assert "2400 × 214 pixels, 27" in page
    assert 'alt="#AMillionDecisions in white" width="412" height="37"' in page


def test_page_says_how_much_room_it_needs_and_what_not_to_do(client):
    page = client.get("/resources/").text

    assert "Leave clear space round it" in page
    assert "Do not stretch it" in page
    assert 'data-copy="wordmark-alt"' in page
