"""One drawn file of a live copy: read where it is kept, else drawn and kept."""

from dataclasses import dataclass

from amd.cards import Card, draw

from . import files
from .addresses import EXTENSIONS
from .cards import card_of
from .logos import SLOTS
from .models import Publication


@dataclass(frozen=True)
class Drawing:
    """The bytes of a file; not whole where the file of a photo or a logo is lost."""

    data: bytes
    is_whole: bool = True


def drawn(publication: Publication, format_name: str, ext: str) -> Drawing | None:
    """The file; None where the copy stopped being live meanwhile.

    Raises CardError where the card cannot be drawn in this format.
    """
    path = files.path_of(publication, f"{format_name}.{ext}")
    kept = files.read(path)
    if kept is not None:
        return Drawing(kept)
    card = card_of(publication)
    drawing = Drawing(
        draw(card, format_name, EXTENSIONS[ext]), _has_its_pictures(publication, card)
    )
    # What is lost may come back.
    if drawing.is_whole:
        files.write(path, drawing.data)
    if not Publication.objects.live().filter(pk=publication.pk).exists():
        files.discard(path)
        return None
    return drawing


def drawn_bytes(publication: Publication, format_name: str, ext: str) -> int:
    """The size of the file; drawn and kept where it was not yet."""
    path = files.path_of(publication, f"{format_name}.{ext}")
    known = files.size(path)
    if known:
        return known
    drawing = drawn(publication, format_name, ext)
    return len(drawing.data) if drawing else 0


def _has_its_pictures(publication: Publication, card: Card) -> bool:
    logos = [slot for slot in SLOTS if getattr(publication, f"{slot}_id")]
    has_photo = card.content.photo is not None
    return len(card.content.logos) == len(logos) and has_photo == (
        publication.photo_id is not None
    )
