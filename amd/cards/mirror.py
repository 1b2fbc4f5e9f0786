"""A layout for words that run from right to left: everything but the foot, turned."""

from dataclasses import replace
from functools import lru_cache

from amd.cards.layout import Arrangement, Layout


@lru_cache(maxsize=32)
def mirrored(layout: Layout) -> Layout:
    """Words at the right; the photo, the sign and the field at the left."""
    width = layout.foot.box.width
    return replace(
        layout,
        field=replace(layout.field, mirrored=True),
        with_photo=tuple(_turned(each, width) for each in layout.with_photo),
        without_photo=tuple(_turned(each, width) for each in layout.without_photo),
    )


def _turned(given: Arrangement, width: float) -> Arrangement:
    photo, sign = given.photo, given.sign
    return replace(
        given,
        column=given.column.turned_in(width),
        photo=replace(photo, box=photo.box.turned_in(width)) if photo else None,
        sign=sign.turned_in(width) if sign else None,
        mirrored=True,
    )
