"""An image renderer open to the world: bounded in size, number and time; stores nothing."""

import threading

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from amd.comms.make import drawing
from amd.comms.make.drawing import pen
from amd.web.models import Throttle
from tests.amd.comms.make.answers import QUOTE, SOCIAL, STORY, logo, photo, sent, typed
from tests.amd.pictures.files import png_header

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def file(data, name="file.jpg"):
    return SimpleUploadedFile(name, data, "image/jpeg")


BAD_PHOTOS = {
    "40 MB": (
        b"\xff\xd8\xff" + b"x" * (40 * 1024 * 1024),
        "The photo must be smaller than 15MB (this one is 40.1MB)",
    ),
    "svg": (SVG, "Save the photo as a PNG and select that"),
    "text": (b"hello", "The selected file must be a JPEG, PNG or WebP"),
    "cut short": (
        photo().read()[:900],
        "The selected file is damaged. Save the photo again",
    ),
    "bomb": (png_header(20_000, 20_000), "photo must be"),
}


@pytest.mark.parametrize(("data", "sentence"), BAD_PHOTOS.values(), ids=BAD_PHOTOS)
def test_bad_photo_is_said_and_the_words_are_kept(client, data, sentence):
    response = sent(client, photo=file(data))

    assert response.status_code == 422
    assert sentence in response.text
    assert QUOTE in response.text


@pytest.mark.parametrize(("data", "sentence"), BAD_PHOTOS.values(), ids=BAD_PHOTOS)
def test_bad_photo_is_said_as_somebody_types(client, data, sentence):
    response = typed(client, photo=file(data))

    assert response.status_code == 200
    assert sentence in response.json()["said"]
    assert response.json()["picture"] == ""


BAD_LOGOS = {
    "svg": (SVG, "Save the logo as a PNG and select that"),
    "white": (
        logo(ink="white").read(),
        "Select the logo for light backgrounds: nothing of this one shows on white",
    ),
    "small": (
        logo((100, 50)).read(),
        "Select a larger logo: this one is 9",
    ),
}


@pytest.mark.parametrize(("data", "sentence"), BAD_LOGOS.values(), ids=BAD_LOGOS)
def test_bad_logo_is_said(client, data, sentence):
    response = sent(client, logo=file(data, "logo.svg"))

    assert response.status_code == 422
    assert sentence in response.text


TOO_LONG = {
    "quote": (
        "q" * 300,
        "The quote must be 240 characters or less (this is 60 too many)",
    ),
    "name": ("n" * 81, "The name must be 80 characters or less (this is 1 too many)"),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_what_is_too_long_is_said_while_typing(client, name):
    words, sentence = TOO_LONG[name]

    assert typed(client, {**SOCIAL, name: words}).json()["said"] == sentence


def test_story_of_too_many_words_is_said_while_typing(client):
    said = typed(client, {**STORY, "body": "word " * 115}).json()["said"]

    assert said == "The story must be 110 words or less (this is 5 too many)"


def test_file_without_words_is_not_made(client):
    response = sent(client, {"design": "vignette"}, get="everything.zip", figure="£5")

    assert response.status_code == 422
    assert "Enter the headline" in response.text
    assert "Enter what the figure is, and how it is known" in response.text


def test_while_somebody_draws_others_wait_and_are_then_told(client, monkeypatch):
    monkeypatch.setattr(drawing, "_pen", threading.BoundedSemaphore(1))
    with pen():
        response = typed(client)
        answer = sent(client, get="square.png")

    assert response.status_code == answer.status_code == 503
    assert response.json() == {"said": drawing.BUSY}
    assert response.headers["Retry-After"] == "5"
    assert drawing.BUSY in answer.text
    assert QUOTE in answer.text


def test_pen_is_put_down_after_words_that_do_not_fit(client):
    for _ in range(3):
        assert typed(client, {**SOCIAL, "quote": "\u0300" * 240}).status_code == 200

    assert typed(client).json()["picture"]


def test_who_asks_too_often_is_held_back_with_the_words_kept(client, monkeypatch):
    monkeypatch.setattr(drawing, "DRAWINGS", 2)
    for _ in range(2):
        assert typed(client).status_code == 200

    response = sent(client)

    assert response.status_code == 429
    assert drawing.TOO_MANY in response.text
    assert QUOTE in response.text
    assert typed(client).json() == {"said": drawing.TOO_MANY}


def test_all_together_are_held_back(client, monkeypatch):
    monkeypatch.setattr(drawing, "OF_ALL", 1)
    assert typed(client).status_code == 200

    assert typed(client, REMOTE_ADDR="203.0.113.9").json() == {"said": drawing.BUSY}


def test_zips_have_a_number_of_their_own(client, monkeypatch):
    monkeypatch.setattr(drawing, "ZIPS", 1)
    assert sent(client, get="everything.zip").status_code == 200

    assert sent(client, get="everything.zip").status_code == 429
    assert sent(client, get="square.png").status_code == 200


def rows():
    """How many there are of everything but of what holds people back."""
    return {
        model: model._base_manager.count()
        for model in apps.get_models()
        if model is not Throttle
    }


def test_nothing_is_stored(client, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = rows()
    noisy = photo((2400, 2400)).read() + b"\0" * 3_000_000
    for more in (
        {},
        {"get": "square.png"},
        {"get": "everything.zip"},
        {"get": "a4.pdf"},
    ):
        assert sent(client, photo=file(noisy), logo=logo(), **more).status_code == 200
    typed(client, photo=file(noisy))
    sent(client, {**SOCIAL, "quote": "q" * 300}, photo=file(SVG))

    assert rows() == before
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    for said in (QUOTE, "Sample Person", "qqq"):
        assert said not in caplog.text


def test_large_photo_is_never_written_to_disk(client, monkeypatch):
    def refused(*args, **kwargs):
        raise AssertionError("a file was made for an upload")

    monkeypatch.setattr("django.core.files.temp.NamedTemporaryFile", refused)
    large = file(photo().read() + b"\0" * 5_000_000)

    assert sent(client, photo=large).status_code == 200
