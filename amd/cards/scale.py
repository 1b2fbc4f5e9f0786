"""A layout at another size, every length in proportion: a slide is landscape, larger."""

from dataclasses import replace

from amd.cards.layout import Arrangement, Box, FieldSpec, Foot, Layout, TextSlot


def scaled(layout: Layout, by: float) -> Layout:
    return replace(
        layout,
        foot=_foot(layout.foot, by),
        field=_field(layout.field, by),
        with_photo=tuple(_arrangement(each, by) for each in layout.with_photo),
        without_photo=tuple(_arrangement(each, by) for each in layout.without_photo),
    )


def _box(box: Box, by: float) -> Box:
    return Box(box.x * by, box.y * by, box.width * by, box.height * by)


def _arrangement(given: Arrangement, by: float) -> Arrangement:
    photo = given.photo
    if photo:
        ring = photo.ring_px * by
        photo = replace(photo, box=_box(photo.box, by), ring_px=ring)
    return replace(
        given,
        column=_box(given.column, by),
        slots=tuple(_slot(slot, by) for slot in given.slots),
        photo=photo,
        sign=_box(given.sign, by) if given.sign else None,
        comfort_px=given.comfort_px * by,
        bar_px=given.bar_px * by,
        max_stretch_px=given.max_stretch_px * by,
    )


def _slot(slot: TextSlot, by: float) -> TextSlot:
    return replace(
        slot,
        floor_px=slot.floor_px * by,
        ceiling_px=slot.ceiling_px * by,
        gap_px=slot.gap_px * by,
        width_px=slot.width_px * by,
        beside=_slot(slot.beside, by) if slot.beside else None,
    )


def _foot(foot: Foot, by: float) -> Foot:
    return replace(
        foot,
        box=_box(foot.box, by),
        left=foot.left * by,
        right=foot.right * by,
        baseline=foot.baseline * by,
        hashtag_px=foot.hashtag_px * by,
        address_px=foot.address_px * by,
        address_floor_px=foot.address_floor_px * by,
        logos_by=foot.logos_by * by,
    )


def _field(field: FieldSpec, by: float) -> FieldSpec:
    return replace(
        field,
        box=_box(field.box, by),
        spacing=round(field.spacing * by),
        radius=field.radius * by,
        start=(field.start[0] * by, field.start[1] * by),
        full=(field.full[0] * by, field.full[1] * by),
    )
