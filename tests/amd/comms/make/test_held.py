"""Pictures that travel in the form: small, ours, signed, for a while."""

import time
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from amd.comms.make import held
from amd.comms.make.held import Held
from tests.amd.comms.make.answers import (
    SOCIAL,
    kept,
    logo,
    opened,
    photo,
    sent,
    typed,
)
from tests.amd.pictures.files import saved


def made(upload=None):
    return held.held_from(upload or photo(), called="photo", short_side_px=640)


def test_short_side_is_at_most_640_pixels():
    assert made(photo((1500, 2000))).size == (640, 853)


def test_noisy_picture_is_written_smaller():
    noise = Image.effect_noise((1280, 1280), 200).convert("RGB")
    upload = photo()
    upload.file.seek(0)
    upload.file.write(saved(noise, quality=95))
    upload.size = upload.file.tell()

    assert len(made(upload).data) <= held.MOST_BYTES


def test_what_was_signed_is_read_again():
    value = held.sign(made(), "photo")

    assert held.read(value, "photo") == made()


def test_picture_signed_for_another_field_is_none():
    assert held.read(held.sign(made(), "logo"), "photo") is None


@pytest.mark.parametrize("value", ["", "x", "AAAA:1:abc", "x" * 1_000_000, "\x00:::"])
def test_forged_picture_is_none(value):
    assert held.read(value, "photo") is None


def test_picture_of_another_day_is_none(monkeypatch):
    value = held.sign(made(), "photo")
    later = time.time() + held.LASTS.total_seconds() + 1
    monkeypatch.setattr(time, "time", lambda: later)

    assert timedelta(days=1) > held.LASTS
    assert held.read(value, "photo") is None


def test_svg_is_refused_with_what_to_do():
    upload = photo(name="logo.svg")
    upload.file.seek(0)
    upload.file.truncate()
    upload.file.write(b"<?xml version='1.0'?><SVG><script>alert(1)</script></SVG>")

    with pytest.raises(ValidationError) as refused:
        held.held_from(upload, called="logo", short_side_px=320)

    assert refused.value.messages == [
        "Save the logo as a PNG and select that: an SVG can hold programs as well as "
        "pictures"
    ]


@pytest.mark.django_db
def test_photo_is_kept_from_page_to_page(client):
    first = sent(client, photo=photo()).text
    again = sent(client, photo_kept=kept(first, "photo")).text

    assert kept(again, "photo")
    assert "This photo is kept while you work" in again


@pytest.mark.django_db
def test_photo_is_removed(client):
    first = sent(client, photo=photo()).text
    without = sent(client, photo_kept=kept(first, "photo"), photo_remove="on").text

    assert kept(without, "photo") == ""
    assert "kept while you work" not in without


@pytest.mark.django_db
def test_another_photo_takes_the_place_of_the_kept_one(client):
    first = kept(sent(client, photo=photo()).text, "photo")
    second = kept(sent(client, photo_kept=first, photo=photo((640, 640))).text, "photo")

    assert held.read(second, "photo").size == (640, 640)


@pytest.mark.django_db
def test_forged_photo_is_asked_for_again(client):
    html = sent(client, photo_kept="forged").text

    assert "Select the photo again" in html


@pytest.mark.django_db
def test_another_photo_in_place_of_a_forged_one_is_taken(client):
    html = sent(client, photo_kept="forged", photo=photo()).text

    assert kept(html, "photo")
    assert "Select the photo again" not in html


@pytest.mark.django_db
def test_focal_point_moves_the_crop(client):
    value = typed(client, photo=photo()).json()["kept"]["photo"]

    def picture(top):
        answer = typed(client, photo_kept=value, photo_left="50", photo_top=top)
        return answer.json()["picture"]

    assert picture("10") != picture("90")


@pytest.mark.django_db
def test_wrong_number_of_the_focal_point_is_said(client):
    response = sent(client, photo=photo(), photo_left="far", photo_top="35")

    assert response.status_code == 422
    assert "Enter how far the middle is from the left" in response.text


@pytest.mark.django_db
def test_script_gets_the_signed_picture_to_send_it_only_once(client):
    value = typed(client, photo=photo(), logo=logo()).json()["kept"]

    again = typed(client, photo_kept=value["photo"], logo_kept=value["logo"]).json()
    assert (
        again["picture"] == typed(client, photo=photo(), logo=logo()).json()["picture"]
    )
    assert isinstance(held.read(value["photo"], "photo"), Held)
    assert opened(held.read(value["logo"], "logo").data).size == (600, 200)
    assert typed(client, SOCIAL).json()["kept"] == {}
