"""A contact sheet of chosen cards, or of what is live."""

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from amd.cards import DESIGNS, check
from amd.cards.content import Card
from amd.cards.contents import CONTENTS
from tests.factories import make_publication


def test_sheet_shows_the_chosen_cards(tmp_path, capsys):
    path = tmp_path / "sheet.png"

    call_command(
        "draw_sheet",
        str(path),
        "--boxes",
        "--design=social_card",
        "--theme=night",
        "--content=usual",
        "--content=welsh",
        "--format=square",
    )

    assert capsys.readouterr().out == f"2 cards are on {path}\n"
    with Image.open(path) as image:
        assert image.size == (2 * 416 + 16, 400 + 2 * 16)


@pytest.mark.django_db
def test_sheet_of_what_is_live(tmp_path, capsys):
    make_publication()

    call_command("draw_sheet", str(tmp_path / "a.png"), "--live", "--format=link")

    assert capsys.readouterr().out.startswith("1 cards are on ")


@pytest.mark.django_db
def test_sheet_of_nothing_says_so(tmp_path):
    with pytest.raises(CommandError, match="Nothing is live"):
        call_command("draw_sheet", str(tmp_path / "a.png"), "--live")


@pytest.mark.parametrize("option", ["--columns=0", "--tile=-5"])
def test_sheet_without_room_for_a_card_is_refused(tmp_path, option):
    with pytest.raises(CommandError, match="is less than 1"):
        call_command("draw_sheet", str(tmp_path / "a.png"), option)


@pytest.mark.parametrize("name", CONTENTS)
def test_built_in_contents_fit_where_publishing_needs_them(name):
    card = Card(DESIGNS["social_card"], "blue", CONTENTS[name])

    for format_name in ("landscape", "link", "square", "portrait"):
        assert check(card, format_name).problems == ()
