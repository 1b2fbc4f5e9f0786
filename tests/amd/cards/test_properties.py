"""Whatever words `check` passes, in any scripts: the card that is drawn keeps the rules."""

import re
import unicodedata
from collections import Counter

import pytest

from amd.cards import FORMATS, check
from amd.cards.checks import examine
from amd.cards.layout import Box
from amd.cards.painting import paint
from amd.cards.runs import runs
from amd.cards.setting import SetText
from tests.amd.cards.ink import all_ink, holds, inked_box, shows_a_box, worst_contrast
from tests.amd.cards.made import made_card
from tests.amd.cards.samples import SHOWN

CASES = [(name, number) for number in range(10) for name in SHOWN]
"""Every format, with another card each time."""


def _made(name, number):
    return made_card(number * 100 + SHOWN.index(name))


def _safe(name):
    shown = FORMATS[name]
    top, right, bottom, left = shown.safe_px
    return Box(left, top, shown.width_px - left - right, shown.height_px - top - bottom)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_card_that_passes_is_drawn_by_the_rules(name, number):
    card = _made(name, number)
    report, found = examine(card, name)
    if found is None:
        assert report.problems
        return
    image = paint(card, name, found)
    texts = [*found.texts, *found.foot]
    words = all_ink(texts, image.size)

    for text in texts:
        assert holds(_safe(name).grown(1), inked_box(text)), text.slot
        assert holds(_slot(text, found), inked_box(text)), text.slot
        assert worst_contrast(image, text, words) >= 4.5, text.slot
        assert not any(shows_a_box(run) for run in _drawn(text)), text.slot
        assert _letters(text) == _letters_drawn(text), text.slot
    for slot, typed in _typed(card, found).items():
        assert _set(found, slot) == typed


def _slot(text: SetText, found) -> Box:
    """Where its design lets these words stand; accents may reach out a little."""
    if text in found.foot:
        return found.layout.foot.box
    column, slots = found.arrangement.column, found.arrangement.slots
    wide = max((slot.width_px for slot in slots if slot.name == text.slot), default=0)
    room = Box(column.x, column.y, max(wide, column.width), column.height)
    return room.grown(2 + text.size * 0.3)


def _drawn(text):
    hung = runs(text.hung, text.weight) if text.hung else ()
    return [*hung, *(run for line in text.lines for run in _runs(line, text))]


def _runs(line, text):
    return line.runs or runs(line.text, text.weight)


def _letters(text):
    return Counter(text.hung + "".join(line.text for line in text.lines))


def _letters_drawn(text):
    return Counter("".join(run.text for run in _drawn(text)))


def _typed(card, found):
    """What was typed for each slot that is shown, without spaces and cuts."""
    slots = {text.slot for text in found.texts}
    shown = slots & {"quote", "name", "headline", "body", "title", "organisation"}
    return {slot: _bare(getattr(card.content, slot)) for slot in shown}


def _set(found, slot):
    [text] = [text for text in found.texts if text.slot == slot]
    set_words = text.words
    return _bare(set_words[1:-1] if slot == "quote" else set_words)


def _bare(text):
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFC", text))


def test_most_made_up_cards_pass():
    passed = [check(_made(*case), case[0]).ok for case in CASES]

    assert sum(passed) > 0.8 * len(passed)
