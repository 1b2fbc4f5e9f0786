"""A visitor reads: home, gallery, a record's page, the campaign, and asks about it."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from amd.mail.models import Outbox
from amd.moderation import moves
from tests.factories import (
    make_case_study,
    make_national_lead,
    make_region,
    publish_endorsement,
)

PAGE_SIZE = 24


@pytest.fixture(autouse=True)
def region(transactional_db):
    return make_region(name="North", slug="north", mailbox="north@example.nhs.uk")


def publish_case_study(**overrides):
    story = make_case_study(agreed=True, **overrides)
    moves.publish(story, by=make_national_lead(), seen_version=story.version)
    return story


def heading(page):
    return page.get_by_role("heading", level=1)


def meta(page, name):
    selector = f'meta[property="{name}"], meta[name="{name}"]'
    return page.locator(selector).get_attribute("content")


def test_from_home_to_a_record_and_its_words(either_page, region):
    page = either_page
    record = publish_endorsement(region=region, name="Dr Ada Sample")
    page.goto("/")
    expect(page.locator(".amd-tile").first).to_contain_text("Dr Ada Sample")

    page.get_by_label("Main").get_by_role("link", name="Gallery").click()
    expect(page.locator(".amd-tile")).to_have_count(1)
    page.get_by_role("link", name="Dr Ada Sample").click()

    expect(heading(page)).to_have_text("Dr Ada Sample")
    expect(page.locator("main")).to_contain_text(record.quote)
    picture = page.locator("img.amd-record__image")
    expect(picture).to_have_js_property("naturalWidth", 1200)
    expect(picture).to_have_attribute("alt", re.compile("Dr Ada Sample"))


def show_results(page):
    """Where scripts run the results follow each choice, and there is no button."""
    button = page.get_by_role("button", name="Show results")
    if button.is_visible():
        button.click()


def test_gallery_is_narrowed_by_kind_region_and_words(either_page, region):
    page = either_page
    south = make_region(name="South", slug="south")
    publish_endorsement(region=region, name="Dr Ada Sample")
    publish_endorsement(region=south, name="Dr Bea Sample")
    publish_case_study(region=region)
    page.goto("/gallery/")
    tiles = page.locator(".amd-tile")
    expect(tiles).to_have_count(3)

    page.get_by_label("Kind").select_option("Endorsements (2)")
    show_results(page)
    expect(tiles).to_have_count(2)
    page.get_by_label("Region").select_option("South (1)")
    show_results(page)
    expect(tiles).to_have_count(1)
    expect(tiles).to_contain_text("Dr Bea Sample")
    page.get_by_label("Name, place or topic").fill("nobody like that")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("main")).to_contain_text("Nothing was found.")
    page.get_by_role("link", name="Clear and show everything").click()
    expect(tiles).to_have_count(3)


def test_gallery_turns_its_pages(page, region):
    for _ in range(PAGE_SIZE + 1):
        publish_endorsement(region=region)
    page.goto("/gallery/")
    expect(page.locator(".amd-tile")).to_have_count(PAGE_SIZE)

    page.get_by_role("link", name="Next page").click()
    expect(page.locator(".amd-tile")).to_have_count(1)
    expect(page).to_have_title(re.compile("page 2 of 2"))


def test_a_link_to_a_record_is_previewed_with_its_card(page, region):
    record = publish_endorsement(region=region)
    page.goto(record.get_absolute_url())

    card = page.request.get(meta(page, "og:image"))
    assert (card.status, card.headers["content-type"]) == (200, "image/png")
    size = meta(page, "og:image:width"), meta(page, "og:image:height")
    assert size == ("1200", "630")
    assert record.quote in meta(page, "og:image:alt")
    assert meta(page, "og:url") == page.url
    assert meta(page, "twitter:card") == "summary_large_image"


def test_a_case_study_is_read_beside_its_vignette(page, region):
    story = publish_case_study(region=region)
    page.goto(story.get_absolute_url())

    expect(heading(page)).to_have_text(story.headline)
    for words in (story.challenge, story.library_role, story.outcome, story.impact):
        expect(page.locator("main")).to_contain_text(words)
    expect(page.locator("img.amd-record__image")).to_have_js_property(
        "naturalHeight", 1350
    )


def test_a_problem_is_reported_to_the_region(either_page, region):
    page = either_page
    record = publish_endorsement(region=region)
    page.goto(record.get_absolute_url())
    page.get_by_role("link", name="Report a problem with this page").click()
    page.get_by_label("Your email address").fill("reader@example.org")
    page.get_by_role("button", name="Send report").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Enter what is wrong")
    expect(page.get_by_label("Your email address")).to_have_value("reader@example.org")

    page.get_by_label("What is wrong?").fill("She is not at this trust any more.")
    page.get_by_role("button", name="Send report").click()
    expect(heading(page)).to_have_text("Your report was sent")
    mail = Outbox.objects.newest_first().first()
    assert mail.address == "north@example.nhs.uk"
    assert "She is not at this trust any more." in mail.body
    page.get_by_role("link", name="Go back to the page").click()
    expect(heading(page)).to_have_text(record.name)


def test_the_campaign_its_tools_and_its_people_are_there_to_read(either_page):
    page = either_page
    call_command("load_campaign", verbosity=0)
    page.goto("/")

    for link, words in {
        "Campaign": "Health Education England",
        "Resources": "Key messages",
        "Find your library lead": "By your organisation",
    }.items():
        page.get_by_role("link", name=link, exact=True).first.click()
        expect(page.locator("main")).to_contain_text(words)
    for link in ("Accessibility", "Privacy", "Cookies"):
        page.get_by_role("contentinfo").get_by_role("link", name=link).click()
        expect(heading(page)).to_contain_text(re.compile(link, re.IGNORECASE))


def test_contact_names_the_mailbox_of_each_region(page):
    page.goto("/contact/")

    expect(page.get_by_role("link", name="north@example.nhs.uk")).to_have_attribute(
        "href", "mailto:north@example.nhs.uk"
    )


def test_what_is_not_there_and_what_is_gone_are_told_apart(either_page, region):
    page = either_page
    record = publish_endorsement(region=region)
    name, address = record.name, record.get_absolute_url()
    moves.withdraw(record, by=make_national_lead(), seen_version=record.version)

    assert page.goto("/endorsements/2222-22/").status == 404
    expect(heading(page)).to_have_text("Page not found")
    assert page.goto(address).status == 410
    expect(heading(page)).not_to_have_text("Page not found")
    expect(page.locator("body")).not_to_contain_text(name)
    page.goto("/gallery/")
    expect(page.locator(".amd-tile")).to_have_count(0)
