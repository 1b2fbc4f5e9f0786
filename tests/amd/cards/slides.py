"""What a test reads in the file of a slide, with the library and without our engine."""

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache

from pptx import Presentation
from pptx.oxml.ns import qn

from amd.cards.fonts import ARIAL
from amd.cards.slide import draw_slide
from amd.cards.text import tokens, width_em
from tests.amd.cards.forty import CARDS

EMU_PER_PX = 6350
ARIAL_LINE = 1.15


@dataclass(frozen=True)
class Text:
    """One text shape, its lengths in pixels of the drawn slide."""

    name: str
    words: str
    left: float
    top: float
    width: float
    height: float
    size: float
    bold: bool
    inset: float
    hang: float
    step: float
    """From baseline to baseline."""
    runs: tuple
    right_to_left: bool

    def lines(self):
        """How many lines a program makes that fills each, by the widths of Arial."""
        weight = ARIAL + (700 if self.bold else 400)
        room = (self.width - self.inset - self.hang) / self.size
        # What hangs stands before the edge, and takes nothing of the room.
        words = self.words[1:] if self.hang else self.words
        count, used, space = 1, 0.0, 0.0
        for word in tokens(words, weight, room):
            if used and used + space + word.width > room:
                count, used, space = count + 1, 0.0, 0.0
            used += space + word.width
            space = word.space
        return count

    def widest_word(self):
        weight = ARIAL + (700 if self.bold else 400)
        return max(width_em(word, weight) for word in self.words.split()) * self.size


@lru_cache(maxsize=40)
def drawn(name):
    """The slide of one of the forty."""
    return draw_slide(CARDS[name])


def opened(data):
    return Presentation(io.BytesIO(data))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def shapes(data):
    (slide,) = opened(data).slides
    return list(slide.shapes)


def texts(data):
    """Every shape that holds words, in reading order."""
    return [_text(each) for each in shapes(data) if each.has_text_frame and each.text]


def pictures(data):
    return [each for each in shapes(data) if each.shape_type == 13 or _is_pic(each)]


def alt_of(shape):
    return shape._element.xpath("./*/p:cNvPr")[0].get("descr", "")


def is_decorative(shape):
    return 'decorative" val="1"' in _marks(shape)


def notes(data):
    (slide,) = opened(data).slides
    return slide.notes_slide.notes_text_frame.text


def _marks(shape):
    found = shape._element.xpath("./*/p:cNvPr")[0]
    return "".join(
        f'{each.tag.split("}")[1]}" val="{each.get("val")}"' for each in found.iter()
    )


def _is_pic(shape):
    return shape._element.tag == qn("p:pic")


def _text(shape):
    (paragraph,) = shape.text_frame.paragraphs
    looks = paragraph._p.pPr
    body = shape.text_frame._txBody.bodyPr
    size = paragraph.runs[0].font.size.pt * 2
    spacing = looks.find(qn("a:lnSpc"))[0]
    value = int(spacing.get("val"))
    share = value / 100_000 * ARIAL_LINE * size
    step = share if spacing.tag == qn("a:spcPct") else value / 50
    return Text(
        shape.name,
        shape.text_frame.text,
        shape.left / EMU_PER_PX,
        shape.top / EMU_PER_PX,
        shape.width / EMU_PER_PX,
        shape.height / EMU_PER_PX,
        size,
        paragraph.runs[0].font.bold,
        (int(body.get("lIns")) + int(body.get("rIns"))) / EMU_PER_PX,
        int(looks.get("marL")) / EMU_PER_PX,
        step,
        tuple(paragraph.runs),
        looks.get("rtl") == "1",
    )
