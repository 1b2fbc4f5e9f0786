"""Whatever is pasted, typed or chosen: a sentence, the words kept, the focus on it."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from playwright.sync_api import expect

from casestudies.models import CaseStudy
from tests.amd.pictures.files import saved
from tests.journeys.axe import (
    assert_accessible,
    assert_none,
    assert_scripts_ran,
    assert_summary_leads_to_inputs,
    problems_of,
)
from tests.journeys.telling import (
    FIGURE,
    FULL,
    HEADLINE,
    PICTURE,
    QUICK,
    YOU,
    begin,
    box,
    check_and_send,
    choose_picture,
    expect_at,
    fill,
    make_lists,
    save,
    tell,
)

# As Word puts a numbered list, a table row and a soft line break on the clipboard.
FROM_WORD = (
    "1.\tThe “buying group” asked – in May…\r\n"
    "•\tThree pumps;\u00a0which is safest?\r\n"
    "Pump A\tPump B\tPump C\v"
    "co\u00adoperation, zero\u200bwidth, non\u2011breaking"
)
EMOJI = "Nurses 👩🏽‍⚕️ on every ward 🇬🇧 now order the same pump 💉, and errors fell 📉."
ARABIC = "غيّر ذلك ما نفعله كل يوم"
HEBREW = "נועה דוגמה"


@pytest.fixture(autouse=True)
def organisation():
    return make_lists()


@pytest.fixture
def clipboard(page):
    """Puts words on the real clipboard; Control+V pastes them."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return lambda words: page.evaluate("w => navigator.clipboard.writeText(w)", words)


def expect_refused(page, *sentences):
    """With the focus on the summary, whose links lead to the boxes."""
    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_be_focused()
    expect(page.locator(".nhsuk-error-summary__list li")).to_have_text(list(sentences))
    assert_accessible(page)
    assert_summary_leads_to_inputs(page)


def at(page, heading, pages=FULL):
    """Begun, and told as far as this page."""
    begin(page, "Start a quick story" if pages is QUICK else "Start a full case study")
    headings = [told.heading for told in pages]
    tell(page, pages[: headings.index(heading)])
    expect_at(page, heading)


def test_a_paste_from_word_is_saved_as_it_is_read(page, clipboard):
    at(page, "The challenge")
    clipboard(FROM_WORD)

    box(page, "The challenge").click()
    page.keyboard.press("Control+V")
    save(page)

    expect_at(page, FULL[2].heading)
    kept = FROM_WORD.replace("\r\n", "\n").replace("\v", "\n")
    assert CaseStudy.objects.get().challenge == kept
    page.goto(page.url.replace("/role/", "/check/"))
    expect(page.locator("main")).to_contain_text("Three pumps;\u00a0which is safest?")
    assert_accessible(page)


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [
        (
            "word " * 4_000,
            "The challenge must be 150 words or less (this is 3,850 too many)",
        ),
        (
            "x" * 20_000,
            "The challenge must be 2,250 characters or less (this is 17,750 too many)",
        ),
        (
            "The pump\u0007 was safe\u001f.",
            "Remove the invisible characters from the challenge",
        ),
    ],
    ids=["4,000 words", "20,000 characters", "invisible"],
)
def test_what_is_too_long_or_invisible_is_told_and_kept(
    page, another_browser, clipboard, pasted, sentence
):
    at(page, "The challenge")
    clipboard(pasted)

    box(page, "The challenge").click()
    page.keyboard.press("Control+V")
    save(page)

    expect_refused(page, sentence)
    kept = pasted.strip()
    assert box(page, "The challenge").input_value().strip() == kept
    elsewhere = another_browser()
    elsewhere.goto(page.url)
    assert box(elsewhere, "The challenge").input_value().strip() == kept


def test_emoji_and_right_to_left_words_go_all_the_way(page):
    begin(page, "Start a quick story")
    fill(page, YOU)
    box(page, "Your full name").fill(HEBREW)
    save(page)
    expect_at(page, QUICK[1].heading)
    assert_scripts_ran(page)
    fill(page, QUICK[1])
    box(page, "You asked").fill(ARABIC)
    box(page, "The impact").fill(EMOJI)
    save(page)
    tell(page, QUICK[2:3])
    expect_at(page, QUICK[3].heading)
    box(page, "Headline").fill("One pump 💉 on every ward")
    box(page, "The story in brief").fill(f"{ARABIC}. {EMOJI}")
    expect(page.locator(".amd-preview [role=status]")).to_have_text(
        "Emoji in the story are drawn without their skin tone"
    )
    save(page)

    expect_at(page, "Check your answers")
    for words in (ARABIC, HEBREW, EMOJI):
        expect(page.locator("main")).to_contain_text(words)
    assert_accessible(page)
    check_and_send(page)
    story = CaseStudy.objects.get()
    assert (story.challenge, story.impact, story.author_name) == (
        ARABIC,
        EMOJI,
        HEBREW,
    )


def of_sixty_megapixels():
    """One colour, so that the file itself is small."""
    return saved(Image.new("L", (10_000, 6_000), 200), quality=30)


def a_page_as_pdf():
    out = io.BytesIO()
    Image.new("RGB", (200, 200), "white").save(out, "PDF")
    return out.getvalue()


NO_PICTURES = {
    "a PDF named .jpg": (
        a_page_as_pdf,
        "The selected file must be a JPEG, PNG or WebP",
    ),
    "60 megapixels": (
        of_sixty_megapixels,
        "The photo must be 50 megapixels or less (this one is 60 megapixels)",
    ),
    "an empty file": (bytes, "The selected file is empty"),
    "cut in two": (
        lambda: saved()[:900],
        "The selected file is damaged. Save the photo again or select another one",
    ),
}


@pytest.mark.parametrize(
    ("make", "sentence"), NO_PICTURES.values(), ids=NO_PICTURES.keys()
)
def test_a_file_that_is_no_picture_for_us_is_refused_and_its_words_kept(
    either_page, make, sentence
):
    page = either_page
    begin(page)
    tell(page, FULL[:1])
    expect_at(page, FULL[1].heading)
    page.goto(page.url.replace("/challenge/", "/picture/"))
    choose_picture(page, make())
    box(page, "Describe the picture").fill("A pump at a ward desk")
    save(page)

    expect(page.locator(".nhsuk-error-summary__list li")).to_have_text([sentence])
    assert_summary_leads_to_inputs(page)
    expect(box(page, "Describe the picture")).to_have_value("A pump at a ward desk")
    fill(page, PICTURE)
    save(page)
    expect_at(page, "No patient details")
    assert CaseStudy.objects.get().picture.alt_text == "A pump at a ward desk"


def as_long_as_it_may_be(told):
    """One word without a break in every box, as long as the box allows."""
    long = {
        label: "W" * LIMITS.get(label, 2_250 if label in PROSE else 80)
        for label in told.typed
        if label not in AS_THEY_ARE
    }
    return replace(told, typed={**told.typed, **long})


PROSE = (
    "The challenge",
    "The library's role",
    "What happened",
    "The difference it made",
)
# A card has to hold them; these are told by the vignette itself.
AS_THEY_ARE = ("Your email address", "Organisation", *HEADLINE.typed, *FIGURE.typed)
LIMITS = {"Describe the picture": 250, "Quote": 160}


def test_the_longest_words_break_wherever_they_are_shown(page):
    pages = [as_long_as_it_may_be(told) for told in FULL]
    begin(page)
    tell(page, pages)
    expect_at(page, "Check your answers")

    problems = problems_of(page)
    other = page.context.new_page()
    other.goto(page.url.replace("/check/", "/challenge/"))
    page.goto(other.url)
    for tab in (other, page):
        box(tab, "The challenge").fill("V" * (2_000 + (tab == page)))
        save(tab)
    expect(
        page.get_by_role("region", name="What was saved in the other")
    ).to_be_visible()
    problems += problems_of(page)
    save(page)
    expect_at(page, FULL[2].heading)
    page.goto(page.url.replace("/role/", "/check/"))
    check_and_send(page)
    page.get_by_role("link", name="See where it stands").click()
    expect_at(page, "Your impact case study")
    problems += problems_of(page)

    assert_none(problems)
