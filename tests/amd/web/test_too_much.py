"""A form larger than any of ours is answered with a sentence, whoever runs the site."""

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import strip_tags

from tests.factories import make_wordings

pytestmark = pytest.mark.django_db

PAGE = "/endorse/"


def assert_too_much(answer):
    assert answer.status_code == 413
    words = " ".join(strip_tags(answer.text).split())
    assert "That is too much for one form" in words
    assert "your browser still has what you typed" in words


@pytest.fixture(params=[True, False], ids=["debug", "live"])
def client(client, settings, request):
    settings.DEBUG = request.param
    return client


def test_too_many_words(client):
    words = "w" * (site.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)

    assert_too_much(client.post(PAGE, {"quote": words}))
    assert_too_much(
        client.post(
            PAGE, f"quote={words}", content_type="application/x-www-form-urlencoded"
        )
    )


def test_too_many_fields(client):
    fields = {f"f{number}": "" for number in range(201)}

    assert_too_much(client.post(PAGE, fields))


def test_too_many_files(client):
    files = {f"f{number}": SimpleUploadedFile("a.txt", b"a") for number in range(3)}

    assert_too_much(client.post(PAGE, files))


def test_the_longest_paste_that_a_form_keeps_is_not_too_much(client):
    """Twenty thousand emoji, as a browser without a file to send writes them."""
    make_wordings()

    answer = client.post(
        PAGE,
        "quote=" + "%F0%9F%98%80" * 20_000,
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 422
