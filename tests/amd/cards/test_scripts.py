"""Cards in other scripts: direction, breaks, and ink that stays in its slot."""

from dataclasses import replace

import pytest
from PIL import Image

from amd.cards import FORMATS, check, draw
from amd.cards.breaks import may_break
from amd.cards.compose import compose
from amd.cards.field import field
from amd.cards.painting import draw_text
from amd.cards.text import break_lines, tokens
from amd.cards.themes import THEMES
from tests.amd.cards.samples import SHOWN, USUAL, plain_photo, social

QUOTES = {
    "arabic": "عندما يكون القرار صعباً، فإن أمناء المكتبات هم أول من أسأل (في NHS) 24 ساعة.",
    "urdu": "جب فیصلہ درست ہونا ضروری ہو تو ہمارے لائبریرین وہ ساتھی ہیں جن سے پوچھتا ہوں۔",
    "hebrew": "כאשר ההחלטה חייבת להיות נכונה, הספרנים שלנו (NHS) הם הראשונים: 24 שעות!",
    "hindi": "जब निर्णय सही होना ज़रूरी हो, तो हमारे पुस्तकालयाध्यक्ष वे साथी हैं।",
    "bengali": "সিদ্ধান্ত যখন সঠিক হতেই হবে, তখন আমাদের গ্রন্থাগারিকরাই সেই সহকর্মী।",
    "gujarati": "જ્યારે નિર્ણય સાચો હોવો જરૂરી હોય, ત્યારે અમારા ગ્રંથપાલો એ સાથીદારો છે.",
    "punjabi": "ਜਦੋਂ ਫ਼ੈਸਲਾ ਸਹੀ ਹੋਣਾ ਜ਼ਰੂਰੀ ਹੋਵੇ, ਤਾਂ ਸਾਡੇ ਲਾਇਬ੍ਰੇਰੀਅਨ ਉਹ ਸਾਥੀ ਹਨ।",
    "tamil": "முடிவு சரியாக இருக்க வேண்டும் என்றால், எங்கள் நூலகர்களைத்தான் கேட்கிறேன்.",
    "chinese": "当决定必须正确时，我首先请教的同事就是我们的图书馆员（NHS 2026）。",
    "japanese": "判断を誤れないとき、最初に相談するのは「図書館員」です。根拠を示してくれます。",
    "korean": "결정이 옳아야 할 때 제가 가장 먼저 묻는 동료는 사서입니다.",
    "emoji": "Evidence first 📚 👩🏽‍⚕️ for Wales 🏴󠁧󠁢󠁷󠁬󠁳󠁿, step 1️⃣ and 2️⃣ ❤️!",
}
RIGHT_TO_LEFT = ["arabic", "urdu", "hebrew"]


def _card(script):
    return social(replace(USUAL, quote=QUOTES[script]))


def _quote(script, name="landscape"):
    return compose(_card(script), name).texts[0]


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("script", QUOTES)
def test_ink_stays_in_the_boxes_of_its_lines(script, name):
    size = (FORMATS[name].width_px, FORMATS[name].height_px)
    theme = THEMES["blue"]
    for text in compose(_card(script), name).texts:
        image = Image.new("RGB", size, theme.ground)
        draw_text(image, text, theme)
        for box in text.boxes:
            room = box.grown(3 + text.size * 0.06)
            image.paste(theme.ground, tuple(map(round, _corners(room))))

        assert image.getcolors() == [(size[0] * size[1], _rgb(theme.ground))], text.slot


def _corners(box):
    return box.x, box.y, box.right, box.bottom


def _rgb(colour):
    return tuple(bytes.fromhex(colour[1:]))


@pytest.mark.parametrize("script", QUOTES)
def test_every_word_is_on_the_card_in_order(script):
    set_words = "".join(line.text for line in _quote(script).lines)

    assert set_words.replace(" ", "").replace("\u00a0", "")[:-1] == (
        QUOTES[script].replace(" ", "")
    )


@pytest.mark.parametrize("script", QUOTES)
def test_lines_of_one_text_do_not_meet(script):
    boxes = _quote(script).boxes

    for above, below in zip(boxes, boxes[1:], strict=False):
        assert above.bottom <= below.y + 0.05 * above.height


@pytest.mark.parametrize("script", RIGHT_TO_LEFT)
def test_right_to_left_text_stands_at_the_right_with_its_mark_and_bar(script):
    found = compose(_card(script), "square")
    quote, name = found.texts[0], found.texts[1]
    [bar] = found.bars

    assert len({round(line.x + line.width) for line in quote.lines}) == 1
    assert quote.hung_x == pytest.approx(quote.boxes[0].right - quote.hung_width)
    assert bar.x > name.boxes[0].right
    assert bar.right <= found.arrangement.column.right


@pytest.mark.parametrize("photo", [None, plain_photo()])
def test_what_stands_above_right_to_left_words_stands_at_their_edge(photo):
    card = social(replace(USUAL, quote=QUOTES["arabic"], photo=photo))

    found = compose(card, "portrait").arrangement

    box = found.photo.box if photo else found.sign
    assert box.right == pytest.approx(found.column.right, abs=10)


@pytest.mark.parametrize(
    ("script", "marks"), [("arabic", "”“"), ("hebrew", "””"), ("hindi", "“”")]
)
def test_quotation_marks_suit_the_direction(script, marks):
    quote = _quote(script)

    assert quote.hung + quote.lines[-1].text[-1] == marks


@pytest.mark.parametrize("limit", range(4, 16))
@pytest.mark.parametrize("script", ["chinese", "japanese"])
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(script, limit):
    words = tokens(QUOTES[script], 600, limit)

    lines = break_lines(words, limit).lines

    assert len(lines) > 2
    assert not any(line[0] in "，。、）」ーっょ" for line in lines)
    assert not any(line[-1] in "（「" for line in lines)


@pytest.mark.parametrize("limit", range(4, 12))
def test_short_chinese_word_in_an_english_text_stays_whole(limit):
    lines = break_lines(
        tokens("They came with 证据 and 图书馆", 600, limit), limit
    ).lines

    assert "证据" in " ".join(lines)
    assert "图书馆" in " ".join(lines)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("图", "书", True),
        ("馆", "N", True),
        ("馆", "。", False),
        ("「", "図", False),
        ("レ", "ー", False),
        ("a", "b", False),
        ("한", "국", False),
    ],
)
def test_line_may_end_between_chinese_and_japanese_letters(before, after, expected):
    assert may_break(before, after) is expected


@pytest.mark.parametrize("script", QUOTES)
def test_card_is_the_same_a_second_time(script):
    card = _card(script)

    assert check(card, "link").ok
    assert draw(card, "link", "png") == draw(card, "link", "png")


@pytest.mark.parametrize("photo", [None, plain_photo()])
def test_what_stands_beside_right_to_left_words_is_at_their_left(photo):
    card = social(replace(USUAL, quote=QUOTES["hebrew"], photo=photo))

    found = compose(card, "landscape")

    box = found.arrangement.photo.box if photo else found.arrangement.sign
    assert box.right < min(each.x for each in found.texts[0].boxes)
    assert found.texts[0].boxes[0].right == pytest.approx(1200 - 75)


def test_field_of_right_to_left_words_is_the_other_in_a_mirror():
    spec = compose(_card("hebrew"), "square").layout.field
    plain = compose(_card("hindi"), "square").layout.field

    turned = {(1079 - dot.x, dot.y, dot.radius) for dot in field(spec, None).values()}

    assert turned == {(dot.x, dot.y, dot.radius) for dot in field(plain, None).values()}
