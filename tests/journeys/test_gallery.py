"""The gallery is narrowed in place, by its address, or by its form alone."""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
    make_region,
)
from tests.journeys import axe

MOST_BYTES = 60_000
TILES = ".amd-tile"


@pytest.fixture(autouse=True)
def published(transactional_db):
    north, south = (
        make_region(name="North", slug="north"),
        make_region(name="South", slug="south"),
    )
    for name, region in (("Dr Ada Sample", north), ("Dr Bea Sample", south)):
        copy = make_endorsement_copy(name=name)
        make_publication(record=make_record(region=region), copy=copy)
    record = make_record(kind="casestudy", region=north)
    make_publication(record=record, copy=make_case_study_copy())


def query_of(page):
    return urlsplit(page.url).query


def status(page):
    return page.locator("[data-gallery-status]")


def test_what_is_chosen_shows_in_place_and_is_announced(page):
    page.goto("/gallery/")
    page.evaluate("window.isSamePage = true")
    expect(status(page)).to_be_empty()
    expect(page.get_by_role("button", name="Show results")).to_be_hidden()

    page.get_by_label("Kind").focus()
    page.get_by_label("Kind").select_option("Endorsements (2)")
    expect(page.locator(TILES)).to_have_count(2)
    expect(page.get_by_label("Kind")).to_have_value("endorsements")
    expect(status(page)).to_have_text("2 endorsements")
    expect(page.get_by_label("Kind")).to_be_focused()
    page.get_by_label("Region").select_option("South (1)")
    expect(page.locator(TILES)).to_have_count(1)

    assert query_of(page) == "kind=endorsements&region=south"
    expect(status(page)).to_have_text("1 endorsement, South")
    expect(page).to_have_title(re.compile("1 endorsement, South"))
    assert page.evaluate("window.isSamePage") is True


def test_back_and_forward_and_an_address_show_the_same(page):
    page.goto("/gallery/")
    page.get_by_label("Region").select_option("North (2)")
    expect(page.locator(TILES)).to_have_count(2)
    page.get_by_label("Name, place or topic").fill("afternoon")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(TILES)).to_have_count(1)
    expect(page.locator("mark").first).to_have_text("afternoon")
    shared = page.url

    page.go_back()
    expect(page.locator(TILES)).to_have_count(2)
    expect(page.get_by_label("Name, place or topic")).to_have_value("")
    expect(page.get_by_label("Region")).to_have_value("north")
    page.go_back()
    expect(page.locator(TILES)).to_have_count(3)
    expect(page.get_by_label("Region")).to_have_value("")
    page.go_forward()
    page.go_forward()
    expect(page.locator(TILES)).to_have_count(1)
    page.goto(shared)
    expect(page.locator(TILES)).to_have_count(1)
    expect(page.get_by_label("Name, place or topic")).to_have_value("afternoon")


def test_a_choice_is_taken_away_by_its_cross(either_page):
    page = either_page
    page.goto("/gallery/?region=north&words=sample")

    page.get_by_role("link", name="Remove North").click()
    expect(page.locator(TILES)).to_have_count(3)
    assert query_of(page) == "words=sample"
    page.get_by_role("link", name="Newest first").click()
    expect(page.locator("main")).to_contain_text("Newest first. Best matches first")
    page.get_by_role("link", name="Clear and show everything").click()
    expect(page.locator("main")).not_to_contain_text("Remove")
    assert query_of(page) == ""


def test_after_a_link_the_results_have_the_focus(page):
    page.goto("/gallery/?region=north")

    page.get_by_role("link", name="Remove North").click()

    expect(page.locator("#results")).to_be_focused()


def test_without_scripts_the_form_leads_to_the_shared_address(another_browser):
    page = another_browser(java_script_enabled=False)
    page.goto("/gallery/")
    page.get_by_label("Kind").select_option("Impact case studies (1)")
    page.get_by_text("Has a figure (1)").check()

    page.get_by_role("button", name="Show results").click()

    expect(page.locator(TILES)).to_have_count(1)
    assert query_of(page) == "kind=case-studies&figure=yes"


def test_where_the_network_fails_the_browser_goes_there_itself(page):
    page.goto("/gallery/")
    page.evaluate("() => { window.fetch = async () => { throw Error('offline'); }; }")

    page.get_by_label("Kind").select_option("Endorsements (2)")

    page.wait_for_url("**/gallery/?kind=endorsements")
    expect(page.locator(TILES)).to_have_count(2)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_is_for_everybody_at_every_width(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    for query in ("?words=sample+afternoon&region=north", "?words=zzz&figure=yes"):
        page.goto(f"/gallery/{query}")
        assert axe.problems_of(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width


def test_the_first_visit_is_light(page):
    """Without pictures and font, which come after the words."""
    seen = {}
    page.on("response", lambda answer: seen.update({answer.url: answer}))

    page.goto("/gallery/")
    page.wait_for_load_state("networkidle")

    words = [
        answer.body()
        for answer in seen.values()
        if answer.request.resource_type in ("document", "stylesheet", "script")
    ]
    assert len(words) >= 3
    assert sum(len(gzip.compress(each, 6)) for each in words) < MOST_BYTES
