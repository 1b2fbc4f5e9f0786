"""From set lines to editable boxes: where each stands and how its text is written."""

from dataclasses import dataclass

from amd.cards.bidi import starts_right
from amd.cards.compose import Composition, words_of
from amd.cards.content import Content
from amd.cards.layout import Arrangement, Box, TextSlot
from amd.cards.runs import is_latin
from amd.cards.setting import SetText
from amd.cards.slide.arial import BOLD
from amd.cards.slide.greedy import evenest, held
from amd.cards.slide.scripts import voice
from amd.cards.text import tokens, width_em
from amd.cards.words import quotation_marks

ASCENT, DESCENT, LINE = 0.905, 0.212, 1.15
"""Of Arial in ems: above and below the baseline, and from one baseline to the next."""
_SPARE = 1.06
"""For programs whose lines are higher."""
_BETWEEN_LINES = 0.04
_CLEAR_PX = 12
_WIDER = 1.05


@dataclass(frozen=True)
class TextBox:
    """One editable text. Lengths in pixels of the drawn slide."""

    slot: str
    pieces: tuple[tuple[str, str], ...]
    """Words, each with the name of their tone."""
    box: Box
    size: float
    bold: bool
    leading: float
    """From baseline to baseline, in ems."""
    latin: bool = True
    """Whether Arial has all its letters, so that the height of its lines is known."""
    hang: float = 0
    """How far the first line stands out before the others."""
    inset: float = 0
    """Space at the end of the lines, where that makes them even."""
    at_right: bool = False
    inked: float = 0
    """How wide its letters stand at most."""

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.pieces)

    @property
    def right_to_left(self) -> bool:
        return starts_right(self.text)


def text_boxes(content: Content, found: Composition) -> tuple[TextBox, ...]:
    """Each text of the card in reading order, the foot last."""
    words = words_of(content, found.layout, found.left_out)
    boxes = [_text_box(text, words[text.slot], found) for text in found.texts]
    return (*boxes, *_foot_boxes(found))


def _text_box(text: SetText, words: str, found: Composition) -> TextBox:
    slot = _slot(found.arrangement, text.slot)
    opening, closing = quotation_marks(words) if slot.quoted else ("", "")
    left, right = _edges(text, slot, found)
    body, inset, latin = words, 0.0, is_latin(words)
    if latin and len(text.lines) > 1:
        said = f"{words}{closing}"
        said, inset = _evened(text, said, right - left - text.hung_width)
        body = said.removesuffix(closing)
    leading = _leading(text, slot, latin)
    top = text.lines[0].baseline - above_first(leading, latin) * text.size
    height = len(text.lines) * leading * _SPARE * text.size
    return TextBox(
        slot=text.slot,
        pieces=_pieces(opening, body, closing, text.tone),
        box=Box(left, top, right - left, height),
        size=text.size,
        bold=text.weight == BOLD,
        leading=leading,
        latin=latin,
        hang=text.hung_width if starts_right(words) == text.mirrored else 0,
        inset=inset,
        at_right=text.mirrored,
        inked=_inked(text, right - left - inset),
    )


def _pieces(
    opening: str, words: str, closing: str, tone: str
) -> tuple[tuple[str, str], ...]:
    """One text, but for marks that a Chinese or Japanese face would draw as wide."""
    if not opening or not voice(words).east_asian:
        return ((f"{opening}{words}{closing}", tone),)
    return ((opening, tone), (words, tone), (closing, tone))


def _slot(arrangement: Arrangement, name: str) -> TextSlot:
    slots = [*arrangement.slots, *(each.beside for each in arrangement.slots)]
    return next(each for each in slots if each and each.name == name)


def _edges(text: SetText, slot: TextSlot, found: Composition) -> tuple[float, float]:
    """Between which the lines may go, the mark that hangs included."""
    column = found.arrangement.column
    width = slot.width_px or column.width
    start = min(line.x for line in text.lines)
    end = max(line.x + line.width for line in text.lines)
    if text.mirrored:
        left = column.right - min(width, column.width)
        right = end + text.hung_width
    else:
        left, right = start - text.hung_width, column.x + width
    beside = next((each for each in found.texts if each.slot == "figure_basis"), None)
    if text.slot != "figure" or beside is None or _below(text, beside):
        return left, right
    if text.mirrored:
        return beside.lines[0].x + beside.lines[0].width + _CLEAR_PX, right
    return left, beside.lines[0].x - _CLEAR_PX


def _below(text: SetText, other: SetText) -> bool:
    return other.lines[0].baseline > text.lines[-1].baseline


def _leading(text: SetText, slot: TextSlot, latin: bool) -> float:
    if len(text.lines) > 1:
        return (text.lines[1].baseline - text.lines[0].baseline) / text.size
    if latin:
        return slot.leading
    return max(slot.leading, text.above + text.below + _BETWEEN_LINES)


def above_first(leading: float, latin: bool) -> float:
    """From the top of a box to its first baseline, in ems."""
    if latin:
        return ASCENT * min(1, leading / LINE)
    return leading - DESCENT - _BETWEEN_LINES


def _inked(text: SetText, room: float) -> float:
    """A lone line is as wide as it is; of several any may fill the room."""
    if len(text.lines) > 1:
        return room
    return min(room, text.hung_width + text.lines[0].width * _WIDER)


def _evened(text: SetText, words: str, room: float) -> tuple[str, float]:
    """The words, and what to take off the room, so that full lines are even ones."""
    limit = room / text.size
    if any(width_em(word, text.weight) > limit for word in words.split(" ")):
        return words, 0
    lines = [line.text for line in text.lines]
    words = held(words, lines, text.weight, limit)
    narrower = evenest(tokens(words, text.weight, limit), limit)
    return words, (limit - narrower) * text.size


def _foot_boxes(found: Composition) -> list[TextBox]:
    """The hashtag as one text of two tones, the address at the right edge."""
    foot = found.layout.foot
    tags = [text for text in found.foot if text.slot == "hashtag"]
    notes = [text for text in found.foot if text.slot == "address"]
    end = max((text.lines[0].x + text.lines[0].width for text in tags), default=0)
    boxes = []
    if tags:
        boxes.append(_one_line(tags, foot.left, end + _CLEAR_PX))
    if notes:
        before = max((place.right for place in found.logos), default=end + _CLEAR_PX)
        line = notes[0].lines[0]
        left = min(before + _CLEAR_PX, line.x)
        if line.x > foot.left:
            boxes.append(_one_line(notes, left, foot.right, at_right=True))
        else:
            boxes.append(_one_line(notes, line.x, line.x + line.width + _CLEAR_PX))
    return boxes


def _one_line(
    texts: list[SetText], left: float, right: float, *, at_right: bool = False
) -> TextBox:
    first = texts[0]
    pieces = tuple((text.lines[0].text, text.tone) for text in texts)
    latin = all(is_latin(words) for words, _ in pieces)
    leading = LINE if latin else LINE * 1.2
    top = first.lines[0].baseline - above_first(leading, latin) * first.size
    height = leading * _SPARE * first.size
    return TextBox(
        slot=first.slot,
        pieces=pieces,
        box=Box(left, top, right - left, height),
        size=first.size,
        bold=first.weight == BOLD,
        leading=leading,
        latin=latin,
        at_right=at_right,
    )
