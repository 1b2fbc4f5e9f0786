"""A visitor takes a card from its page, and the words that go with it."""

import pytest
from playwright.sync_api import expect

from tests.factories import (
    make_publication,
    make_record,
    make_region,
    publish_endorsement,
)
from tests.journeys.axe import assert_accessible
from tests.journeys.shifts import assert_nothing_moves

LENGTH = """async () => {
  await document.fonts.ready;
  return document.documentElement.scrollHeight;
}"""

# On which side of its box the first letters of a text stand.
SIDE = """(box) => {
  const range = document.createRange();
  range.setStart(box.firstChild, 0);
  range.setEnd(box.firstChild, 3);
  const { left, width } = box.getBoundingClientRect();
  return range.getBoundingClientRect().left > left + width / 2 ? "right" : "left";
}"""


@pytest.fixture
def study(db):
    """With another that is like it."""
    region = make_region()
    stories = [make_record(kind="casestudy", region=region) for _ in range(2)]
    return [make_publication(record=story) for story in stories][0]


def test_alt_text_is_copied_and_said_to_be(page, context, base_url):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    endorsement = publish_endorsement(name="Dr Sample Person")

    page.goto(endorsement.get_absolute_url())
    words = page.locator("#alt-text").inner_text()
    page.get_by_role("button", name="Copy alt text").click()

    said = page.locator(".amd-record-foot__alt [role=status]")
    expect(said).to_have_text("Alt text copied")
    assert page.evaluate("navigator.clipboard.readText()") == words
    assert "Dr Sample Person" in words
    assert_accessible(page)


def test_without_scripts_nothing_is_offered_that_needs_them(page_without_scripts):
    endorsement = publish_endorsement()

    page_without_scripts.goto(endorsement.get_absolute_url())

    expect(page_without_scripts.locator("#alt-text")).to_be_visible()
    expect(page_without_scripts.get_by_text("Copy alt text")).to_be_hidden()


def test_post_text_of_a_network_is_read_and_copied(page, context, base_url):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    endorsement = publish_endorsement(name="Dr Sample Person")

    page.goto(endorsement.get_absolute_url())
    page.get_by_role("button", name="Copy post text for Bluesky").click()

    said = page.locator(".amd-posts__item [role=status]").filter(has_text="copied")
    expect(said).to_have_text("Post text for Bluesky copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“When a decision has to be right")
    assert f"/{endorsement.address_reference}\n\n#AMillionDecisions" in copied
    page.locator("summary").filter(has_text="Bluesky").click()
    expect(page.locator("#post-bluesky")).to_be_visible()
    assert_accessible(page)


def test_without_scripts_the_post_texts_and_the_citation_are_there(
    page_without_scripts,
):
    endorsement = publish_endorsement()

    page_without_scripts.goto(endorsement.get_absolute_url())
    page_without_scripts.locator("summary").filter(has_text="LinkedIn").click()

    expect(page_without_scripts.locator("#post-linkedin")).to_be_visible()
    expect(page_without_scripts.locator("#citation")).to_be_visible()
    expect(page_without_scripts.get_by_text("Copy citation")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_small_screen_nothing_stands_beside_it(another_browser, study, width):
    page = another_browser(viewport={"width": width, "height": 800})

    page.goto(study.get_absolute_url())
    for summary in page.locator("summary").all():
        summary.click()

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert_accessible(page)


def test_with_letters_twice_as_large_nothing_is_cut_off(page, study):
    page.goto(study.get_absolute_url())
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    assert_accessible(page)


def test_in_forced_colours_it_is_a_page_like_any_other(another_browser, study):
    page = another_browser(forced_colors="active")

    page.goto(study.get_absolute_url())

    expect(page.get_by_role("heading", name="Similar case studies")).to_be_visible()
    assert_accessible(page)


def test_nothing_moves_while_it_loads(page, study):
    page.goto(study.get_absolute_url())

    assert_nothing_moves(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_as_long_before_its_script_has_come(page, study, width):
    page.set_viewport_size({"width": width, "height": 800})
    late = []
    page.route("**/main*.js", lambda route: late.append(route))
    page.goto(study.get_absolute_url(), wait_until="commit")
    page.locator("footer").wait_for()
    before = page.evaluate(LENGTH)

    late[0].continue_()

    expect(page.get_by_role("button", name="Copy alt text")).to_be_visible()
    assert page.evaluate(LENGTH) == before


def test_on_paper_stand_the_words_the_terms_and_the_citation(page, study):
    page.goto(study.get_absolute_url())
    page.emulate_media(media="print")

    for shown in ("#citation", ".amd-record__words", ".amd-record-foot__terms"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".amd-downloads", ".amd-posts", ".amd-similar", "#alt-text"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)


def test_words_run_the_way_of_their_first_letter(page):
    endorsement = publish_endorsement(
        name="مريم المثال", quote="وفّرت المكتبة وقتًا للمرضى"
    )
    page.goto(endorsement.get_absolute_url())

    def side(selector):
        return page.locator(selector).evaluate(SIDE)

    assert side(".amd-record__title") == "right"
    assert side(".amd-quote__words") == "right"
    assert side("#alt-text") == "right"
    assert side(".amd-record__byline") == "left"
