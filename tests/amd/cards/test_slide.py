"""The PowerPoint slide: every text its own box, fitted by the widths of Arial."""

from dataclasses import replace

import pytest

from amd.cards import CardError, Photo, check, draw
from amd.cards.slide import check_slide, draw_slide
from amd.cards.words import spoken, typeset
from tests.amd.cards.forty import CARDS
from tests.amd.cards.samples import STORY, USUAL, social, vignette
from tests.amd.cards.slides import (
    alt_of,
    drawn,
    is_decorative,
    notes,
    opened,
    pictures,
    shapes,
    texts,
)

MARKUP = '<b>&amp; "it\'s" ]]> <!-- x --> <?y?> &#8212; {place} %s'
SOCIAL = ("quote", "name", "title", "organisation")
SHORT = ("headline", "figure", "figure_basis")


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def expected(card):
    """The words of each text that every slide of this design shows."""
    names = SOCIAL if card.design.required == "quote" else SHORT
    given = {name: getattr(card.content, name) for name in names}
    return [
        plain(spoken(words) if name == "quote" else typeset(words))
        for name, words in given.items()
        if words
    ]


@pytest.mark.parametrize("name", CARDS)
def test_each_text_of_the_forty_has_a_shape_of_its_own(name):
    found = [plain(text.words).strip("“”„") for text in texts(drawn(name))]

    for words in expected(CARDS[name]):
        assert found.count(words) == 1
    assert found[-2] == "#AMillionDecisions"
    assert found[-1].endswith(CARDS[name].content.address)


@pytest.mark.parametrize("name", CARDS)
def test_no_text_of_the_forty_leaves_its_box(name):
    for text in texts(drawn(name)):
        assert text.lines() * text.step <= text.height + 0.3 * text.size, text.name
        if text.lines() == 1:
            assert text.widest_word() <= text.width - text.inset, text.name


@pytest.mark.parametrize("name", CARDS)
def test_no_box_of_the_forty_meets_another_or_the_edge(name):
    found = texts(drawn(name))

    for at, text in enumerate(found):
        assert 0 <= text.left <= text.left + text.width <= 1920, text.name
        assert 0 <= text.top <= text.top + text.height <= 1080, text.name
        for other in found[at + 1 :]:
            beside = (
                other.left >= text.left + text.width
                or text.left >= other.left + other.width
            )
            below = other.top + other.size * 0.3 >= text.top + text.height
            assert beside or below, (text.name, other.name)


@pytest.mark.parametrize("name", CARDS)
def test_every_picture_of_the_forty_says_what_it_shows(name):
    found = shapes(drawn(name))

    content = CARDS[name].content
    seen = content.photo is not None and CARDS[name].design.required == "quote"
    assert len(pictures(drawn(name))) == len(content.logos) + seen
    for shape in found:
        words = shape.has_text_frame and shape.text_frame.text
        assert words or alt_of(shape) or is_decorative(shape), shape.name


def test_slide_is_a_format_of_the_engine():
    card = social(USUAL)

    assert draw(card, "pptx", "pptx") == draw_slide(card)
    assert check(card, "pptx") == check_slide(card)


def test_slide_has_the_title_that_powerpoint_asks_for():
    (endorsement,) = opened(draw_slide(social(USUAL))).slides
    (story,) = opened(draw_slide(vignette(STORY))).slides

    assert plain(endorsement.shapes.title.text_frame.text) == "Dr Sample Person"
    assert plain(story.shapes.title.text_frame.text) == STORY.headline


def test_reading_order_is_that_of_the_card():
    names = [text.name for text in texts(draw_slide(vignette(STORY)))]

    assert names == [
        "Kicker",
        "Headline",
        "Figure",
        "Basis of the figure",
        "Quote",
        "Who said it",
        "Hashtag",
        "Address",
    ]


def test_every_run_names_its_language():
    data = draw_slide(social(USUAL))

    languages = {run._r.rPr.get("lang") for text in texts(data) for run in text.runs}
    assert languages == {"en-GB"}


@pytest.mark.parametrize(
    ("name", "language", "face"),
    [
        ("Arabic", "ar-SA", None),
        ("Urdu", "ur-PK", None),
        ("Hebrew", "he-IL", None),
        ("Devanagari", "hi-IN", "Nirmala UI"),
        ("Japanese", "ja-JP", "Yu Gothic"),
        ("Chinese", "zh-CN", "Microsoft YaHei"),
    ],
)
def test_other_scripts_are_marked_with_language_and_face(name, language, face):
    quote = texts(drawn(name))[0]

    marked = max(quote.runs, key=lambda run: len(run.text))._r.rPr
    faces = [each.get("typeface") for each in marked if each.get("typeface")]
    assert marked.get("lang") == language
    assert face is None or face in faces


@pytest.mark.parametrize(
    ("name", "expected"), [("Arabic", True), ("Hebrew", True), ("usual", False)]
)
def test_paragraphs_run_the_way_of_their_script(name, expected):
    assert texts(drawn(name))[0].right_to_left is expected


def test_markup_in_any_field_stays_words():
    fields = ("quote", "name", "title", "organisation", "address")
    content = replace(USUAL, **{name: f"{name} {MARKUP}" for name in fields})
    content = replace(content, address="a<b>&\"c'", mark="<i>")

    data = draw_slide(social(content))

    found = [plain(text.words) for text in texts(data)]
    assert plain(typeset(f"name {MARKUP}")) in found
    assert plain(typeset("<i> · a<b>&\"c'")) in found
    assert MARKUP.split()[0] in notes(data)


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ud800", "\ufffe"])
def test_what_no_file_can_hold_is_refused_in_words_and_dropped_elsewhere(bad):
    refused = check_slide(social(replace(USUAL, name=f"Sam{bad}Sample")))
    hidden = replace(USUAL, credit=f"©{bad} Sam", terms=bad, photo_alt=bad)

    assert [problem.slot for problem in refused.problems] == ["name"]
    assert "© Sam" in notes(draw_slide(social(hidden)))


def test_what_does_not_fit_is_refused_with_the_number_of_characters():
    long = social(replace(USUAL, quote="Evidence saves time and lives. " * 30))

    report = check_slide(long)

    (problem,) = report.problems
    assert (problem.slot, problem.over_by_characters > 100) == ("quote", True)
    assert problem.sentence == (
        f"Shorten the quote by {problem.over_by_characters} characters to fit "
        "the PowerPoint slide"
    )
    with pytest.raises(CardError):
        draw_slide(long)


def test_cut_by_that_number_it_fits():
    words = "Evidence saves time and lives. " * 30
    (problem,) = check_slide(social(replace(USUAL, quote=words))).problems

    kept = words[: len(words) - problem.over_by_characters].rstrip()

    assert check_slide(social(replace(USUAL, quote=kept))).ok


def test_photo_is_cut_round_its_focal_point_and_nothing_else_goes_along():
    data = drawn("usual, photo")

    (photo,) = pictures(data)
    assert photo._element.spPr.prstGeom.get("prst") == "ellipse"
    assert abs(photo.width - photo.height) <= 1
    assert photo.image.size[0] == photo.image.size[1] <= 640
    assert alt_of(photo) != ""


def test_photo_that_cannot_be_read_is_a_problem():
    report = check_slide(social(replace(USUAL, photo=Photo(b"not a picture"))))

    assert [problem.slot for problem in report.problems] == ["photo"]
