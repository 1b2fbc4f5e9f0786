"""The gallery and a record's page for everybody: any colours, large text, paper, little data."""

import gzip
import time

import pytest
from playwright.sync_api import expect

from tests.factories import make_region, publish_endorsement
from tests.journeys.axe import WIDER_THAN_THE_WINDOW, assert_accessible
from tests.journeys.shifts import assert_nothing_moves

LIGHT_ENOUGH_BYTES = 60_000


@pytest.fixture(autouse=True)
def records(transactional_db):
    region = make_region(name="North", slug="north")
    return [
        publish_endorsement(region=region, name=f"Dr Ada Sample {number}")
        for number in range(8)
    ]


@pytest.fixture(params=["gallery", "record"])
def address(request, records):
    return "/gallery/" if request.param == "gallery" else records[0].get_absolute_url()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_loads(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(address)

    assert_nothing_moves(page)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("files", ["**/*.woff2", "**/*.js"])
def test_nothing_moves_when_a_font_or_a_script_comes_late(page, address, width, files):
    page.set_viewport_size({"width": width, "height": 800})

    def late(route):
        time.sleep(0.5)
        route.continue_()

    page.route(files, late)
    page.goto(address)

    assert_nothing_moves(page)


def test_first_visit_to_the_gallery_is_light(page):
    weights = {}

    def weigh(response):
        if response.request.resource_type in ("document", "stylesheet", "script"):
            weights[response.url] = len(gzip.compress(response.body(), 6))

    page.on("response", weigh)
    page.goto("/gallery/", wait_until="networkidle")

    assert len(weights) >= 3
    assert sum(weights.values()) < LIGHT_ENOUGH_BYTES, weights


def test_page_can_be_used_in_the_colours_of_ones_own_system(page, address):
    page.emulate_media(forced_colors="active")
    page.goto(address)

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert_accessible(page)


@pytest.mark.parametrize("width", [1280, 640])
def test_page_reflows_with_text_twice_as_large(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate(WIDER_THAN_THE_WINDOW) == []
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_paper_has_the_words_and_not_the_menu(page, address):
    page.emulate_media(media="print")
    page.goto(address)

    expect(page.get_by_label("Main", exact=True)).to_be_hidden()
    expect(page.locator("main")).to_contain_text("Dr Ada Sample")
