"""Every format says where its numbers come from and when that was last checked."""

import datetime as dt
import re

import pytest

from amd.cards import FORMATS


@pytest.mark.parametrize("shown", FORMATS.values(), ids=FORMATS)
def test_format_has_a_source_with_an_address_and_a_date(shown):
    assert re.match(r"https?://[\w.-]+/\S+: \S", shown.source)
    assert dt.date.fromisoformat(shown.last_checked) >= dt.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("landscape", (40, 72, 40, 72)),
        ("portrait", (0, 34, 0, 34)),
        ("story", (250, 65, 340, 65)),
        ("tall", (86, 65, 86, 65)),
    ],
)
def test_safe_area_is_what_the_source_says(name, safe):
    assert FORMATS[name].safe_px == safe
