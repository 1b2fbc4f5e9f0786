"""Comms find what is published and take its cards, with the words that go with them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from amd.consent.models import Use
from amd.moderation import moves
from tests.factories import (
    agree,
    make_comms,
    make_endorsement,
    make_national_lead,
    make_region,
    publish_endorsement,
)
from tests.journeys.steps import sign_in

# (label on the page, name in the file, size in pixels)
FORMATS = (
    ("Landscape", "landscape", (1200, 675)),
    ("Link preview", "link", (1200, 630)),
    ("Square", "square", (1080, 1080)),
    ("Portrait", "portrait", (1080, 1350)),
    ("Story", "story", (1080, 1920)),
)
KINDS = {"PNG": "png", "JPEG": "jpg"}


@pytest.fixture(autouse=True)
def region(transactional_db):
    return make_region(name="North", slug="north")


def downloaded(page, link):
    """(name offered, kind of file, size in pixels) of what a click saves."""
    with page.expect_download() as download:
        link.click()
    content = Path(download.value.path()).read_bytes()
    picture = Image.open(BytesIO(content))
    picture.load()
    return download.value.suggested_filename, picture.format, picture.size


def test_comms_find_a_record_and_download_every_format(either_page, region):
    page = either_page
    record = publish_endorsement(region=region, name="Dr Ada Sample")
    publish_endorsement(region=region, name="Dr Bea Sample")
    sign_in(page, make_comms())
    page.get_by_role("link", name="Comms desk").click()
    page.get_by_label("Name, topic or reference").fill("ada")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Dr Ada Sample").click()
    expect(page.get_by_role("region", name="Download")).to_contain_text("Use until")

    start = f"amilliondecisions-dr-ada-sample-{record.address_reference}"
    for label, name, size in FORMATS:
        for kind, ending in KINDS.items():
            link = page.get_by_role("link", name=re.compile(f"^{kind}.*{label}"))
            assert downloaded(page, link) == (f"{start}-{name}.{ending}", kind, size)


def test_without_consent_to_social_media_nothing_is_offered(either_page, region):
    page = either_page
    record = make_endorsement(region=region)
    agree(record, uses=[Use.WEBSITE, Use.NAME, Use.TITLE])
    moves.publish(record, by=make_national_lead(), seen_version=record.version)
    page.goto(record.get_absolute_url())

    use = page.get_by_role("region", name="Use this card")
    expect(use).to_contain_text("It is not offered for download or social media.")
    expect(use.get_by_role("link")).to_have_count(0)
    expect(page.locator('meta[property="og:image"]')).to_have_count(0)
