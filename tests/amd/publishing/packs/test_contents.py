import csv
import io
import json

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from amd.cards import FORMATS
from amd.publishing.cards import OFFERED_FORMATS
from amd.publishing.packs.reasons import LOST_PICTURE, NOT_DRAWN
from amd.publishing.post_texts import NETWORKS
from amd.records.models import Kind
from tests.amd.publishing.packs.rules import problems_with
from tests.amd.publishing.packs.steps import contents_of, members_of
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_picture,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db

PICTURES = ("png", "jpg")


@pytest.fixture
def endorsement():
    return make_publication(record=make_record(reference="7F3K2Q"))


@pytest.fixture
def story():
    return make_publication(record=make_record(kind=Kind.CASE_STUDY))


def rows_of(found):
    text = found["manifest.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def in_folder(found, place=1):
    """The files of one record, by their name in its folder."""
    folder = f"{place:02d}-"
    return {
        name.partition("/")[2]: data
        for name, data in found.items()
        if name.startswith(folder)
    }


def test_a_record_has_every_format_its_words_and_its_terms(endorsement):
    found = members_of(contents_of(endorsement), endorsement)

    pictures = {
        f"7f3k-2q-{name}.{ext}"
        for name in OFFERED_FORMATS
        if not FORMATS[name].is_document
        for ext in PICTURES
    }
    documents = {"7f3k-2q-a4.pdf", "7f3k-2q-powerpoint.pptx"}
    posts = {f"posts/{network.key}.txt" for network in NETWORKS}
    words = {"alt.txt", "terms.txt", "record.json"}
    assert set(in_folder(found)) == pictures | documents | posts | words
    assert [*found][-2:] == ["README.html", "manifest.csv"]
    assert problems_with(found) == []


def test_every_picture_has_its_pixels_and_is_under_a_million_bytes(endorsement, story):
    found = members_of(contents_of(endorsement, story), endorsement, story)

    checked = 0
    for name, data in found.items():
        stem, _, ext = name.rpartition(".")
        if ext in PICTURES:
            shown = FORMATS[stem.rpartition("-")[2]]
            with Image.open(io.BytesIO(data)) as image:
                assert image.size == (shown.width_px, shown.height_px), name
            assert len(data) < 1_000_000, name
            checked += 1
    assert checked == 2 * 7 * 2


def test_documents_open_and_hold_the_words(endorsement):
    found = in_folder(members_of(contents_of(endorsement), endorsement))

    page = PdfReader(io.BytesIO(found["7f3k-2q-a4.pdf"])).pages[0].extract_text()
    deck = Presentation(io.BytesIO(found["7f3k-2q-powerpoint.pptx"]))
    assert "Dr Sample Person" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert len(deck.slides) == 1


def test_every_post_is_within_the_limit_of_its_network(endorsement, story):
    found = members_of(contents_of(endorsement, story), endorsement, story)

    for place, publication in enumerate((endorsement, story), start=1):
        files = in_folder(found, place)
        for network in NETWORKS:
            text = files[f"posts/{network.key}.txt"].decode()
            assert 0 < network.count(text) <= network.limit
            assert publication.address_reference in text


def test_alt_text_holds_every_word_of_the_card(endorsement, story):
    found = members_of(contents_of(endorsement, story), endorsement, story)

    for place, publication in enumerate((endorsement, story), start=1):
        alt = in_folder(found, place)["alt.txt"].decode()
        words = {name: text for name, text in publication.card.items() if text}
        for name in ("credit", "terms"):
            del words[name]
        assert [name for name, text in words.items() if text not in alt] == []


def test_alt_text_is_there_short_and_long(endorsement):
    found = in_folder(members_of(contents_of(endorsement), endorsement))

    assert found["alt.txt"].decode() == (
        "Short, up to 120 characters:\n\n"
        "Quote card: Dr Sample Person, Sampleshire NHS Trust\n\n\n"
        "Long, every word of the card:\n\n"
        f"{endorsement.alt_text}\n"
    )


def test_terms_say_whose_it_is_and_until_when(endorsement, settings):
    found = in_folder(members_of(contents_of(endorsement), endorsement))

    until = f"{endorsement.ends_on:%-d %B %Y}"
    assert found["terms.txt"].decode() == (
        "Endorsement 7F3K-2Q\n"
        f"{settings.SITE_ADDRESS}/endorsements/7f3k-2q/\n\n"
        f"USE UNTIL {until}\n\n"
        "© the person quoted\n"
        f"Share this card unchanged until {until}; stop when it is withdrawn.\n"
        "Its page says at any time whether it may still be used.\n\n"
        f"Names and job titles were right on {endorsement.as_at:%-d %B %Y}.\n"
    )


def test_terms_and_readme_say_whose_the_photo_is(endorsement):
    endorsement.card["credit"] = "© the person quoted. Photo: Pat Sample"

    found = members_of(contents_of(endorsement, formats=["square"]), endorsement)

    terms = in_folder(found)["terms.txt"].decode()
    assert "\n© the person quoted. Photo: Pat Sample\n" in terms
    assert "Photo: Pat Sample. Share this card" in found["README.html"].decode()


def test_record_is_told_as_the_api_tells_it(endorsement, client):
    found = in_folder(members_of(contents_of(endorsement), endorsement))

    told = client.get("/api/v1/publications/").json()["items"][0]
    assert json.loads(found["record.json"]) == told


def test_manifest_has_a_row_for_each_drawn_file(endorsement):
    found = members_of(contents_of(endorsement, formats=["square", "a4"]), endorsement)

    rows = rows_of(found)
    drawn = [name for name in found if name.endswith((".png", ".jpg", ".pdf"))]
    assert [row["File"] for row in rows] == drawn
    assert [int(row["Bytes"]) for row in rows] == [len(found[each]) for each in drawn]
    assert {row["Size"] for row in rows} == {"1080 × 1080 pixels", "210 × 297 mm"}
    assert {row["Use until"] for row in rows} == {str(endorsement.ends_on)}


def test_no_cell_of_the_manifest_is_a_formula():
    copy = make_endorsement_copy(name='=HYPERLINK("https://example.org")')
    publication = make_publication(copy=copy)

    found = members_of(contents_of(publication, formats=["square"]), publication)

    assert rows_of(found)[0]["Name or headline"][:2] == "'="


def test_a_format_that_cannot_be_drawn_is_left_out_and_named():
    copy = make_endorsement_copy(quote="Evidence matters to every ward. " * 28)
    publication = make_publication(copy=copy)

    contents = contents_of(publication, formats=["landscape", "a4"])
    found = members_of(contents, publication)

    assert contents.entries[0].formats == ["a4"]
    assert contents.entries[0].not_drawn == "Not in Landscape: it cannot be drawn well."
    assert "Not in Landscape: it cannot be drawn well." in found["README.html"].decode()
    assert [row["Left out because"] for row in rows_of(found)] == [
        "",
        "It cannot be drawn well in this format",
    ]


def test_a_record_that_cannot_be_drawn_at_all_leaves_no_file_behind(endorsement):
    copy = make_endorsement_copy(quote="Evidence matters to every ward. " * 60)
    publication = make_publication(copy=copy)

    contents = contents_of(publication, endorsement, formats=["square"])
    found = members_of(contents, publication, endorsement)

    assert in_folder(found) == {}
    assert [(each.record, each.reason) for each in contents.left_out] == [
        (publication.record, NOT_DRAWN)
    ]
    assert rows_of(found)[-1]["Left out because"] == NOT_DRAWN


def test_a_pack_of_nothing_says_so_and_why():
    copy = make_endorsement_copy(quote="Evidence matters to every ward. " * 60)
    publication = make_publication(copy=copy)

    contents = contents_of(publication, formats=["square"])
    said = members_of(contents, publication)["README.html"].decode()

    assert "<h1>There is nothing to share in this pack</h1>" in said
    assert NOT_DRAWN in said
    assert "ready to share" not in said


def test_a_card_whose_photo_is_lost_is_not_given_without_it():
    photo = make_picture()
    publication = make_publication(copy=make_endorsement_copy(photo=photo))
    photo.original.storage.delete(photo.medium.name)
    photo.original.storage.delete(photo.original.name)

    contents = contents_of(publication, formats=["square"])
    found = members_of(contents, publication)

    assert in_folder(found) == {}
    assert contents.left_out[0].reason == LOST_PICTURE


def test_nothing_of_a_record_left_out_is_told_but_its_reference(endorsement):
    other = make_publication(copy=make_endorsement_copy(name="Zebedee Quillfeather"))

    contents = contents_of(endorsement, other, formats=["square"])
    contents.leave_out(other.record, "Withdrawn on 3 June 2026")
    found = members_of(contents, endorsement)

    readme = found["README.html"].decode()
    assert f"{other}</strong>: Withdrawn on 3 June 2026" in readme
    assert "Zebedee" not in readme + found["manifest.csv"].decode()


def test_readme_is_whole_in_itself_and_escapes_what_people_wrote():
    copy = make_case_study_copy(headline="<script>alert(1)</script> & more")
    publication = make_publication(record=make_record(kind="casestudy"), copy=copy)

    found = members_of(contents_of(publication, formats=["landscape"]), publication)

    page = found["README.html"].decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
    assert page.count("<script>") == page.count("<style>") == 1
    picture = next(name for name in found if name.endswith("landscape.png"))
    assert f'<img src="{picture}"' in page


def test_readme_shows_no_document_as_a_picture(endorsement):
    found = members_of(contents_of(endorsement, formats=["a4"]), endorsement)

    page = found["README.html"].decode()
    assert "7f3k-2q-a4.pdf" in page
    assert "<img" not in page
