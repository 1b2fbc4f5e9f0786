"""A story outlives the server, the browser, two tabs, two clicks and the back button."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.records.models import Decision, Move, Status
from casestudies.journey.ending import forget_drafts, remind_of_end
from casestudies.models import CaseStudy
from tests.factories import make_endorsement
from tests.journeys.axe import assert_accessible, assert_scripts_ran
from tests.journeys.own_site import OwnSite
from tests.journeys.steps import link_in_last_mail
from tests.journeys.telling import (
    FULL,
    QUICK,
    YOU,
    agree,
    begin,
    box,
    check_and_send,
    expect_at,
    expect_sent,
    fill,
    make_lists,
    save,
    send,
    tell,
)


@pytest.fixture(autouse=True)
def organisation():
    return make_lists()


@pytest.fixture
def site(transactional_db, tmp_path):
    """Runs, and may be killed and started again at the same address."""
    site = OwnSite(tmp_path)
    site.start()
    yield site
    site.kill()


def resume(page):
    """By the link in the mail, on whatever device it is read."""
    page.goto(link_in_last_mail())
    page.get_by_role("button", name="Continue", exact=True).click()


def restarted(site):
    site.kill()
    site.start()


def test_the_server_is_killed_and_started_between_all_pages(site, another_browser):
    page = another_browser(base_url=site.url)
    begin(page, "Start a quick story")

    for told in QUICK:
        expect_at(page, told.heading)
        restarted(site)
        fill(page, told)
        save(page)
    expect_at(page, "Check your answers")
    restarted(site)
    check_and_send(page)

    story = CaseStudy.objects.get()
    assert (story.status, story.problems()) == (Status.SUBMITTED, [])
    assert Outbox.objects.filter(address="ali@example.nhs.uk").count() == 2


def test_what_is_typed_while_the_server_falls_over_is_there_again(
    site, another_browser
):
    page = another_browser(base_url=site.url)
    begin(page, "Start a quick story")
    tell(page, QUICK[:1])
    expect_at(page, QUICK[1].heading)
    assert_scripts_ran(page)
    with page.expect_response(re.compile("/answered/")):
        box(page, "You asked").fill("Which pump is the safest?")

    site.kill()
    save(page)
    page.wait_for_url("chrome-error://chromewebdata/")
    site.start()
    resume(page)

    expect(box(page, "You asked")).to_have_value("Which pump is the safest?")
    expect(page.get_by_text("You typed this earlier")).to_be_visible()


def test_without_scripts_the_page_is_sent_again_once_the_server_is_back(
    site, another_browser
):
    page = another_browser(base_url=site.url, java_script_enabled=False)
    begin(page, "Start a quick story")
    tell(page, QUICK[:1])
    expect_at(page, QUICK[1].heading)
    fill(page, QUICK[1])

    site.kill()
    save(page)
    page.wait_for_url("chrome-error://chromewebdata/")
    site.start()
    page.reload()

    expect_at(page, QUICK[2].heading)
    story = CaseStudy.objects.get()
    assert story.challenge == QUICK[1].typed["You asked"]
    assert story.unsaved == {}


def test_a_second_browser_goes_on_where_the_first_one_stopped(page, another_browser):
    begin(page)
    tell(page, FULL[:4])
    expect_at(page, FULL[4].heading)
    page.context.close()

    other = another_browser(java_script_enabled=False)
    resume(other)

    tell(other, FULL[4:])
    expect_at(other, "Check your answers")
    for told in FULL[:4]:
        for words in told.typed.values():
            expect(other.locator("main")).to_contain_text(words)
    check_and_send(other)


def test_two_tabs_wrote_one_page_and_both_texts_are_shown(either_page):
    page = either_page
    begin(page)
    tell(page, FULL[:1])
    expect_at(page, FULL[1].heading)
    other = page.context.new_page()
    other.goto(page.url)
    for tab, words in ((other, "Written in one tab"), (page, "Written in the other")):
        box(tab, "The challenge").fill(words)
        save(tab)

    theirs = page.get_by_role("region", name="What was saved in the other tab")
    expect(theirs).to_contain_text("Written in one tab")
    expect(box(page, "The challenge")).to_have_value("Written in the other")
    assert CaseStudy.objects.get().challenge == "Written in one tab"
    box(page, "The challenge").fill("Written in one tab, and in the other")
    save(page)

    expect_at(page, FULL[2].heading)
    assert CaseStudy.objects.get().challenge == "Written in one tab, and in the other"


def test_two_tabs_wrote_two_pages_and_both_stand(either_page):
    page = either_page
    begin(page)
    tell(page, FULL[:1])
    expect_at(page, FULL[1].heading)
    other = page.context.new_page()
    other.goto(page.url.replace("/challenge/", "/outcome/"))

    for tab, told in ((page, FULL[1]), (other, FULL[3])):
        fill(tab, told)
    for tab, following in ((other, FULL[4]), (page, FULL[2])):
        save(tab)
        expect_at(tab, following.heading)

    story = CaseStudy.objects.get()
    assert (story.challenge, story.outcome) == (
        FULL[1].typed["The challenge"],
        FULL[3].typed["What happened"],
    )


def test_two_clicks_on_every_button_are_one_story_and_one_mail_each(either_page):
    page = either_page
    begin(page, "Start a quick story")
    for told in QUICK:
        expect_at(page, told.heading)
        fill(page, told)
        page.get_by_role("button", name="Save and continue", exact=True).dblclick()
    expect_at(page, "Check your answers")
    agree(page)

    page.get_by_role("button", name="Send your case study").dblclick()

    expect_sent(page)
    story = CaseStudy.objects.get()
    assert story.status == Status.SUBMITTED
    assert Decision.objects.filter(record=story, move=Move.SUBMIT).count() == 1
    mails = Outbox.objects.filter(address="ali@example.nhs.uk")
    assert mails.count() == mails.values("subject").distinct().count() == 2


def test_the_back_button_corrects_a_page_and_makes_no_second_story(either_page):
    page = either_page
    begin(page)
    tell(page, FULL[:2])
    expect_at(page, FULL[2].heading)

    page.go_back()
    expect(box(page, "The challenge")).to_have_value(FULL[1].typed["The challenge"])
    page.go_back()
    expect_at(page, YOU.heading)
    fill(page, YOU)
    box(page, "Your full name").fill("Ali Corrected")
    save(page)

    expect_at(page, FULL[1].heading)
    story = CaseStudy.objects.get()
    assert story.author_name == "Ali Corrected"
    assert story.challenge == FULL[1].typed["The challenge"]


def test_back_after_sending_and_send_again_changes_nothing(either_page):
    page = either_page
    begin(page, "Start a quick story")
    tell(page, QUICK)
    check_and_send(page)

    page.go_back()
    # Its agreement, or where it stands now: neither sends it a second time.
    if page.get_by_role("button", name="Send your case study").count():
        agree(page)
        send(page)
        expect_sent(page)

    story = CaseStudy.objects.get()
    assert Decision.objects.filter(record=story, move=Move.SUBMIT).count() == 1
    assert Outbox.objects.filter(address="ali@example.nhs.uk").count() == 2


def test_saved_for_later_it_goes_on_at_the_same_page(either_page):
    page = either_page
    begin(page)
    tell(page, FULL[:5])
    expect_at(page, FULL[5].heading)
    box(page, "Figure").fill("£120,000")
    page.get_by_role("button", name="Save and come back later").click()
    expect_at(page, "Your impact case study")

    resume(page)

    expect_at(page, FULL[5].heading)
    expect(box(page, "Figure")).to_have_value("£120,000")


def test_a_link_that_is_cut_short_changed_or_of_another_kind_opens_nothing(page):
    begin(page)
    tell(page, FULL[:1])
    link = my_link(CaseStudy.objects.get())
    other = my_link(make_endorsement(author_email="ada@example.org"))

    for wrong in (link[:-4], f"{link[:-1]}{'AB'[link.endswith('A')]}", other):
        answer = page.goto(f"/my/{wrong}/write/challenge/")
        assert answer.status == 404
        expect_at(page, "This link does not open anything")
        assert_accessible(page)


def test_a_page_that_is_saved_after_it_was_sent_keeps_its_words_to_copy(either_page):
    page = either_page
    begin(page, "Start a quick story")
    tell(page, QUICK)
    other = page.context.new_page()
    other.goto(page.url.replace("/check/", "/story/"))
    check_and_send(page)

    box(other, "You asked").fill("Which pump is the safest, and for whom?")
    save(other)

    expect(other.locator(".nhsuk-error-summary")).to_contain_text(
        "Copy your words from here if you want to keep them"
    )
    expect(box(other, "You asked")).to_have_value(
        "Which pump is the safest, and for whom?"
    )
    assert CaseStudy.objects.get().challenge == QUICK[1].typed["You asked"]


def test_a_draft_that_came_to_its_end_says_so_on_every_page(page):
    begin(page, "Start a quick story")
    tell(page, QUICK[:1])
    expect_at(page, QUICK[1].heading)
    remind_of_end(timezone.localdate() + timedelta(days=27), really=True)
    forget_drafts(timezone.localdate() + timedelta(days=40), really=True)

    save(page)

    expect_at(page, "Your draft is deleted")
    page.goto(f"/my/{my_link(CaseStudy.objects.get())}/")
    expect_at(page, "Your draft is deleted")
    assert_accessible(page)
