"""The site does not start where cards would lose letters."""

from dataclasses import replace
from pathlib import Path

from amd.cards import fonts
from amd.publishing.checks import cards_can_be_drawn


def test_all_that_drawing_needs_is_installed():
    assert cards_can_be_drawn(None) == []


def test_face_that_is_not_there_is_an_error(monkeypatch):
    lost = replace(fonts.SOURCES["Arabic"], path=Path("/nowhere/Lost.ttf"))
    monkeypatch.setitem(fonts.SOURCES, "Arabic", lost)

    [error] = cards_can_be_drawn(None)

    assert error.msg == "Cards cannot be drawn: Lost.ttf is not there"
    assert error.is_serious()
