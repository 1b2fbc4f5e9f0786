"""Every theme's text is at least 4.5:1 on what it stands on."""

import pytest
from PIL import ImageColor

from amd.cards import THEMES
from amd.cards.themes import PAPER

ALL = [*THEMES.values(), *PAPER.values()]
IDS = [*THEMES, *(f"{name} on paper" for name in PAPER)]


def _luminance(colour):
    parts = [value / 255 for value in ImageColor.getrgb(colour)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ALL, ids=IDS)
def test_text_has_contrast(theme):
    pairs = [(getattr(theme, tone), theme.ground) for tone in ("ink", "soft", "accent")]
    pairs += [
        (getattr(theme, tone), theme.band)
        for tone in ("band_ink", "band_soft", "band_lit")
    ]

    assert [pair for pair in pairs if _contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_bar_can_be_seen(theme):
    assert _contrast(theme.lit, theme.ground) >= 3
