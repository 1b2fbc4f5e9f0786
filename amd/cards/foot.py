"""The foot of a card: hashtag, logos, mark and address; on paper the terms as well."""

from collections.abc import Sequence
from dataclasses import replace

from amd.cards.content import Content
from amd.cards.layout import Box, Foot
from amd.cards.logos import logo_places, logo_scale
from amd.cards.setting import SetLine, SetText
from amd.cards.text import break_lines, tokens, width_em
from amd.cards.words import typeset

_SPACE_BETWEEN = 28
_LARGE_ENOUGH = 0.85
"""Of its full size, for a logo."""
_SMALLER = 0.86
"""Hashtag and address beside logos."""
_PLATE, _DEEP = 64, 5
"""The tallest plate of a logo, and how far below a line it may reach."""
_LOGOS_LARGER = 1.7
_LOGOS_SHARE = 0.6
"""Of the width of the foot, at most, on paper."""
_TERMS_LEADING = 1.3


def set_foot(foot: Foot, content: Content) -> tuple[SetText, ...]:
    """Hash, tag and address; the address is left small rather than left out."""
    foot, tag = _styled(_above_terms(foot, content), content), typeset(content.hashtag)
    left = _hashtag(foot, tag)
    terms = _terms(foot, content)
    right = foot_note(foot, content)
    if not right:
        return (*left, *terms)
    size, weight = address_size(foot, content), foot.weights[0]
    width = width_em(right, weight) * size
    x, y = foot.right - width, foot.baseline
    if foot.stacked:
        x, y = foot.left, y + (_below_tag(foot) if tag else 0)
    line = SetLine(right, x, y, width)
    tone = "soft" if foot.terms_px else "band_soft"
    return (*left, SetText("address", weight, size, tone, (line,)), *terms)


def set_logos(
    foot: Foot, texts: tuple[SetText, ...], content: Content
) -> tuple[Box, ...]:
    """Places for the partners' logos: between hashtag and address, or at the right."""
    if not content.logos:
        return ()
    if foot.terms_px:
        return _logos_at_right(_above_terms(foot, content), content)
    styled, by = _styled(foot, content), foot.logos_by
    spans = {text.slot: text.boxes[-1] for text in texts}
    right = spans["address"].x if "address" in spans else foot.right
    middle = foot.baseline - 0.37 * foot.hashtag_px
    if styled.stacked:
        right = foot.right
        middle = styled.baseline + _below_tag(styled) - (_PLATE / 2 - _DEEP) * by
    before = [box.right for box in spans.values() if box.x < right]
    left = max(before, default=foot.left)
    places = logo_places(content.logos, left / by, right / by, 0)
    if not places:
        return ()
    start = foot.right / by - places[-1].right if styled.stacked else 0
    return tuple(
        Box((start + box.x) * by, middle + box.y * by, box.width * by, box.height * by)
        for box in places
    )


def foot_note(foot: Foot, content: Content) -> str:
    parts = [content.mark if foot.marked else "", content.address]
    return " · ".join(filter(None, map(typeset, parts)))


def address_size(foot: Foot, content: Content) -> float:
    """The size at which mark and address stand beside the hashtag; below 0: nowhere."""
    room, (regular, bold) = foot.right - foot.left, foot.weights
    if foot.stacked:
        share = _LOGOS_SHARE if foot.terms_px else 0.5
        room *= 1 - share if content.logos else 1
    else:
        room -= width_em(typeset(content.hashtag), bold) * foot.hashtag_px
        room -= _SPACE_BETWEEN
    wanted = width_em(foot_note(foot, content), regular)
    return min(foot.address_px, room / wanted) if wanted else min(foot.address_px, room)


def _above_terms(foot: Foot, content: Content) -> Foot:
    """On paper: hashtag and address as low as the terms below them allow."""
    if not foot.terms_px:
        return foot
    lines = _terms_lines(foot, content)
    if not lines:
        return replace(foot, baseline=foot.box.bottom - _below_tag(foot))
    higher = (len(lines) - 1) * foot.terms_px * _TERMS_LEADING
    return replace(foot, baseline=foot.baseline - higher)


def _styled(foot: Foot, content: Content) -> Foot:
    """Beside logos smaller, or in two lines where these would be small in one."""
    if foot.stacked or not content.logos:
        return foot
    smaller = replace(
        foot,
        hashtag_px=foot.hashtag_px * _SMALLER,
        address_px=foot.address_px * _SMALLER,
    )
    for styled in (foot, smaller):
        room = (foot.right - foot.left - _width(styled, content)) / foot.logos_by
        if logo_scale(content.logos, room) >= _LARGE_ENOUGH:
            return styled
    small = replace(smaller, address_px=foot.address_px * _SMALLER**2, stacked=True)
    return replace(small, baseline=foot.baseline + 2 - _below_tag(small))


def _width(foot: Foot, content: Content) -> float:
    regular, bold = foot.weights
    tag = width_em(typeset(content.hashtag), bold) * foot.hashtag_px
    return tag + width_em(foot_note(foot, content), regular) * foot.address_px


def _below_tag(foot: Foot) -> float:
    """From the hashtag to an address below it."""
    return foot.address_px * (2 if foot.terms_px else 1.42)


def _hashtag(foot: Foot, tag: str) -> tuple[SetText, ...]:
    if not tag:
        return ()
    size, x, bold = foot.hashtag_px, foot.left, foot.weights[1]
    tones = ("accent", "ink") if foot.terms_px else ("band_lit", "band_ink")
    found = []
    for part, tone in zip((tag[:1], tag[1:]), tones, strict=True):
        if part:
            width = width_em(part, bold) * size
            line = SetLine(part, x, foot.baseline, width)
            found.append(SetText("hashtag", bold, size, tone, (line,)))
            x += width
    return tuple(found)


def _terms(foot: Foot, content: Content) -> tuple[SetText, ...]:
    """Whose words these are and what may be done with them, up from the foot's end."""
    broken = _terms_lines(foot, content)
    if not broken:
        return ()
    size, step = foot.terms_px, foot.terms_px * _TERMS_LEADING
    first = foot.box.bottom - (len(broken) - 1) * step
    lines = tuple(
        SetLine(line, foot.left, first + at * step, width_em(line, 400) * size)
        for at, line in enumerate(broken)
    )
    return (SetText("terms", 400, size, "soft", lines),)


def _terms_lines(foot: Foot, content: Content) -> Sequence[str]:
    parts = [content.credit, content.terms]
    said = typeset(" ".join(part.rstrip(".") + "." for part in parts if part))
    if not foot.terms_px or not said:
        return ()
    room = (foot.right - foot.left) / foot.terms_px
    return break_lines(tokens(said, 400, room), room).lines


def _logos_at_right(foot: Foot, content: Content) -> tuple[Box, ...]:
    """On paper: larger, and ending with the words above."""
    by = _LOGOS_LARGER
    room = (foot.right - foot.left) * _LOGOS_SHARE / by
    places = logo_places(content.logos, 0, room, 0)
    if not places:
        return ()
    left = foot.right - places[-1].right * by
    middle = foot.baseline + foot.hashtag_px * 0.35
    return tuple(
        Box(left + box.x * by, middle + box.y * by, box.width * by, box.height * by)
        for box in places
    )
