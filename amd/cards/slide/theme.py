"""The parts of a file that every slide of one theme shares: colours, faces, master."""

from functools import lru_cache

from amd.cards.layout import Theme

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SCHEME_COLOURS = {
    "ground": "bg1",
    "ink": "tx1",
    "band": "bg2",
    "soft": "tx2",
    "lit": "accent1",
    "accent": "accent2",
    "dot": "accent3",
    "ring": "accent4",
    "band_soft": "accent5",
    "band_lit": "accent6",
    "band_ink": "hlink",
}
"""Each tone of a card by its name in the theme: who changes the theme recolours it."""
_BRIGHT = 128

_FACES = (
    '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>'
    '<a:font script="Jpan" typeface="Yu Gothic"/>'
    '<a:font script="Hang" typeface="Malgun Gothic"/>'
    '<a:font script="Hans" typeface="Microsoft YaHei"/>'
    '<a:font script="Hant" typeface="Microsoft JhengHei"/>'
    '<a:font script="Arab" typeface="Arial"/><a:font script="Hebr" typeface="Arial"/>'
    '<a:font script="Thai" typeface="Leelawadee UI"/>'
    + "".join(
        f'<a:font script="{script}" typeface="Nirmala UI"/>'
        for script in ("Deva", "Beng", "Gujr", "Guru", "Taml", "Telu", "Knda", "Mlym")
    )
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{{}}">{_FILL}<a:prstDash val="solid"/></a:ln>'
_STYLES = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join(_LINE.format(w) for w in (6350, 12700, 19050))}"
    "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>"
    * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme>"
)


def theme_xml(theme: Theme, name: str) -> bytes:
    """What PowerPoint lists under Design, Variants: eleven colours and one face."""
    ground, ink, band, soft = theme.ground, theme.ink, theme.band, theme.soft
    light, dark = (
        ((ground, band), (ink, soft))
        if is_light(theme)
        else ((ink, soft), (ground, band))
    )
    colours = {
        "dk1": dark[0],
        "lt1": light[0],
        "dk2": dark[1],
        "lt2": light[1],
        "accent1": theme.lit,
        "accent2": theme.accent,
        "accent3": theme.dot,
        "accent4": theme.ring,
        "accent5": theme.band_soft,
        "accent6": theme.band_lit,
        "hlink": theme.band_ink,
        "folHlink": soft,
    }
    scheme = "".join(
        f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>'
        for slot, colour in colours.items()
    )
    fonts = f"<a:majorFont>{_FACES}</a:majorFont><a:minorFont>{_FACES}</a:minorFont>"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme {NAMESPACES.split(" xmlns:r")[0]} name="{name} {theme.label}">'
        f'<a:themeElements><a:clrScheme name="{name} {theme.label}">{scheme}'
        f'</a:clrScheme><a:fontScheme name="Arial">{fonts}</a:fontScheme>{_STYLES}'
        "</a:themeElements></a:theme>"
    ).encode()


def is_light(theme: Theme) -> bool:
    """Whether its ground is: PowerPoint keeps light and dark colours apart."""
    red, green, blue = (int(theme.ground[at : at + 2], 16) for at in (1, 3, 5))
    return (red * 299 + green * 587 + blue * 114) / 1000 > _BRIGHT


@lru_cache(maxsize=8)
def master_xml(theme: Theme) -> str:
    """The ground, and how a title and a text are written unless a box says otherwise."""
    swapped = {"bg": "lt", "tx": "dk"} if is_light(theme) else {"bg": "dk", "tx": "lt"}
    mapped = " ".join(
        f'{name}{number}="{slot}{number}"'
        for number in (1, 2)
        for name, slot in swapped.items()
    )
    same = [f"accent{number}" for number in range(1, 7)] + ["hlink", "folHlink"]
    mapped += "".join(f' {name}="{name}"' for name in same)
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        '<a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{GROUP}{_placeholder(2, 'title', 'Title')}"
        f"{_placeholder(3, 'body', 'Text')}</p:spTree></p:cSld><p:clrMap {mapped}/>"
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/>'
        f"</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{_level('mj')}</p:titleStyle>"
        f"<p:bodyStyle>{_level('mn')}</p:bodyStyle><p:otherStyle>{_level('mn')}"
        "</p:otherStyle></p:txStyles></p:sldMaster>"
    )


GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def _placeholder(number: int, kind: str, name: str) -> str:
    top = 457200 if kind == "title" else 1828800
    index = ' idx="1"' if kind == "body" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="731520" y="{top}"/><a:ext cx="10728960" cy="1219200"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>"
        f'<a:rPr lang="en-GB"/><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _level(face: str) -> str:
    return (
        '<a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" '
        'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/>'
        '</a:spcBef><a:buNone/><a:defRPr lang="en-GB" sz="2400" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/>'
        f'<a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl1pPr>'
    )
