"""The file of a slide: its parts put together, the same bytes every time."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import cast

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation as Slides
from pptx.util import Emu

from amd.cards.layout import Theme
from amd.cards.slide.theme import GROUP, NAMESPACES, master_xml, theme_xml
from amd.cards.themes import THEMES

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment of a zip file: no clock goes into the bytes."""
_WIDTH, _HEIGHT = 12192000, 6858000
_LEFT_OVER = ("/printerSettings", "/thumbnail")
_VIEW = f"<p:viewPr {NAMESPACES}/>".encode()
"""Without guides; PowerPoint repairs a file that has no such part."""
_ABOUT_PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Slides>1</Slides><Notes>1</Notes></Properties>"
)
AddImage = Callable[[bytes], str]
"""Adds a picture's file to the slide and tells the name of its relation."""


def slide_file(
    theme_name: str,
    layout: tuple[str, str],
    shapes: Callable[[AddImage], str],
    notes: str,
    about: Mapping[str, str],
) -> bytes:
    """One slide in its one layout (name, shapes), with notes and properties."""
    slides = Presentation(io.BytesIO(_empty(theme_name)))
    master = slides.part.part_related_by(RELATIONSHIP_TYPE.SLIDE_MASTER)
    layout_part = master.part_related_by(RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    _set(layout_part, _layout_xml(*layout))
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    _fill(slide.part, shapes)
    _write_notes(slide.part, notes)
    for name, value in about.items():
        setattr(slides.core_properties, name, value)
    return _without_clock(slides)


def _set(part: Part, written: str | bytes) -> None:
    """Other contents for a part that the library made from its own template."""
    cast(XmlPart, part)._element = parse_xml(written)


def _fill(part: SlidePart, shapes: Callable[[AddImage], str]) -> None:
    def add(data: bytes) -> str:
        relation: str = part.get_or_add_image_part(io.BytesIO(data))[1]
        return relation

    written = parse_xml(f"<p:spTree {NAMESPACES}>{GROUP}{shapes(add)}</p:spTree>")
    tree = part._element.cSld.spTree
    for old in list(tree):
        tree.remove(old)
    tree.extend(list(written))


def _write_notes(part: SlidePart, notes: str) -> None:
    frame = part.notes_slide.notes_text_frame
    if frame is None:
        return
    frame.text = notes
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _layout_xml(name: str, shapes: str) -> str:
    return (
        f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{name}">'
        f"<p:spTree>{GROUP}{shapes}</p:spTree></p:cSld><p:clrMapOvr>"
        "<a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


@lru_cache(maxsize=8)
def _empty(theme_name: str) -> bytes:
    """A file with our master, one layout, notes and no slide."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Emu(_WIDTH), Emu(_HEIGHT)
    del slides.element.find(qn("p:sldSz")).attrib["type"]
    for unused in list(slides.slide_layouts)[1:]:
        slides.slide_layouts.remove(unused)
    _set_master(slides, THEMES[theme_name])
    _set_notes_master(slides)
    _strip(slides)
    return _without_clock(slides)


def _set_master(slides: Slides, theme: Theme) -> None:
    part = slides.part.part_related_by(RELATIONSHIP_TYPE.SLIDE_MASTER)
    layout = part.part_related_by(RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    relation = part.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    _set(part, master_xml(theme).replace('r:id="rId1"', f'r:id="{relation}"'))
    theme_part = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme_part._blob = theme_xml(theme, "A Million Decisions")


def _set_notes_master(slides: Slides) -> None:
    """Named in the presentation, as PowerPoint does; its words marked as English."""
    part = slides.part.notes_master_part
    theme_part = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    _set(theme_part, theme_xml(THEMES["light"], "Notes"))
    relation = slides.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = parse_xml(
        f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{relation}"/>'
        "</p:notesMasterIdLst>"
    )
    slides.element.find(qn("p:sldMasterIdLst")).addnext(listed)
    for element in (slides.element, part._element):
        for marked in element.iter():
            if "lang" in marked.attrib:
                marked.set("lang", "en-GB")


def _strip(slides: Slides) -> None:
    """Without what the library's own template brings: printer, guides, author."""
    package = slides.part.package
    for owner in (slides.part, package):
        rels = owner._rels
        for name, relation in list(rels.items()):
            if relation.reltype.endswith(_LEFT_OVER):
                rels.pop(name)
            elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = _ABOUT_PROGRAM
            elif relation.reltype == RELATIONSHIP_TYPE.VIEW_PROPS:
                relation.target_part._blob = _VIEW
    properties = slides.core_properties._element
    for child in list(properties):
        properties.remove(child)


def _without_clock(slides: Slides) -> bytes:
    """The saved file, each of its parts as old as the others."""
    saved, out = io.BytesIO(), io.BytesIO()
    slides.save(saved)
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _LONG_AGO)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return out.getvalue()
