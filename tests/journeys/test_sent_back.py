"""From a receipt to a publication by way of a lead who sends it back, mail by mail."""

import pytest
from playwright.sync_api import expect

from amd.publishing.models import Publication
from tests.factories import (
    make_lead,
    make_national_lead,
    make_organisation,
    make_wordings,
)
from tests.journeys.steps import let_in, link_in_mail, sign_in
from tests.journeys.test_endorse import (
    QUOTE,
    agree,
    confirm,
    expect_kept,
    expect_sent,
    say_who,
    send,
)
from tests.journeys.test_lead import decide, expect_said, write_and_send

SHORTER = "I ask our librarians first."


@pytest.fixture
def organisation(transactional_db, settings):
    settings.DEBUG = True
    make_wordings()
    return make_organisation(name="Sampleshire NHS Trust")


@pytest.fixture
def desk(another_browser, organisation, base_url):
    """The lead's browser: hers is another than the champion's."""
    page = another_browser()
    let_in(page.context, make_lead(organisation.region), base_url)
    return page


def offer(page, desk):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    agree(page, "website", "name", "job title", "social media")
    send(page)
    expect_kept(page)
    desk.goto("/admin/")
    expect(desk.get_by_text("Nothing is waiting in your regions.")).to_be_visible()
    confirm(page, link_in_mail(desk, "Confirm your endorsement", "/my/"))
    expect_sent(page)


def test_it_is_sent_back_changed_sent_again_and_published(either_page, desk):
    champion = either_page
    offer(champion, desk)
    champion.goto(link_in_mail(desk, "We have received your endorsement", "/my/"))
    expect(champion.locator("main")).to_contain_text(
        "A regional library lead will read it."
    )

    desk.goto("/admin/")
    desk.get_by_role("link", name="Review the oldest").click()
    write_and_send(desk, "Send back", "Could it be half as long?")
    expect_said(desk, "Sent back: ")

    champion.goto(link_in_mail(desk, "Please look at your endorsement again", "/my/"))
    expect(champion.locator("main")).to_contain_text("Could it be half as long?")
    champion.get_by_role("button", name="Make the changes and send it again").click()
    expect(champion.locator("main")).to_contain_text("Could it be half as long?")
    expect(champion.get_by_label("Your endorsement")).to_have_value(QUOTE)
    champion.get_by_label("Your endorsement").fill(SHORTER)
    send(champion)
    expect_sent(champion)

    desk.goto("/admin/")
    desk.get_by_role("link", name="Review the oldest").click()
    expect(desk.locator("main, #content").first).to_contain_text(
        "Confirmed from champion@example.org"
    )
    decide(desk, "Publish and next")
    expect_said(desk, "Published: ")

    champion.goto(link_in_mail(desk, "Your endorsement is published", "/my/"))
    champion.get_by_role("link", name="Read it in the public gallery").click()
    expect(champion.locator("main")).to_contain_text(SHORTER)
    assert Publication.objects.live().get().get_absolute_url() in champion.url


def test_a_form_that_is_sent_back_does_not_open_before_or_after(page, desk):
    offer(page, desk)
    private = link_in_mail(desk, "We have received your endorsement", "/my/")
    page.goto(private)

    expect(page.get_by_role("button", name="Make the changes")).to_have_count(0)
    page.goto(f"{private}endorsement/")
    expect(page.get_by_label("Your endorsement")).to_have_count(0)


def test_a_national_lead_reads_the_mail_of_what_has_no_region(page, desk):
    page.goto("/endorse/")
    page.get_by_label("Your endorsement").fill(QUOTE)
    say_who(page)
    page.get_by_label("Organisation", exact=True).fill("A trust that nobody listed")
    agree(page, "website", "name", "job title")
    send(page)
    confirm(page)
    expect_sent(page)
    desk.goto("/admin/")
    expect(desk.get_by_text("Nothing is waiting in your regions.")).to_be_visible()

    sign_in(page, make_national_lead())

    expect(page.locator(".amd-desk__count")).to_contain_text("1 waiting")
    page.get_by_role("link", name="Review the oldest").click()
    expect(page.locator(".amd-review__facts")).to_contain_text(
        "No region: with the national leads"
    )
