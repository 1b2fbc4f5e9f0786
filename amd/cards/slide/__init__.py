"""A card as a PowerPoint slide: every text in its own box, to be edited in Arial."""

from amd.cards.slide.blank import blank_card, blank_slide
from amd.cards.slide.drawing import check_slide, draw_slide

__all__ = ["blank_card", "blank_slide", "check_slide", "draw_slide"]
