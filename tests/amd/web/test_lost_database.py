"""What the site answers while its database is lost."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db

ANSWERS = {
    "/": 500,
    "/gallery/": 500,
    "/feeds/gallery.atom": 500,
    "/api/v1/publications/": 500,
    "/sitemap.xml": 500,
    "/healthz": 503,
    "/robots.txt": 200,
    "/accessibility/": 200,
    "/cookies/": 200,
    "/no-such-page/": 404,
}


def lose_the_database(execute, sql, params, many, context):
    raise OperationalError("server closed the connection unexpectedly")


@pytest.fixture
def answer():
    client = Client(raise_request_exception=False)

    def answered(path, **headers):
        with connection.execute_wrapper(lose_the_database):
            return client.get(path, headers=headers)

    return answered


@pytest.mark.parametrize("path", ANSWERS)
def test_each_address_is_answered_with_a_page_and_no_cookie(answer, path):
    got = answer(path)

    assert got.status_code == ANSWERS[path]
    assert not got.cookies
    if got.status_code == 500:
        assert ">Sorry, there is a problem</h1>" in got.text


def test_whoever_kept_a_page_is_not_told_that_it_still_holds(answer, client):
    etag = client.get("/feeds/gallery.atom")["ETag"]

    again = answer("/feeds/gallery.atom", **{"If-None-Match": etag})

    assert again.status_code == 500
    assert "ETag" not in again


def test_somebody_signed_in_sees_the_error_page_too(national_lead):
    client = national_lead.client
    client.raise_request_exception = False

    with connection.execute_wrapper(lose_the_database):
        got = client.get("/gallery/")

    assert got.status_code == 500
    assert ">Sorry, there is a problem</h1>" in got.text
