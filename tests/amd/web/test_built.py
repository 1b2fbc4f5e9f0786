"""What the front-end build leaves: our own files, and no other origin."""

import re
from pathlib import Path

import pytest
from django.conf import settings

BUILT = Path(settings.BASE_DIR, "static", "build", "amd")
STYLES = ["main.css", "admin.css"]


def addresses(name):
    return re.findall(r"url\(\"?([^\")]*)\"?\)", (BUILT / name).read_text())


@pytest.mark.parametrize("name", STYLES)
def test_style_loads_only_files_that_are_there(name):
    missing = [url for url in addresses(name) if not (BUILT / url).is_file()]

    assert missing == []


def test_style_loads_our_own_face():
    assert "fonts/source-sans-3-latin-wght-normal.woff2" in addresses("main.css")
    assert '"Source Sans 3 Variable",arial' in (BUILT / "main.css").read_text()


@pytest.mark.parametrize("name", [*STYLES, "main.js", "supported.js"])
def test_built_file_names_no_other_origin(name):
    text = (BUILT / name).read_text()

    assert not re.findall(
        r"https?://(?!www\.w3\.org/)[^\s\"')]+|sourceMappingURL", text
    )
    assert "Frutiger" not in text


def test_about_one_dot_in_twenty_five_is_lit():
    text = (BUILT / "img" / "field.svg").read_text()
    lit = text.split("<g ")[2].count("<circle")
    plain = text.split("<g ")[1].count("<circle")

    assert 15 <= plain / lit <= 35
