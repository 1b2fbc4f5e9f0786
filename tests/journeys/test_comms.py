"""Comms find what is published, take it with its words, say where, and lose it again."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from amd.consent.models import Use
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.publishing.models import DownloadCount, Publication
from amd.publishing.packs.making import make_next
from tests.amd.moderation.asked import address_of, published_endorsement
from tests.factories import (
    agree,
    make_comms,
    make_endorsement,
    make_national_lead,
    make_region,
    make_wordings,
    publish_case_study,
    publish_endorsement,
)
from tests.journeys.axe import (
    assert_accessible,
    assert_summary_leads_to_inputs,
    sideways_scroll,
)
from tests.journeys.steps import let_in, press_tab_to, sign_in
from tests.journeys.unpacking import assert_whole, saved, unpacked

# (label on the page, name in the file, size in pixels)
FORMATS = (
    ("Landscape", "landscape", (1200, 675)),
    ("Link preview", "link", (1200, 630)),
    ("Square", "square", (1080, 1080)),
    ("Portrait", "portrait", (1080, 1350)),
    ("Story", "story", (1080, 1920)),
)
KINDS = {"PNG": "png", "JPEG": "jpg"}
ALL_FORMATS = ["landscape", "link", "square", "portrait", "tall", "story", "slide"]
ALL_FORMATS += ["a4", "pptx"]


@pytest.fixture(autouse=True)
def region(transactional_db):
    return make_region(name="North", slug="north")


@pytest.fixture
def cara():
    return make_comms(name="Cara", email="cara@example.nhs.uk")


def live(record):
    return Publication.objects.live().get(record_id=record.pk)


def runs_scripts(page):
    """Told by a script that stands before the words of the page."""
    return page.locator("body.js-enabled").count() == 1


def look_at(page):
    """axe waits on a timer, which only runs where scripts do."""
    if runs_scripts(page):
        assert_accessible(page)
    else:
        assert sideways_scroll(page) == []


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
    expect(page.get_by_role("region", name="Download", exact=True)).to_contain_text(
        "Use until"
    )

    start = f"amilliondecisions-dr-ada-sample-{record.address_reference}"
    for label, name, size in FORMATS:
        for kind, ending in KINDS.items():
            link = page.get_by_role("link", name=re.compile(f"^{kind}.*{label}"))
            assert downloaded(page, link) == (f"{start}-{name}.{ending}", kind, size)
    page.reload()
    counted = page.get_by_role("row", name=re.compile("^Square"))
    expect(counted).to_have_text(re.compile(r"Square\s*2\s*0\s*2"))
    look_at(page)


def choose(page, *names):
    for name in names:
        page.get_by_label(f"Choose {name}").check()


def test_a_view_becomes_a_pack_is_used_and_goes_with_a_withdrawal(
    either_page, region, cara, base_url, tmp_path
):
    page = either_page
    make_wordings()
    question = published_endorsement(region=region, name="Dr Ada Sample")
    story = publish_case_study(region=region)
    publish_endorsement(name="Dr Bea Elsewhere")
    let_in(page.context, cara, base_url)

    # Narrowed, ticked, and its formats chosen.
    page.goto("/comms/")
    look_at(page)
    page.get_by_label("Region").select_option("North")
    page.get_by_label("Not used for 6 months").check()
    page.get_by_role("button", name="Search").click()
    expect(
        page.get_by_role("heading", name="2 published, North, not used for 6 months")
    ).to_be_visible()
    choose(page, "Dr Ada Sample", story.headline)
    page.get_by_text("Formats:").click()
    page.get_by_label("A4 page").check()
    page.get_by_label("PowerPoint slide").check()
    look_at(page)
    page.get_by_role("button", name="Make a pack").click()

    # Made while it is watched.
    expect(page.get_by_role("progressbar")).to_have_attribute("max", "2")
    expect(page.get_by_text("0 of 2 records done")).to_be_visible()
    look_at(page)
    make_next()
    if not runs_scripts(page):
        page.get_by_role("link", name="See how far it is").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your pack is ready")
    look_at(page)
    its_page = page.url

    # Taken and unzipped, and every file looked at.
    button = page.get_by_role("button", name="Download the ZIP")
    name, archive = saved(page, button)
    assert re.fullmatch(r"amilliondecisions-pack-\d+-2-records\.zip", name)
    assert_whole(
        unpacked(archive, tmp_path / "pack"),
        [live(story), live(question.record)],
        ["landscape", "square", "portrait", "a4", "pptx"],
    )

    # Used, and noted.
    page.get_by_role("link", name="Note a use of Dr Ada Sample").click()
    where = page.get_by_role("combobox", name="Where it was used")
    where.select_option("LinkedIn")
    page.get_by_label("Account, meeting or publication").fill("@samplelibrary")
    page.get_by_label("Day it was used").fill("2026-11-03")
    page.get_by_role("button", name="Note this use").click()
    expect(page.get_by_text("Noted where it was used.")).to_be_visible()
    page.goto("/comms/?unused=yes&region=north")
    expect(page.get_by_role("heading", name="1 published")).to_be_visible()
    page.goto("/comms/?words=ada")
    expect(page.get_by_text("Last used on 3 November 2026")).to_be_visible()

    # Taken back by its person.
    page.goto(address_of(question))
    page.locator("a", has_text="Withdraw everything").click()
    page.get_by_role("button", name="Withdraw my endorsement for good").click()
    used = page.get_by_role("region", name="Where it was used")
    expect(used).to_contain_text("To come down")
    told = Outbox.objects.filter(address=cara.email).latest("pk").body
    assert "They may not be used any more." in told
    assert "a4, landscape, portrait, pptx, square" in told

    page.goto(its_page)
    expect(page.get_by_text("in it changed on")).to_be_visible()
    expect(button).to_have_count(0)
    look_at(page)
    page.goto("/comms/packs/")
    expect(page.get_by_role("listitem").filter(has_text="2 records")).to_contain_text(
        "Deleted"
    )
    look_at(page)
    page.goto("/comms/")
    page.get_by_role("link", name="1 takedown to do").click()
    expect(page.get_by_role("region", name="Yours")).to_contain_text("@samplelibrary")

    # Made again without it, while another page is read.
    page.goto(its_page)
    page.get_by_role("button", name="Make it again").click()
    expect(page.get_by_text("0 of 2 records done")).to_be_visible()
    its_page = page.url
    page.goto("/comms/packs/")
    make_next()
    page.goto(its_page)
    left_out = page.get_by_role("region", name="Left out")
    expect(left_out).to_contain_text(f"{question.record}: Withdrawn on")
    _, archive = saved(page, button)
    assert_whole(
        unpacked(archive, tmp_path / "again"),
        [live(story)],
        ["landscape", "square", "portrait", "a4", "pptx"],
    )


def test_everything_of_one_record_is_one_zip(
    either_page, region, cara, base_url, tmp_path
):
    page = either_page
    record = publish_endorsement(region=region, name="Dr Ada Sample")
    let_in(page.context, cara, base_url)
    page.goto(f"/comms/{record.address_reference}/")

    name, archive = saved(
        page, page.get_by_role("button", name="Download everything as one ZIP")
    )

    reference = record.address_reference
    assert name == f"amilliondecisions-dr-ada-sample-{reference}.zip"
    assert_whole(unpacked(archive, tmp_path / "one"), [live(record)], ALL_FORMATS)
    assert DownloadCount.objects.filter(kind="zip", number=1).count() == len(
        ALL_FORMATS
    )
    page.goto("/comms/numbers/")
    expect(page.get_by_text("9 cards downloaded since")).to_be_visible()
    look_at(page)


def make_in_no_format(page):
    page.get_by_text("Formats:").click()
    for name in ("Landscape", "Square", "Portrait"):
        page.get_by_label(name).uncheck()
    page.get_by_role("button", name="Make a pack").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least one format")


def test_nothing_chosen_comes_back_with_a_sentence_and_its_ticks(
    either_page, region, cara, base_url
):
    page = either_page
    for name in ("Dr Ada Sample", "Dr Bea Sample"):
        publish_endorsement(region=region, name=name)
    let_in(page.context, cara, base_url)
    page.goto("/comms/")

    page.get_by_role("button", name="Make a pack").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least one record")
    assert_summary_leads_to_inputs(page)
    look_at(page)

    choose(page, "Dr Ada Sample")
    make_in_no_format(page)
    expect(page.get_by_label("Choose Dr Ada Sample")).to_be_checked()
    expect(page.get_by_label("Choose Dr Bea Sample")).not_to_be_checked()
    assert_summary_leads_to_inputs(page)
    look_at(page)


def test_last_tick_that_came_back_is_taken_out_and_said(page, cara, base_url):
    publish_endorsement(name="Dr Ada Sample")
    let_in(page.context, cara, base_url)
    page.goto("/comms/")
    choose(page, "Dr Ada Sample")
    make_in_no_format(page)
    expect(page.get_by_role("status")).to_have_text("1 chosen")

    page.get_by_label("Choose Dr Ada Sample").uncheck()

    expect(page.get_by_role("status")).to_have_text("None chosen yet")


def test_a_whole_view_is_packed_by_keyboard_and_cancelled(page, cara, base_url):
    for name in ("Dr Ada Sample", "Dr Bea Sample"):
        publish_endorsement(name=name)
    let_in(page.context, cara, base_url)
    page.goto("/comms/")

    press_tab_to(page, "All 2 of this view")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("2 chosen")
    expect(page.get_by_label("Choose Dr Ada Sample")).to_be_checked()
    press_tab_to(page, "Make a pack")
    page.keyboard.press("Enter")
    expect(page.get_by_text("0 of 2 records done")).to_be_visible()
    press_tab_to(page, "Cancel")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Your pack was cancelled")
    look_at(page)


def test_ticks_are_counted_and_unticking_one_takes_back_all(page, cara, base_url):
    for name in ("Dr Ada Sample", "Dr Bea Sample"):
        publish_endorsement(name=name)
    let_in(page.context, cara, base_url)
    page.goto("/comms/")

    page.get_by_label("All 2 of this view").check()
    page.get_by_label("Choose Dr Bea Sample").uncheck()

    expect(page.get_by_label("All 2 of this view")).not_to_be_checked()
    expect(page.get_by_role("status")).to_have_text("1 chosen")


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
