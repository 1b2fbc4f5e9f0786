"""A line is cut into runs of one face and one direction, in the order they stand."""

import pytest

from amd.cards.fonts import coverage
from amd.cards.runs import line_runs, run_width, runs, undrawable
from amd.cards.text import width_em


def _faces(text):
    return [(run.text, run.face) for run in runs(text, 600)]


def _standing(text, han="chinese"):
    return [run.text for run in line_runs((text,), 600, han)[0]]


def test_latin_is_one_run_of_the_first_face():
    assert _faces("Ŵyn, ŷ: “é”") == [("Ŵyn, ŷ: “é”", "latin")]


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("नमूना।", "Devanagari"),
        ("নমুনা", "Bengali"),
        ("નમૂના", "Gujarati"),
        ("ਨਮੂਨਾ", "Gurmukhi"),
        ("மாதிரி", "Tamil"),
        ("مثال،", "Arabic"),
        ("דוגמה", "Hebrew"),
        ("ตัวอย่าง", "Thai"),
        ("示例", "chinese"),
    ],
)
def test_word_of_another_script_is_one_run(text, face):
    assert _faces(text) == [(text, face)]


@pytest.mark.parametrize("emoji", ["👩🏽‍⚕️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "1️⃣", "❤️", "👍🏿", "📚"])
def test_emoji_is_drawn_as_one_picture(emoji):
    assert _faces(f"a {emoji} b") == [
        ("a ", "latin"),
        (emoji, "emoji"),
        (" b", "latin"),
    ]
    assert 0.8 < width_em(emoji, 600) < 1.4


def test_digit_alone_is_no_emoji():
    assert _faces("12 📚")[0] == ("12 ", "latin")


def test_mark_stays_with_its_letter_however_it_is_typed():
    assert width_em("e\u0301", 600) == width_em("é", 600)
    assert _faces("Ọ\u0300ṣun") == [("Ọ\u0300ṣun", "latin")]


def test_runs_of_a_right_to_left_line_stand_in_reverse():
    assert _standing("שלום (NHS) עולם 24!") == [
        "!",
        "24",
        " ",
        "עולם",
        ") ",
        "NHS",
        " (",
        "שלום",
    ]


def test_right_to_left_words_in_a_latin_line_keep_its_order():
    assert _standing("said שלום to") == ["said ", "שלום", " to"]


def test_words_of_a_line_run_the_way_of_their_paragraph():
    second = line_runs(("שלום", "NHS 24."), 600, "chinese")[1]

    assert [run.text for run in second] == [".", "NHS 24"]


def test_line_is_as_wide_as_its_words():
    text = "قدّم NHS الأدلة"
    words = sum(width_em(word, 600) for word in text.split())

    line = sum(run_width(run) for run in line_runs((text,), 600, "chinese")[0])

    assert line == pytest.approx(words + 2 * width_em(" ", 600))


@pytest.mark.parametrize(
    "text", ["हिन्दी में “प्रमाण”", "קול (א) 1", "证据，NHS", "a 👩🏽‍⚕️ b", "ọ̀ नि é"]
)
def test_no_run_has_a_letter_that_its_face_lacks(text):
    for run in runs(text, 600):
        assert coverage(run.face).issuperset(set(run.text) - set("\u200d\ufe0f"))


def test_letters_that_no_face_has_are_named():
    assert undrawable("a \U00012000 b 示 \U00013001") == ["\U00012000", "\U00013001"]
