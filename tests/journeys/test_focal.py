"""The middle of a photo is chosen with a click, with the keyboard and without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from endorsements.models import Endorsement
from tests.amd.pictures.files import drawn, saved
from tests.factories import make_endorsement, make_lead, make_picture
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in, press_tab_to
from tests.journeys.test_endorse import (
    QUOTE,
    agree,
    expect_kept,
    organisation,
    say_who,
    send,
)

__all__ = ["organisation"]


def begin(page):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    agree(page, "website", "name", "job title", "photo")


def choose_photo(page):
    """Wide, so that the crop can move in it, and red at its left alone."""
    data = saved(drawn((1600, 800)))
    file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": data}
    page.locator("input[type=file][name=photo]").set_input_files(file)


def click_at(page, across, down):
    frame = page.locator(".amd-focal__frame")
    size = frame.bounding_box()
    frame.click(position={"x": size["width"] * across, "y": size["height"] * down})


def numbers(page):
    left, top = page.get_by_label("From the left"), page.get_by_label("From the top")
    return [left.input_value(), top.input_value()]


def drawing(page, selector):
    return page.locator(selector).evaluate("canvas => canvas.toDataURL()")


def stored():
    picture = Endorsement.objects.get().photo
    return (picture.focal_x, picture.focal_y)


def test_click_on_the_photo_moves_crop_and_card_and_is_kept(page):
    begin(page)
    expect(page.get_by_label("From the left")).to_be_hidden()
    choose_photo(page)
    expect(page.get_by_role("img", name="The photo you chose")).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("Preview updated")
    card, crop = ".amd-preview__canvas", ".amd-focal__crop"
    shown_card, shown_crop = drawing(page, card), drawing(page, crop)
    assert_accessible(page)

    click_at(page, 0.1, 0.9)
    page.wait_for_function(
        "before => document.querySelector('.amd-preview__canvas').toDataURL() != before",
        arg=shown_card,
    )

    assert numbers(page) == ["10", "90"]
    assert drawing(page, crop) != shown_crop
    page.get_by_label("Description of the photo").fill("A red square")
    send(page)
    expect_kept(page)
    assert stored() == (0.1, 0.9)


def test_keyboard_moves_the_middle_as_in_any_number_box(page):
    begin(page)
    choose_photo(page)
    page.get_by_label("Your endorsement").focus()

    press_tab_to(page, "From the left")
    page.keyboard.press("ArrowUp")
    press_tab_to(page, "From the top")
    page.keyboard.press("Shift+ArrowDown")

    assert numbers(page) == ["51", "25"]
    mark = page.locator(".amd-focal__mark")
    assert mark.evaluate("mark => [mark.style.left, mark.style.top]") == ["51%", "25%"]


@pytest.mark.parametrize("bad", ["NaN", "-5"])
def test_wrong_number_keeps_the_photo_and_leads_to_its_box(page, bad):
    begin(page)
    choose_photo(page)
    page.get_by_label("Description of the photo").fill("A red square")
    page.get_by_label("From the top").fill(bad)
    send(page)

    page.get_by_role("link", name="Enter how far the middle is from the top").click()
    expect(page.get_by_label("From the top")).to_be_focused()
    expect(page.get_by_role("img", name="The photo that is kept")).to_be_visible()
    assert numbers(page) == ["50", bad]
    assert_accessible(page)
    page.get_by_label("From the top").fill("80")
    send(page)
    expect_kept(page)
    assert stored() == (0.5, 0.8)


def test_without_scripts_the_two_numbers_do_it(page_without_scripts):
    page = page_without_scripts
    begin(page)
    choose_photo(page)
    page.get_by_label("Description of the photo").fill("A red square")
    page.get_by_label("From the left").fill("10")
    send(page)

    expect_kept(page)
    assert stored() == (0.1, 0.35)


def test_lead_clicks_on_the_photo_of_a_record(page, live_server, north, context):
    record = make_endorsement(
        region=north, organisation_name="Other Trust", photo=make_picture()
    )
    let_in(context, make_lead(north), live_server.url)

    page.goto(reverse("admin:endorsements_endorsement_change", args=[record.pk]))
    expect(page.get_by_role("img", name="The photo that is kept")).to_be_visible()
    click_at(page, 0.9, 0.1)
    assert_accessible(page)
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Review")
    assert stored() == (0.9, 0.1)
