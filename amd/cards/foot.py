"""The foot of a card: hashtag at the left, mark and address at the right."""

from amd.cards.content import Content
from amd.cards.layout import Box, Foot
from amd.cards.logos import logo_places
from amd.cards.setting import SetLine, SetText
from amd.cards.text import width_em
from amd.cards.words import typeset

_SPACE_BETWEEN = 28


def set_foot(foot: Foot, content: Content) -> tuple[SetText, ...]:
    """Hash, tag and address; the address is left small rather than left out."""
    tag = typeset(content.hashtag)
    left = _hashtag(foot, tag)
    right = foot_note(foot, content)
    if not right:
        return left
    weight = foot.weights[0]
    width = width_em(right, weight)
    size = address_size(foot, content)
    line = SetLine(right, foot.right - width * size, foot.baseline, width * size)
    return (*left, SetText("address", weight, size, "band_soft", (line,)))


def set_logos(
    foot: Foot, texts: tuple[SetText, ...], content: Content
) -> tuple[Box, ...]:
    """Places for the partners' logos, between hashtag and address."""
    boxes = [box for text in texts for box in text.boxes]
    left = max(
        (box.right for box in boxes if box.x < foot.box.width / 2), default=foot.left
    )
    right = min((box.x for box in boxes if box.x > left), default=foot.right)
    return logo_places(content.logos, left, right, foot.baseline - 12)


def foot_note(foot: Foot, content: Content) -> str:
    parts = [content.mark if foot.marked else "", content.address]
    return " · ".join(filter(None, map(typeset, parts)))


def address_size(foot: Foot, content: Content) -> float:
    """The size at which mark and address stand beside the hashtag; below 0: nowhere."""
    regular, bold = foot.weights
    tag = width_em(typeset(content.hashtag), bold) * foot.hashtag_px
    room = foot.right - foot.left - tag - _SPACE_BETWEEN
    wanted = width_em(foot_note(foot, content), regular)
    return min(foot.address_px, room / wanted) if wanted else min(foot.address_px, room)


def _hashtag(foot: Foot, tag: str) -> tuple[SetText, ...]:
    if not tag:
        return ()
    size, x, bold = foot.hashtag_px, foot.left, foot.weights[1]
    found = []
    for part, tone in ((tag[:1], "band_lit"), (tag[1:], "band_ink")):
        if part:
            width = width_em(part, bold) * size
            line = SetLine(part, x, foot.baseline, width)
            found.append(SetText("hashtag", bold, size, tone, (line,)))
            x += width
    return tuple(found)
