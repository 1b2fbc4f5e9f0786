"""Problems are sentences, whatever is typed; never another exception, never a box."""

from dataclasses import replace

import pytest

from amd.cards import Photo, check, draw
from tests.amd.cards.samples import (
    SHOWN,
    STORY,
    USUAL,
    plain_photo,
    social,
    vignette,
)


def _problems(content, name="landscape"):
    return [
        (each.slot, each.sentence) for each in check(social(content), name).problems
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "Books \U00012000",
            "Remove \U00012000 from the quote: the card cannot draw it",
        ),
        (
            "\U00013000\U00013001 first",
            "Remove \U00013000 and \U00013001 from the quote: the card cannot draw them",
        ),
        (
            "क\u0359",
            "Remove U+0359 (combining asterisk below) from the quote: "
            "the card cannot draw it",
        ),
        (
            "x\u0301\u0302\u0303\u0304\u0306",
            "Remove some of the accents from the quote",
        ),
        ("o" + "\u20dd" * 9, "Remove some of the accents from the quote"),
        ("\u1100" * 90, "Remove some of the accents from the quote"),
        ("\u200d\u200c\ufe0f\u200f", "Enter the quote"),
        ("\u200d" * 40, "Enter the quote"),
        (
            "a \u2067 b",
            "Type the quote again instead of pasting it: it has U+2067 (right-to-left isolate), "
            "which nobody sees and the card cannot draw",
        ),
        (
            "a \u202e b",
            "Type the quote again instead of pasting it: it has U+202E (right-to-left override), "
            "which nobody sees and the card cannot draw",
        ),
        (
            "a \ud800 b",
            "Type the quote again instead of pasting it: it has U+D800 (half a character), "
            "which nobody sees and the card cannot draw",
        ),
        (
            "a \x07 b",
            "Type the quote again instead of pasting it: it has U+0007 (a control character), "
            "which nobody sees and the card cannot draw",
        ),
        ("a" + "\u0301" * 10_000, "Remove some of the accents from the quote"),
        ("a 🏻", "Remove 🏻 from the quote: the card cannot draw it"),
        ("👪🏽", "Remove 🏽 from the quote: the card cannot draw it"),
        (" \n ", "Enter the quote"),
        ("“”", "Enter the quote"),
    ],
)
def test_letters_that_cannot_be_drawn_are_named(typed, sentence):
    assert _problems(replace(USUAL, quote=typed)) == [("quote", sentence)]


@pytest.mark.parametrize(
    "words",
    ["Ŵyn ŷ", "Łódź", "Việt", "Ọ̀ṣun", "Άτομο", "Пример", "مثال", "דוגמה", "نمونہ"]
    + ["नमूना", "নমুনা", "નમૂના", "ਨਮੂਨਾ", "மாதிரி", "示例", "見本", "견본"]
    + ["👩🏽‍⚕️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "1️⃣", "می\u200cخواهم"],
)
def test_letters_of_every_script_are_drawn(words):
    assert _problems(replace(USUAL, name=words)) == []


@pytest.mark.parametrize("name", SHOWN)
def test_over_by_characters_is_exact(name):
    quote = "evidence and judgement together " * 80
    [problem] = check(social(replace(USUAL, quote=quote)), name).problems

    kept = len(quote) - problem.over_by_characters
    fits = check(social(replace(USUAL, quote=quote[:kept])), name)
    one_more = check(social(replace(USUAL, quote=quote[:kept] + "nd")), name)

    assert problem.slot == "quote"
    assert fits.ok
    assert not one_more.ok


@pytest.mark.parametrize(
    ("slot", "called"),
    [
        ("working_with", "who it was done with"),
        ("service", "the library service"),
        ("kicker", "the line above the headline"),
    ],
)
@pytest.mark.parametrize("name", ["portrait", "landscape"])
def test_what_is_too_long_to_be_read_is_named(slot, called, name):
    content = replace(STORY, **{slot: "library " * 500})

    [problem] = check(vignette(content), name).problems

    assert (problem.slot, problem.over_by_characters > 900) == (slot, True)
    assert problem.sentence.startswith(f"Shorten {called} by ")


@pytest.mark.parametrize(
    ("slot", "called"),
    [
        ("partners", "the names of the partners"),
        ("credit", "the credit"),
        ("terms", "the terms of use"),
        ("photo_alt", "the description of the photo"),
    ],
)
def test_what_a_file_cannot_say_is_refused(slot, called):
    content = replace(USUAL, **{slot: "Sample " * 10_000})

    assert _problems(content) == [(slot, f"Shorten {called}")]


def test_over_by_characters_blames_the_field_that_is_longer_than_usual():
    [problem] = check(social(replace(USUAL, title="Director " * 90)), "link").problems

    assert problem.slot == "title"
    assert problem.sentence == (
        f"Shorten the job title by {problem.over_by_characters} characters "
        "to fit the link preview format"
    )


@pytest.mark.parametrize("name", ["square", "portrait"])
def test_headline_is_never_left_out(name):
    [problem] = check(vignette(replace(STORY, headline="word " * 400)), name).problems

    assert problem.slot == "headline"


def test_body_is_never_left_out_in_full():
    [problem] = check(vignette(replace(STORY, body="word " * 900)), "portrait").problems

    assert problem.slot == "body"


@pytest.mark.parametrize(
    "slot", ["quote", "name", "headline", "body", "address", "mark"]
)
@pytest.mark.parametrize(
    "letters",
    ["w" * 5000, "-" * 5000, "\u00a0" * 5000, "i " * 5000, "م" * 2_000_000]
    + ["证" * 3000, "א" + "(" * 1500 + ")" * 1400, "👩🏽‍⚕️" * 400],
)
def test_hostile_lengths_give_problems_or_pictures(slot, letters):
    for card in (social(USUAL), vignette(STORY)):
        hostile = replace(card, content=replace(card.content, **{slot: letters}))

        report = check(hostile, "square")

        assert report.problems or draw(hostile, "square", "jpeg")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Choose another photo: this one cannot be read"),
        (b"not a picture" * 99, "Choose another photo: this one cannot be read"),
        (plain_photo().data[:800], "Choose another photo: this one cannot be read"),
        (plain_photo(1, "PNG").data, "Choose a larger photo: this one is 1 × 1 pixels"),
        (plain_photo(4000).data, "Choose another photo: this one cannot be read"),
    ],
)
def test_photo_that_cannot_be_drawn_is_a_problem(data, sentence):
    assert _problems(replace(USUAL, photo=Photo(data))) == [("photo", sentence)]


@pytest.mark.parametrize("focal", [(-3, 9), (0, 0), (1, 1)])
def test_any_focal_point_draws(focal):
    photo = replace(plain_photo(), focal=focal)

    assert draw(social(replace(USUAL, photo=photo)), "square", "jpeg")


def test_small_photo_draws_with_a_warning():
    report = check(social(replace(USUAL, photo=plain_photo(120))), "square")

    assert report.ok
    assert [each.sentence for each in report.warnings] == [
        "A larger photo would look sharper: this one is 120 × 120 pixels"
    ]


def _warnings(card, name="landscape"):
    report = check(card, name)
    assert report.ok
    return [each.sentence for each in report.warnings]


@pytest.mark.parametrize("emoji", ["👍🏿", "👩🏽‍⚕️", "☝\ufe0f🏻"])
def test_lost_tone_of_skin_is_a_warning(emoji):
    assert _warnings(social(replace(USUAL, name=f"Sam {emoji}"))) == [
        "Emoji in the name are drawn without their skin tone"
    ]


def test_lonely_word_is_a_warning():
    quote = f"{'w' * 36} {'w' * 36} ok"

    assert _warnings(social(replace(USUAL, quote=quote)), "square") == [
        "The last line of the quote is one short word in the square format: "
        "a word more or less may look better"
    ]
