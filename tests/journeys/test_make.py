"""A local librarian makes a card of her own: with scripts, without, by keyboard, on a phone."""

import io
import re
import zipfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from amd.pictures.models import Picture
from tests.amd.comms.make.answers import logo, photo
from tests.factories import make_publication
from tests.journeys.axe import (
    assert_accessible,
    assert_scripts_ran,
    assert_summary_leads_to_inputs,
)
from tests.journeys.make_steps import (
    QUOTE,
    choose,
    pixels,
    said,
    say,
    say_who,
    wait_for_another,
)
from tests.journeys.steps import press_tab_to

STORY = {
    "Headline": "A search in an afternoon saves 120 hours a year",
    "Figure": "120 hours",
    "What the figure is": "saved a year, measured",
    "The story in brief": "The ward asked, the library searched, the group chose.",
}
PHONE = {"width": 390, "height": 844}


def saved(page, press):
    """What the browser saves when somebody presses this; the page stays."""
    with page.expect_download() as download:
        press()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def file_button(page, value):
    return page.locator(f"#take button[value='{value}']")


def test_card_is_drawn_while_she_types_and_every_file_is_taken(page):
    page.goto("/make/")
    assert_scripts_ran(page)
    expect(page.get_by_role("button", name="Show the card")).to_be_hidden()
    empty = pixels(page)
    assert_accessible(page)

    say_who(page)
    wait_for_another(page, empty)
    expect(said(page)).to_have_text("Preview updated")
    expect(page.locator("#alt-text")).to_contain_text(QUOTE)
    before = pixels(page)
    choose(page, "photo", photo())
    wait_for_another(page, before)
    choose(page, "logo", logo())
    page.get_by_label("Whose logo it is").fill("Sampleshire Library")
    expect(page.locator("#alt-text")).to_contain_text("Logos: Sampleshire Library")
    # Sent once; from then on it travels as the signed value.
    expect(page.locator("input[name=photo_kept]")).not_to_have_value("")
    before = pixels(page)
    page.get_by_label("Night").check()
    wait_for_another(page, before)
    page.get_by_label("Format").select_option("square")
    page.wait_for_function(
        "() => document.querySelector('#card canvas').width === 1080"
    )
    assert_accessible(page)

    name, data = saved(page, page.get_by_role("button", name="as PNG").click)
    assert name == "amilliondecisions-local-dr-sample-person-square.png"
    assert Image.open(io.BytesIO(data)).size == (1080, 1080)
    everything = page.get_by_role("button", name="Download everything in a ZIP")
    name, data = saved(page, everything.click)
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert QUOTE in archive.read("alt-text.txt").decode("utf-8-sig")
    assert len(archive.namelist()) == 25
    _, data = saved(page, file_button(page, "a4.pdf").click)
    assert data.startswith(b"%PDF")
    _, data = saved(page, file_button(page, "pptx.pptx").click)
    assert data.startswith(b"PK")
    assert Picture.objects.count() == 0


def test_without_scripts_the_photo_travels_with_the_form(page_without_scripts):
    page = page_without_scripts
    page.goto("/make/")
    say_who(page)
    choose(page, "photo", photo())
    choose(page, "logo", logo())
    page.get_by_label("Format").select_option("portrait")
    page.get_by_role("button", name="Show the card").click()

    card = page.locator("#card img")
    expect(card).to_be_in_viewport()
    expect(card).to_have_attribute("alt", re.compile("I ask our librarians first"))
    page.wait_for_load_state()
    assert card.evaluate("image => image.naturalWidth") == 1080
    expect(page.get_by_role("img", name="The photo that is kept")).to_be_visible()
    page.get_by_label("Full name").fill("Dr Other Person")
    name, data = saved(page, page.get_by_role("button", name="as PNG").click)
    assert name == "amilliondecisions-local-dr-other-person-portrait.png"
    assert Image.open(io.BytesIO(data)).size == (1080, 1350)
    page.get_by_role("button", name="Vignette").click()
    say(page, STORY)
    page.get_by_role("button", name="Show the card").click()
    expect(page.locator("#card img")).to_have_attribute("alt", re.compile("120 hours"))
    expect(page.get_by_role("img", name="The photo that is kept")).to_be_visible()
    assert Picture.objects.count() == 0


def test_one_press_leads_to_the_other_design_with_the_same_words(page):
    page.goto("/make/")
    say_who(page)
    choose(page, "photo", photo())
    expect(page.locator("input[name=photo_kept]")).not_to_have_value("")

    page.get_by_role("button", name="Vignette").click()

    expect(page.get_by_label(re.compile("^Quote"))).to_have_value(QUOTE)
    expect(page.get_by_label("Full name of the person quoted")).to_have_value(
        "Dr Sample Person"
    )
    say(page, STORY)
    expect(page.locator("#alt-text")).to_contain_text(STORY["Headline"])
    assert page.locator("#card canvas").evaluate("canvas => canvas.height") == 1350
    assert_accessible(page)


def test_with_the_keyboard_alone_a_card_is_made(either_page):
    page = either_page
    page.goto("/make/")

    press_tab_to(page, "Quote")
    page.keyboard.type(QUOTE)
    press_tab_to(page, "Full name")
    page.keyboard.type("Dr Sample Person")
    press_tab_to(page, "Download")
    name, data = saved(page, lambda: page.keyboard.press("Enter"))

    assert name == "amilliondecisions-local-dr-sample-person-landscape.png"
    assert Image.open(io.BytesIO(data)).size == (1200, 675)


def test_enter_in_a_box_shows_the_card_and_changes_no_design(page_without_scripts):
    page = page_without_scripts
    page.goto("/make/")
    page.get_by_label("Quote").fill(QUOTE)
    page.get_by_label("Full name").fill("Dr Sample Person")
    page.get_by_label("Full name").press("Enter")

    expect(page.locator("#card img")).to_be_visible()
    expect(page.get_by_label("Quote")).to_have_value(QUOTE)


def test_what_does_not_fit_is_said_while_she_types(page):
    page.goto("/make/")
    page.get_by_label("Quote").fill("q" * 300)
    expect(said(page)).to_have_text(
        "The quote must be 240 characters or less (this is 60 too many)"
    )

    page.get_by_label("Quote").fill("W" * 240)
    page.get_by_label("Job title").fill("W" * 120)
    page.get_by_label("Organisation").fill("W" * 120)
    problem = page.locator("[data-problem=link]")
    expect(problem).to_contain_text("to fit the link preview format")
    expect(file_button(page, "link.png")).to_be_hidden()


def test_mistakes_are_named_and_lead_to_their_questions(page):
    page.goto("/make/?design=vignette")
    page.get_by_label("Figure").first.fill("£500")
    page.get_by_role("button", name="Download everything in a ZIP").click()

    expect(page).to_have_title(re.compile("^Error: Make a card"))
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Enter the headline")
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)


def test_letter_to_the_person_is_copied(page, another_browser):
    page = another_browser(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/make/")
    say_who(page)
    letter = page.locator("#ask-text")
    expect(letter).to_contain_text("Dear Dr Sample Person")
    expect(letter).to_contain_text(QUOTE)
    page.get_by_role("button", name="Copy these words").click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Dear Dr Sample Person")
    assert QUOTE in copied


def test_card_starts_from_a_published_record(page):
    live = make_publication()
    page.goto(live.get_absolute_url())
    page.get_by_role("link", name="Make a card of your own with these words").click()

    expect(page.get_by_label("Quote")).to_have_value(live.card["quote"])
    expect(page.locator("main")).to_contain_text("They agreed to these words until")
    assert_accessible(page)


def test_on_a_phone_the_card_stands_between_words_and_pictures(another_browser):
    page = another_browser(viewport=PHONE)
    page.goto("/make/")
    say_who(page)

    tops = [
        page.locator(selector).bounding_box()["y"]
        for selector in (".amd-make__words", "#card", ".amd-make__pictures", "#ask")
    ]
    assert tops == sorted(tops)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert_accessible(page)
