"""README.html: what is in a pack, to read and to copy from, without a network or a server."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string

from amd.publishing.page import heading_of

from . import texts
from .entries import Drawn, Entry
from .names import MANIFEST

if TYPE_CHECKING:
    from .contents import Contents

TEMPLATE = "publishing/pack/readme.html"


@dataclass(frozen=True)
class Shown:
    """One record as README.html shows it."""

    entry: Entry
    heading: str
    picture: Drawn | None
    files: list[list[Drawn]]
    credit: str


def readme(contents: "Contents") -> str:
    """Whole in itself: its style and its script are in it, its pictures lie beside it."""
    context = {
        "contents": contents,
        "records": [_shown(entry) for entry in contents.entries],
        "manifest": MANIFEST,
        "hashtag": settings.CAMPAIGN_HASHTAG,
        "site": settings.SITE_ADDRESS,
    }
    return render_to_string(TEMPLATE, context)


def _shown(entry: Entry) -> Shown:
    publication = entry.publication
    return Shown(
        entry=entry,
        heading=heading_of(publication),
        picture=_picture(entry),
        files=_by_format(entry),
        credit=texts.credit_of(publication),
    )


def _picture(entry: Entry) -> Drawn | None:
    """The first that a browser shows."""
    pictures = (each for each in entry.drawn if not each.format.is_document)
    return next(pictures, None)


def _by_format(entry: Entry) -> list[list[Drawn]]:
    """The files of each format together."""
    rows: dict[str, list[Drawn]] = {}
    for each in entry.drawn:
        rows.setdefault(each.format.name, []).append(each)
    return list(rows.values())
