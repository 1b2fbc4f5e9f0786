"""A contact sheet: many cards in many formats on one picture, to be looked at."""

from collections.abc import Iterable

from PIL import Image, ImageDraw

from amd.cards.checks import examine
from amd.cards.compose import Composition
from amd.cards.content import Card
from amd.cards.fonts import face
from amd.cards.formats import FORMATS
from amd.cards.painting import paint

_TILE_PX = 400
_GAP_PX = 16


def sheet(
    cards: Iterable[Card],
    format_names: Iterable[str],
    *,
    boxes: bool = False,
    columns: int = 4,
    tile_px: int = _TILE_PX,
) -> Image.Image:
    """One tile for each card and format; `boxes` shows slots and baselines."""
    names = list(format_names)
    tiles = [
        _tile(card, name, boxes, tile_px) for card in list(cards) for name in names
    ]
    columns = min(columns, len(tiles)) or 1
    rows = [tiles[start : start + columns] for start in range(0, len(tiles), columns)]
    heights = [max(tile.height for tile in row) + _GAP_PX for row in rows]
    width = columns * (tile_px + _GAP_PX) + _GAP_PX
    whole = Image.new("RGB", (width, sum(heights) + _GAP_PX), "#8A94A3")
    y = _GAP_PX
    for row, height in zip(rows, heights, strict=True):
        for at, tile in enumerate(row):
            whole.paste(tile, (_GAP_PX + at * (tile_px + _GAP_PX), y))
        y += height
    return whole


def _tile(card: Card, name: str, boxes: bool, tile_px: int) -> Image.Image:
    shown = "landscape" if name == "thumb" else name
    size = FORMATS[shown]
    report, found = examine(card, shown)
    height = round(size.height_px * tile_px / size.width_px)
    if found is None:
        return _refused([each.sentence for each in report.problems], tile_px, height)
    image = paint(card, shown, found)
    if boxes:
        _draw_boxes(image, found, size.safe_px)
    return image.resize((tile_px, height), Image.Resampling.LANCZOS)


def _refused(sentences: list[str], width: int, height: int) -> Image.Image:
    tile = Image.new("RGB", (width, height), "#FFFFFF")
    for number, sentence in enumerate(sentences):
        at = (12, 12 + number * 22)
        ImageDraw.Draw(tile).text(at, sentence, fill="#D5281B", font=face(600, 16))
    return tile


def _draw_boxes(
    image: Image.Image, found: Composition, safe: tuple[int, int, int, int]
) -> None:
    pen = ImageDraw.Draw(image)
    top, right, bottom, left = safe
    pen.rectangle(
        (left, top, image.width - right, image.height - bottom), outline="#00FF88"
    )
    column = found.arrangement.column
    pen.rectangle((column.x, column.y, column.right, column.bottom), outline="#FF00FF")
    for text in (*found.texts, *found.foot):
        for box, line in zip(text.boxes, text.lines, strict=True):
            pen.rectangle((box.x, box.y, box.right, box.bottom), outline="#FF8800")
            pen.line((box.x, line.baseline, box.right, line.baseline), fill="#00FFFF")
