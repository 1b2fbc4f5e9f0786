"""One drawn file of a live copy: read where it is kept, else drawn and kept."""

from amd.cards import draw

from . import files
from .addresses import EXTENSIONS
from .cards import card_of
from .models import Publication


def drawn(publication: Publication, format_name: str, ext: str) -> bytes | None:
    """The file's bytes; None where the copy stopped being live meanwhile.

    Raises CardError where the card cannot be drawn in this format.
    """
    path = files.path_of(publication, f"{format_name}.{ext}")
    kept = files.read(path)
    if kept is not None:
        return kept
    card = card_of(publication)
    data = draw(card, format_name, EXTENSIONS[ext])
    # A lost photo is left out of the drawing, which is not kept: it may come back.
    if publication.photo and not card.content.photo:
        return data
    files.write(path, data)
    if not Publication.objects.live().filter(pk=publication.pk).exists():
        files.discard(path)
        return None
    return data


def drawn_bytes(publication: Publication, format_name: str, ext: str) -> int:
    """The size of the file; drawn and kept where it was not yet."""
    path = files.path_of(publication, f"{format_name}.{ext}")
    return files.size(path) or len(drawn(publication, format_name, ext) or b"")
