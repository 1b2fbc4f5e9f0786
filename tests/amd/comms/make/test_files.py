"""The files that are taken: each format, all in a ZIP, with their names and words."""

import io
import zipfile

import pytest

from amd.cards import FORMATS
from amd.publishing.post_texts import NETWORKS
from tests.amd.comms.make.answers import QUOTE, SOCIAL, STORY, opened, photo, sent

pytestmark = pytest.mark.django_db
WIDE = {**SOCIAL, "quote": "W" * 240, "title": "W" * 120, "organisation": "W" * 120}


def members(response):
    return zipfile.ZipFile(io.BytesIO(response.content))


@pytest.mark.parametrize("name", ["landscape", "square", "portrait", "story", "slide"])
@pytest.mark.parametrize("ext", ["png", "jpg"])
def test_picture_has_the_pixels_of_its_format(client, name, ext):
    response = sent(client, get=f"{name}.{ext}", photo=photo())

    picture = opened(response.content)
    assert picture.size == (FORMATS[name].width_px, FORMATS[name].height_px)
    assert picture.format == {"png": "PNG", "jpg": "JPEG"}[ext]
    assert len(response.content) < 1_000_000


def test_file_is_saved_under_a_name_that_says_what_it_is(client):
    response = sent(client, get="square.png")

    assert response.headers["Content-Disposition"] == (
        'attachment; filename="amilliondecisions-local-dr-sample-person-square.png"'
    )
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("", "card"),
        ("李", "card"),
        ("Nwŷfre Łukasz", "nwyfre-lukasz"),
        ("CON/../x", "conx"),
    ],
)
def test_name_of_a_file_is_in_plain_letters(client, name, slug):
    response = sent(client, {**SOCIAL, "name": name}, get="square.png")

    assert f'-local-{slug}-square.png"' in response.headers["Content-Disposition"]


def test_button_beside_the_picture_takes_the_chosen_format(client):
    response = sent(client, get="shown.png", shown="tall")

    assert opened(response.content).size == (1080, 1440)


@pytest.mark.parametrize("answers", [SOCIAL, STORY], ids=["social card", "vignette"])
@pytest.mark.parametrize(
    ("value", "start"), [("a4.pdf", b"%PDF"), ("pptx.pptx", b"PK")]
)
def test_document_is_taken(client, answers, value, start):
    response = sent(client, answers, get=value)

    assert response.content.startswith(start)


@pytest.mark.parametrize(
    "value", ["thumb.webp", "square.webp", "x", "a4.png", "../a.png"]
)
def test_file_that_no_button_asks_for_is_not_made(client, value):
    assert sent(client, get=value).status_code == 404


def test_zip_holds_every_format_and_every_word(client):
    archive = members(sent(client, get="everything.zip", photo=photo()))

    names = archive.namelist()
    assert archive.testzip() is None
    assert len([name for name in names if name.endswith((".png", ".jpg"))]) == 14
    assert [name for name in names if name.startswith("documents/")] == [
        "documents/amilliondecisions-local-dr-sample-person-a4.pdf",
        "documents/amilliondecisions-local-dr-sample-person-pptx.pptx",
    ]
    assert QUOTE in archive.read("alt-text.txt").decode("utf-8-sig")
    assert QUOTE in archive.read("ask-first.txt").decode("utf-8-sig")
    assert "Local card" in archive.read("README.txt").decode("utf-8-sig")


def test_each_post_in_the_zip_is_within_the_limit_of_its_network(client):
    archive = members(sent(client, STORY, get="everything.zip"))

    for network in NETWORKS:
        text = archive.read(f"posts/{network.key}.txt").decode("utf-8-sig").strip()
        assert 0 < network.count(text) <= network.limit


def test_zip_is_stored_and_the_same_for_the_same_card(client):
    first = sent(client, get="everything.zip").content

    infos = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert sent(client, get="everything.zip").content == first


def test_names_in_the_zip_can_be_unpacked_anywhere(client):
    names = members(sent(client, get="everything.zip", name="CON")).namelist()

    assert len({name.lower() for name in names}) == len(names)
    assert all(name.isascii() and len(name) <= 100 for name in names)
    assert not any(".." in name or name.startswith("/") for name in names)


def test_format_without_room_is_left_out_and_said(client):
    archive = members(sent(client, WIDE, get="everything.zip"))

    offers = sent(client, WIDE).context["beside"].offers
    left_out = [each for each in offers if each.problem]
    assert 0 < len(left_out) < len(offers)
    listed = "".join(f"\r\n- {e.format.label}: {e.problem}" for e in left_out)
    readme = archive.read("README.txt").decode("utf-8-sig")
    assert f"Left out, for want of room:{listed}\r\n" in readme
    assert not [name for name in archive.namelist() if "-link." in name]


def test_zip_of_words_that_no_format_can_show_is_refused(client):
    response = sent(client, {**SOCIAL, "quote": "\u0300" * 240}, get="everything.zip")

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["quote"]


def test_words_that_do_not_fit_come_back_with_a_sentence(client):
    response = sent(client, WIDE, get="link.png")

    assert response.status_code == 422
    assert "Shorten" in response.text
    assert "to fit the link preview format" in response.text
    assert "W" * 240 in response.text


def test_file_says_in_itself_that_it_is_a_local_card(client):
    picture = opened(sent(client, get="square.png").content)
    picture.load()

    said = " ".join(str(value) for value in picture.info.values())
    assert "A local card: the campaign has not checked it" in said
