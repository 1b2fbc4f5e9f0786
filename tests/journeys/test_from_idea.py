"""From an idea to a published case study: librarian, lead and the person quoted, by mail."""

import re

import pytest
from playwright.sync_api import expect

from amd.publishing.models import Publication
from casestudies.models import CaseStudy
from tests.factories import make_lead
from tests.journeys.steps import let_in, link_in_mail
from tests.journeys.telling import (
    FULL,
    PHONE,
    QUOTE,
    agree,
    begin,
    box,
    expect_at,
    expect_sent,
    make_lists,
    send,
    tell,
)
from tests.journeys.test_lead import expect_said
from tests.journeys.test_review_desk import mark_all_met, press

ASKED = "Who measured it, and where can it be read?"
ANSWER = "Finance measured it, and the board read it in May."
MATRON = "sam@example.nhs.uk"


@pytest.fixture
def organisation(transactional_db, settings):
    # Mails can be read on the site, as on any machine where none leaves.
    settings.DEBUG = True
    return make_lists()


@pytest.fixture
def desk(another_browser, organisation, base_url):
    page = another_browser()
    let_in(page.context, make_lead(organisation.region), base_url)
    return page


def review(desk):
    desk.goto("/admin/")
    desk.get_by_role("link", name="Review the oldest").click()


def test_from_an_idea_to_a_vignette_in_every_format(either_page, desk, another_browser):
    author = either_page
    begin(author)
    tell(author, FULL)
    expect_at(author, "Check your answers")
    author.get_by_label("I agree to photo", exact=True).check()
    agree(author)
    send(author)
    expect_sent(author)

    review(desk)
    press(desk, "Send back")
    desk.get_by_label("What to change in: What happened").fill(ASKED)
    press(desk, "See the mail")
    press(desk, "Send it")
    expect_said(desk, "Sent back: ")

    private = link_in_mail(desk, "Please look at your impact case study", "/my/")
    author.goto(private)
    press(author, "Make the changes and send it again")
    author.get_by_role("link", name="What happened", exact=True).click()
    expect(author.locator("main")).to_contain_text(ASKED)
    box(author, "What happened").fill(ANSWER)
    press(author, "Save and go back to your answers")
    agree(author)
    author.get_by_label("I agree to photo", exact=True).check()
    author.get_by_label(re.compile("^No patient can be identified")).check()
    send(author)
    expect_sent(author)

    author.goto(private)
    expect(author.get_by_text("Not asked yet.")).to_be_visible()
    press(author, "Ask them now")
    author.get_by_label("Their work email address").fill(MATRON)
    press(author, "Send them their words to check")
    author.goto(private)
    expect(author.locator("main")).to_contain_text("not answered yet")

    quoted = another_browser(viewport=PHONE, has_touch=True)
    quoted.goto(link_in_mail(desk, "Please check", "/sign-off/"))
    expect(quoted.locator("main")).to_contain_text(QUOTE.typed["Quote"])
    quoted.get_by_label("Approve", exact=True).check()
    for use in quoted.get_by_label(re.compile("^I agree to ")).all():
        use.check()
    press(quoted, "Send my answer")
    expect_at(quoted, "What you agreed to")
    author.reload()
    expect(author.locator("main")).to_contain_text("They approved their words on")

    review(desk)
    mark_all_met(desk)
    press(desk, "Publish and next")
    expect_said(desk, "Published: ")
    author.goto(link_in_mail(desk, "Your impact case study is published", "/my/"))
    expect(author.get_by_role("heading", name="Your vignette")).to_be_visible()
    live = Publication.objects.live().get()
    assert live.record_id == CaseStudy.objects.get().pk
    author.get_by_role("link", name="Read it in the public gallery").click()
    expect(author.locator("main")).to_contain_text(ANSWER)
