"""What every answer of open data has in common."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amd.publishing.conditional import ASK_AGAIN
from tests.factories import make_publication

pytestmark = pytest.mark.django_db

NAMES = ("atom", "json", "csv", "sitemaps", "sitemap_pages")
NAMES += ("api:publications", "api:facets", "api:withdrawn", "api:openapi-json")


@pytest.fixture
def paths():
    live = make_publication()
    one = reverse("open_data:api:publication", args=[live.address_reference])
    return [*(reverse(f"open_data:{name}") for name in NAMES), one]


def body(response):
    return b"".join(response) if response.streaming else response.content


def test_asked_again_each_is_a_304_with_one_query_and_no_body(client, paths):
    for path in paths:
        etag = client.get(path)["ETag"]

        with CaptureQueriesContext(connection) as captured:
            again = client.get(path, headers={"If-None-Match": etag})

        assert (again.status_code, body(again)) == (304, b""), path
        assert (again["Cache-Control"], again["ETag"]) == (ASK_AGAIN, etag)
        assert len(captured) == 1, path


def test_a_publication_more_is_another_answer(client, paths):
    etags = {path: client.get(path)["ETag"] for path in paths}

    make_publication()

    for path, etag in etags.items():
        again = client.get(path, headers={"If-None-Match": etag})
        assert again.status_code == 200, path


def test_any_website_may_read_it_and_none_gets_a_cookie(client, paths):
    for path in paths:
        for headers in ({}, {"If-None-Match": client.get(path)["ETag"]}):
            answer = client.get(path, headers=headers)

            assert answer["Access-Control-Allow-Origin"] == "*", path
            assert "Access-Control-Allow-Credentials" not in answer
            assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
            assert not answer.cookies, path
            assert "Cookie" not in answer.get("Vary", ""), path


def test_each_names_its_terms(client, paths, settings):
    terms = f"<{settings.SITE_ADDRESS}/open-data/#terms>"

    assert {client.get(path)["Link"] for path in paths} == {f'{terms}; rel="license"'}
    assert 'id="terms"' in client.get("/open-data/").text


def test_somebody_signed_in_gets_what_everybody_gets(paths, national_lead, visitor):
    for path in paths:
        theirs, anybodys = (
            person.client.get(path) for person in (national_lead, visitor)
        )

        assert body(theirs) == body(anybodys), path
        assert theirs["ETag"] == anybodys["ETag"], path


def test_a_browser_may_ask_with_an_etag_from_another_website(client, paths):
    for path in paths:
        answer = client.options(
            path,
            headers={
                "Origin": "https://example.org",
                "Access-Control-Request-Method": "GET",
                "Access-Control-Request-Headers": "if-none-match",
            },
        )

        assert answer.status_code == 204, path
        assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        assert answer["Access-Control-Allow-Headers"] == "If-None-Match"
        assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(paths, method):
    strict = Client(enforce_csrf_checks=True)

    for path in paths:
        answer = getattr(strict, method)(path)

        assert answer.status_code == 405, path
        assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_head_has_the_headers_alone(client, paths):
    for path in paths:
        whole, head = client.get(path), client.head(path)

        assert head.status_code == 200, path
        assert head["ETag"] == whole["ETag"]
        assert head["Content-Type"] == whole["Content-Type"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/publications/x/", 404),
        ("/api/v1/publications/?cursor=x", 400),
        ("/feeds/gallery.atom?cursor=x", 400),
    ],
)
def test_nobody_keeps_a_refusal(client, path, status):
    answer = client.get(path)

    assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
    assert "ETag" not in answer
