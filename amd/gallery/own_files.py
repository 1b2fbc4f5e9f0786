"""The files that this website makes itself: blank slides and the guide to good cards."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from django.conf import settings

from amd.campaign.data import guide
from amd.campaign.models import Resource
from amd.cards import DESIGNS, SOCIAL_CARD, THEMES, VIGNETTE, Design, alt_text, draw
from amd.cards.guide import Guide, GuideSection, draw_guide
from amd.cards.slide import blank_card, blank_slide
from amd.publishing.addresses import CONTENT_TYPES

ADDRESS_TO_FILL = "Your library’s web address"
_DESIGNS: dict[str, Design] = {
    Resource.OwnFile.SOCIAL_CARD: SOCIAL_CARD,
    Resource.OwnFile.VIGNETTE: VIGNETTE,
}
# The theme that the campaign itself uses comes first.
_THEMES = {
    SOCIAL_CARD.name: ("blue", "night", "light"),
    VIGNETTE.name: ("light", "blue", "night"),
}


@dataclass(frozen=True)
class OwnFile:
    """One file to download or, as a picture of another, to see on its page."""

    name: str
    label: str
    kind: str
    content_type: str
    draw: Callable[[], bytes]
    alt: str = ""

    @property
    def data(self) -> bytes:
        """Drawn once in a process; two hundred kilobytes for all of them."""
        return self.draw()

    @property
    def size_bytes(self) -> int:
        return len(self.data)

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.data).hexdigest()[:20]}"'


def downloads_of(resource: Resource) -> tuple[OwnFile, ...]:
    """What people take away; nothing for what is on another website."""
    if resource.own_file == Resource.OwnFile.GUIDE:
        return (_guide_file(),)
    design = _DESIGNS.get(resource.own_file)
    themes = _THEMES[design.name] if design else ()
    return tuple(_slide_file(design, theme) for theme in themes if design)


def picture_of(resource: Resource) -> OwnFile | None:
    """What the first of its files looks like."""
    design = _DESIGNS.get(resource.own_file)
    if design is None:
        return None
    theme = _THEMES[design.name][0]
    card = blank_card(
        design, theme, hashtag=settings.CAMPAIGN_HASHTAG, address=ADDRESS_TO_FILL
    )
    return OwnFile(
        f"{_stem(design, theme)}.webp",
        "Picture",
        "WebP",
        CONTENT_TYPES["webp"],
        partial(_picture, design.name, theme, settings.CAMPAIGN_HASHTAG),
        f"The blank slide, with guidance in its boxes: {alt_text(card)}",
    )


def _slide_file(design: Design, theme: str) -> OwnFile:
    return OwnFile(
        f"{_stem(design, theme)}.pptx",
        THEMES[theme].label,
        "PowerPoint slide",
        CONTENT_TYPES["pptx"],
        partial(_slide, design.name, theme, settings.CAMPAIGN_HASHTAG),
    )


def _guide_file() -> OwnFile:
    return OwnFile(
        "making-good-cards.pdf",
        "One page, A4",
        "PDF",
        CONTENT_TYPES["pdf"],
        partial(_guide, settings.CAMPAIGN_HASHTAG, settings.CARD_ADDRESS),
    )


def _stem(design: Design, theme: str) -> str:
    return f"a-million-decisions-blank-{design.name.replace('_', '-')}-{theme}"


@lru_cache(maxsize=8)
def _slide(design: str, theme: str, hashtag: str) -> bytes:
    return blank_slide(DESIGNS[design], theme, hashtag=hashtag, address=ADDRESS_TO_FILL)


@lru_cache(maxsize=4)
def _picture(design: str, theme: str, hashtag: str) -> bytes:
    card = blank_card(DESIGNS[design], theme, hashtag=hashtag, address=ADDRESS_TO_FILL)
    return draw(card, "landscape", "webp")


@lru_cache(maxsize=2)
def _guide(hashtag: str, address: str) -> bytes:
    sections = [
        GuideSection(each.heading, each.points, each.lengths) for each in guide.SECTIONS
    ]
    return draw_guide(
        Guide(
            guide.TITLE,
            guide.LEAD,
            sections,
            guide.COLUMNS,
            hashtag,
            f"{address}/resources",
        )
    )
