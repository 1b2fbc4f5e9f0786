"""Draws many cards on one picture, to be looked at after a change of the drawing."""

from argparse import ArgumentParser, ArgumentTypeError
from itertools import product
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from amd.cards import DESIGNS, RASTERS, THEMES, Card, sheet
from amd.cards.contents import CONTENTS
from amd.publishing.cards import card_of
from amd.publishing.models import Publication


class Command(BaseCommand):
    help = "Write a contact sheet of cards as PNG."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="where to write the picture")
        for name, known in (
            ("design", DESIGNS),
            ("format", RASTERS),
            ("theme", THEMES),
            ("content", CONTENTS),
        ):
            parser.add_argument(
                f"--{name}",
                action="append",
                choices=list(known),
                help=f"a {name} to show, again for another; else all",
            )
        parser.add_argument(
            "--live", action="store_true", help="what is live, not the built-in words"
        )
        parser.add_argument(
            "--boxes", action="store_true", help="show slots, baselines, safe areas"
        )
        parser.add_argument("--columns", type=_at_least_one, default=4)
        parser.add_argument(
            "--tile", type=_at_least_one, default=400, help="width in pixels"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        cards = live_cards() if options["live"] else built_in(options)
        if not cards:
            raise CommandError("Nothing is live, so there is no card to show")
        formats = options["format"] or list(RASTERS)
        whole = sheet(
            cards,
            formats,
            boxes=options["boxes"],
            columns=options["columns"],
            tile_px=options["tile"],
        )
        try:
            whole.save(options["path"], "PNG")
        except OSError as error:
            raise CommandError(f"The sheet cannot be written: {error}") from error
        count = len(cards) * len(formats)
        self.stdout.write(f"{count} cards are on {options['path']}")


def _at_least_one(typed: str) -> int:
    number = int(typed)
    if number < 1:
        raise ArgumentTypeError(f"{number} is less than 1")
    return number


def live_cards() -> list[Card]:
    return [card_of(each) for each in Publication.objects.live().for_pages()]


def built_in(options: dict[str, Any]) -> list[Card]:
    """The chosen contents in the chosen designs and themes, as far as they have words."""
    chosen = product(
        options["content"] or CONTENTS,
        options["design"] or DESIGNS,
        options["theme"] or THEMES,
    )
    return [
        Card(DESIGNS[design], theme, CONTENTS[content])
        for content, design, theme in chosen
    ]
