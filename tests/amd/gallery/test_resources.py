"""What the campaign gives away: a page for each resource, and files made here."""

import io

import pytest
from django.template.defaultfilters import filesizeformat
from pptx import Presentation
from pypdf import PdfReader

from amd.campaign.data import guide
from amd.campaign.loading import load_rows
from amd.campaign.models import Resource

pytestmark = pytest.mark.django_db

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
CARD = "/resources/blank-social-card/"
CARD_FILE = f"{CARD}a-million-decisions-blank-social-card-blue.pptx"
GUIDE = "/resources/making-good-cards/"


@pytest.fixture
def loaded():
    load_rows()


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_list_leads_to_a_page_for_each_resource(client, loaded):
    text = text_of(client, "/resources/")

    for resource in Resource.objects.all():
        assert f'href="/resources/{resource.slug}/"' in text
        assert client.get(f"/resources/{resource.slug}/").status_code == 200


def test_list_tells_type_and_size_of_our_own_files(client, loaded):
    size = len(client.get(CARD_FILE).content)

    assert f"(PowerPoint slide, {filesizeformat(size)})" in text_of(
        client, "/resources/"
    )


def test_page_says_what_it_is_for_whom_and_when_it_was_read(client, loaded):
    text = text_of(client, CARD)

    for words in (
        "PowerPoint template",
        "For health librarians",
        "made to be read and changed with a keyboard and a screen reader",
        "23 November 2026",
    ):
        assert words in text


def test_page_of_what_is_elsewhere_leads_there(client, loaded):
    text = text_of(client, "/resources/gift-of-time/")

    url = Resource.objects.get(slug="gift-of-time").url
    assert f'<a href="{url}" rel="noopener">The Gift of Time on hee.nhs.uk</a>' in text
    assert 'ask <a href="/contact/">your regional library lead</a>' in text
    assert "Not yet" in text


def test_page_of_what_has_no_address_leads_to_a_person(client, loaded):
    text = text_of(client, "/resources/literature-searching/")

    assert 'Ask <a href="/contact/">your regional library lead</a>.' in text


@pytest.mark.parametrize(
    ("page", "names"),
    [
        (CARD, ["social-card-blue", "social-card-night", "social-card-light"]),
        (
            "/resources/blank-vignette/",
            ["vignette-light", "vignette-blue", "vignette-night"],
        ),
    ],
)
def test_blank_slides_download_in_each_theme(client, loaded, page, names):
    text = text_of(client, page)

    for name in names:
        file_name = f"a-million-decisions-blank-{name}.pptx"
        response = client.get(page + file_name)
        assert response["Content-Type"] == POWERPOINT
        assert response["Content-Disposition"] == f'attachment; filename="{file_name}"'
        assert len(Presentation(io.BytesIO(response.content)).slides) == 1
        assert f"PowerPoint slide ({filesizeformat(len(response.content))})" in text


def test_page_shows_what_the_slide_looks_like(client, loaded):
    picture = "a-million-decisions-blank-social-card-blue.webp"

    response = client.get(CARD + picture)

    assert response["Content-Type"] == "image/webp"
    assert "Content-Disposition" not in response
    assert f'src="{CARD}{picture}"' in text_of(client, CARD)
    assert 'alt="The blank slide, with guidance in its boxes: “Their own words' in (
        text_of(client, CARD)
    )


def test_guide_says_the_same_words_on_its_page_and_in_its_file(client, loaded):
    text = text_of(client, GUIDE)
    response = client.get(f"{GUIDE}making-good-cards.pdf")

    page = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert response["Content-Type"] == "application/pdf"
    assert (
        response["Content-Disposition"]
        == 'attachment; filename="making-good-cards.pdf"'
    )
    for section in guide.SECTIONS:
        for point in section.points:
            assert point in text
            assert point in " ".join(page.split())


def test_file_that_has_not_changed_is_not_sent_again(client, loaded):
    etag = client.get(CARD_FILE)["ETag"]

    again = client.get(CARD_FILE, headers={"if-none-match": etag})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/resources/nothing/",
        "/resources/nothing/making-good-cards.pdf",
        f"{CARD}making-good-cards.pdf",
        f"{CARD}..%2F..%2Fsettings.py",
        "/resources/gift-of-time/making-good-cards.pdf",
    ],
)
def test_what_is_not_there_is_not_found(client, loaded, address):
    assert client.get(address).status_code == 404


def test_page_escapes_what_staff_wrote(client, loaded):
    Resource.objects.filter(slug="consent").update(
        accessible_version="<b>bold</b>", description="<i>it</i>"
    )

    text = text_of(client, "/resources/consent/")

    assert "&lt;b&gt;bold&lt;/b&gt;" in text
    assert "<i>it" not in text


def test_page_asks_the_database_little(client, loaded, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get(CARD)


def test_load_brings_our_own_files_back_and_leaves_words_alone(loaded):
    rows = Resource.objects.filter(slug="making-good-cards")
    rows.update(own_file="", title="Good cards")

    load_rows()

    assert rows.values_list("own_file", "title").get() == ("guide", "Good cards")
