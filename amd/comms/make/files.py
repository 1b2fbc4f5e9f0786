"""The files of a card to make: one, or all of them in a ZIP that only memory holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from amd.cards import FORMATS, Card, CardError, Format, check, draw
from amd.publishing.addresses import (
    CONTENT_TYPES,
    EXTENSIONS,
    campaign_slug,
    short_slug,
)
from amd.publishing.cards import OFFERED_FORMATS
from amd.publishing.packs import zips
from amd.publishing.packs.zips import Member
from amd.publishing.page import DOCUMENT_KINDS, PICTURE_KINDS

from .drawing import PATIENCE_SECONDS, pen
from .posts import alt_text_of, posts_of, request_of

EVERYTHING = "everything.zip"
# The format that is chosen beside the picture.
SHOWN = "shown.png"
# No clock: the same card gives the same bytes. The year of the campaign's start.
STAMP = datetime(2017, 1, 30, tzinfo=UTC)
README = """{hashtag}: a local card

Every file is marked "Local card": the campaign has not checked it.
Ask the person quoted before anybody sees it. The words to send them are in
ask-first.txt. Take the card down everywhere when they ask.

pictures/      one for each place; PNG is sharper, Instagram takes only JPEG
documents/     a page to print and a slide to edit
alt-text.txt   paste it wherever you post the picture: every word on it is there
posts/         what to write beside it, within the limit of each network
{left_out}"""


@dataclass(frozen=True)
class File:
    """One file that may be taken: what the button sends, and how people call it."""

    value: str
    kind: str


@dataclass(frozen=True)
class Offer:
    """A format with its files, and why this card cannot be had in it."""

    format: Format
    files: tuple[File, ...]
    problem: str = ""


def offers(card: Card | None) -> list[Offer]:
    """Every format. What cannot hold the words says by how much they are too long."""
    return [
        Offer(FORMATS[name], _files(name), problem_in(card, name) if card else "")
        for name in OFFERED_FORMATS
    ]


def problem_in(card: Card, format_name: str) -> str:
    problems = check(card, format_name).problems
    return problems[0].sentence if problems else ""


def _files(name: str) -> tuple[File, ...]:
    if FORMATS[name].is_document:
        ext = FORMATS[name].kinds[0]
        return (File(f"{name}.{ext}", DOCUMENT_KINDS[ext]),)
    return tuple(File(f"{name}.{ext}", kind) for kind, ext in PICTURE_KINDS.items())


def is_offered(value: str) -> bool:
    """Whether a button of ours sends this."""
    offered = {file.value for name in OFFERED_FORMATS for file in _files(name)}
    return value in (EVERYTHING, SHOWN) or value in offered


def drawn(card: Card, value: str) -> bytes:
    """Raises CardError where the words do not fit, TurnedAway where others draw."""
    name, _, ext = value.partition(".")
    with pen(PATIENCE_SECONDS):
        return draw(card, name, EXTENSIONS[ext])


def content_type(value: str) -> str:
    ext = value.rpartition(".")[2]
    return zips.CONTENT_TYPE if value == EVERYTHING else CONTENT_TYPES[EXTENSIONS[ext]]


def name_of(card: Card, value: str) -> str:
    """amilliondecisions-local-dr-sample-person-square.png, in plain letters."""
    slug = short_slug(card.content.headline or card.content.name) or "card"
    file = "all-files.zip" if value == EVERYTHING else value
    return f"{campaign_slug()}-local-{slug}-{file}"


def zipped(card: Card) -> bytes:
    """Pictures, documents and texts; a format without room for the words is left out.

    At most sixteen files, each below a megabyte. Raises CardError where nothing fits,
    TurnedAway where others draw.
    """
    return b"".join(zips.zipped(_members(card)))


def _members(card: Card) -> Iterator[Member]:
    left_out: list[str] = []
    for path, data in _drawings(card, left_out):
        yield Member(path, data, STAMP)
    if len(left_out) == len(OFFERED_FORMATS):
        raise CardError(check(card, OFFERED_FORMATS[0]))
    for path, text in _texts(card, left_out):
        # Notepad and Word take a file without this mark for another encoding.
        yield Member(path, text.replace("\n", "\r\n").encode("utf-8-sig"), STAMP)


def _drawings(card: Card, left_out: list[str]) -> Iterator[tuple[str, bytes]]:
    for offer in offers(card):
        if offer.problem:
            left_out.append(f"{offer.format.label}: {offer.problem}")
            continue
        folder = "documents" if offer.format.is_document else "pictures"
        for file in offer.files:
            yield f"{folder}/{name_of(card, file.value)}", drawn(card, file.value)


def _texts(card: Card, left_out: list[str]) -> Iterator[tuple[str, str]]:
    listed = "".join(f"\n- {line}" for line in left_out)
    yield (
        "README.txt",
        README.format(
            hashtag=settings.CAMPAIGN_HASHTAG,
            left_out=f"\nLeft out, for want of room:{listed}\n" if left_out else "",
        ),
    )
    yield "alt-text.txt", f"{alt_text_of(card)}\n"
    yield "ask-first.txt", f"{request_of(card)}\n"
    for post in posts_of(card):
        yield f"posts/{post.network.key}.txt", f"{post.text}\n"
