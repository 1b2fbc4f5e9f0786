"""Boxes, bars, dots and pictures as PowerPoint writes them."""

from xml.sax.saxutils import escape, quoteattr

from amd.cards.layout import Box, PhotoSlot
from amd.cards.slide.boxes import LINE, TextBox
from amd.cards.slide.scripts import ARIAL_FACE, voice
from amd.cards.slide.theme import SCHEME_COLOURS

EMU_PER_PX = 6350
"""A slide of 13.333 inches shows 1920 pixels."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    "<adec:decorative xmlns:adec="
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_LOCKED = '<a:spLocks noGrp="1" noMove="1" noResize="1"/>'
NAMES = {
    "quote": "Quote",
    "name": "Name",
    "title": "Job title",
    "organisation": "Organisation",
    "kicker": "Kicker",
    "headline": "Headline",
    "figure": "Figure",
    "figure_basis": "Basis of the figure",
    "byline": "Who said it",
    "sentence": "Story",
    "hashtag": "Hashtag",
    "address": "Address",
    "photo": "Photo",
}
_INDEXES = {slot: number for number, slot in enumerate(NAMES, start=10)}


def emu(pixels: float) -> int:
    return round(pixels * EMU_PER_PX)


def place(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def fill(tone: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{SCHEME_COLOURS[tone]}"/></a:solidFill>'


def placeholder(slot: str, title: str, *, prompted: bool = False) -> str:
    """Which place of the layout a shape fills."""
    prompt = ' hasCustomPrompt="1"' if prompted else ""
    if slot == title:
        return f'<p:nvPr><p:ph type="title"{prompt}/></p:nvPr>'
    kind = "pic" if slot == "photo" else "body"
    quarter = "" if slot == "photo" else ' sz="quarter"'
    index = _INDEXES[slot]
    return f'<p:nvPr><p:ph type="{kind}"{quarter} idx="{index}"{prompt}/></p:nvPr>'


def text_shape(text: TextBox, number: int, title: str, prompt: str = "") -> str:
    """One text in its own box. With a prompt: the place for it in the layout."""
    pieces = ((prompt, text.pieces[0][1]),) if prompt else text.pieces
    runs = "".join(_run(words, tone, text) for words, tone in pieces)
    style = "<a:lstStyle/>"
    if prompt:
        level = _paragraph(text, "lvl1pPr", f"<a:buNone/>{_letters(text, 'defRPr')}")
        style = f"<a:lstStyle>{level}</a:lstStyle>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{NAMES[text.slot]}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"{placeholder(text.slot, title, prompted=bool(prompt))}</p:nvSpPr><p:spPr>"
        f'{place(text.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{_body(text)}{style}<a:p>{_paragraph(text, 'pPr', '<a:buNone/>')}"
        f"{runs}</a:p></p:txBody></p:sp>"
    )


def _body(text: TextBox) -> str:
    left, right = (text.inset, 0) if text.right_to_left else (0, text.inset)
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{emu(left)}" tIns="0" '
        f'rIns="{emu(right)}" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/>'
        "</a:bodyPr>"
    )


def _paragraph(text: TextBox, name: str, more: str) -> str:
    """Proportional lines where Arial has the letters, else lines of a fixed height."""
    if text.latin:
        spacing = f'<a:spcPct val="{round(text.leading / LINE * 100_000)}"/>'
    else:
        spacing = f'<a:spcPts val="{round(text.leading * text.size / 2 * 100)}"/>'
    hang = emu(text.hang)
    return (
        f'<a:{name} marL="{hang}" indent="{-hang}" '
        f'algn="{"r" if text.at_right else "l"}" rtl="{int(text.right_to_left)}">'
        f'<a:lnSpc>{spacing}</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"{more}</a:{name}>"
    )


def _letters(text: TextBox, name: str) -> str:
    return (
        f'<a:{name} lang="en-GB" sz="{points(text.size)}" b="{int(text.bold)}">'
        f"{fill(text.pieces[0][1])}</a:{name}>"
    )


def points(size: float) -> int:
    """In hundredths of a point: whole halves, never rounded up."""
    return int(size) * 50


def _run(words: str, tone: str, text: TextBox) -> str:
    spoken = voice(words)
    faces = f'<a:ea typeface="{spoken.east_asian or ARIAL_FACE}"/>'
    if spoken.complex:
        faces += f'<a:cs typeface="{spoken.complex}"/>'
    return (
        f'<a:r><a:rPr lang="{spoken.language}" sz="{points(text.size)}" '
        f'b="{int(text.bold)}">{fill(tone)}{faces}</a:rPr>'
        f"<a:t>{escape(words)}</a:t></a:r>"
    )


def plain_shape(
    name: str, number: int, box: Box, tone: str, geometry: str = "rect"
) -> str:
    """A decorative shape in one colour."""
    adjusted = '<a:gd name="adj" fmla="val 50000"/>' if geometry == "roundRect" else ""
    return decorative(
        name,
        number,
        f'{place(box)}<a:prstGeom prst="{geometry}"><a:avLst>{adjusted}</a:avLst>'
        f"</a:prstGeom>{fill(tone)}<a:ln><a:noFill/></a:ln>",
    )


def decorative(name: str, number: int, looks: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}>{_DECORATIVE}'
        f"</p:cNvPr><p:cNvSpPr>{_LOCKED}</p:cNvSpPr><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{looks}</p:spPr></p:sp>"
    )


def logo_plate(box: Box, number: int) -> str:
    """White, whatever the theme, for that is what logos are made for."""
    looks = (
        f'{place(box)}<a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    )
    return decorative("Plate of a logo", number, looks)


def logo_picture(box: Box, number: int, relation: str, alt: str) -> str:
    looks = f'{place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return _picture(f"Logo {number}", number, relation, alt, "<p:nvPr/>", looks)


def photo_picture(frame: PhotoSlot, number: int, relation: str, alt: str) -> str:
    where = placeholder("photo", "")
    return _picture("Photo", number, relation, alt, where, _framed(frame))


def photo_place(frame: PhotoSlot, number: int, prompt: str) -> str:
    """In a layout: where a photo goes, cropped to its frame."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Photo"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noChangeAspect="1"/></p:cNvSpPr>'
        f"{placeholder('photo', '', prompted=True)}</p:nvSpPr>"
        f"<p:spPr>{_framed(frame, fill('dot'))}</p:spPr><p:txBody>"
        '<a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle>'
        '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/>'
        f'<a:defRPr lang="en-GB" sz="1400">{fill("soft")}</a:defRPr></a:lvl1pPr>'
        f'</a:lstStyle><a:p><a:r><a:rPr lang="en-GB"/><a:t>{escape(prompt)}</a:t>'
        "</a:r></a:p></p:txBody></p:sp>"
    )


def _framed(frame: PhotoSlot, inside: str = "") -> str:
    """A round outline whose ring stands within the frame, as it is drawn."""
    geometry = "ellipse" if frame.shape == "circle" else "roundRect"
    ring = f'<a:ln w="{emu(frame.ring_px)}">{fill("ring")}</a:ln>'
    return (
        f'{place(frame.box.grown(-frame.ring_px / 2))}<a:prstGeom prst="{geometry}">'
        f"<a:avLst/></a:prstGeom>{inside}{ring if frame.ring_px else ''}"
    )


def _picture(
    name: str, number: int, relation: str, alt: str, where: str, looks: str
) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name={quoteattr(name)} '
        f'descr={quoteattr(alt)}/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
        f'</p:cNvPicPr>{where}</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{looks}</p:spPr>"
        "</p:pic>"
    )
