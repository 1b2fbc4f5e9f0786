"""The last step: pixels to PNG, JPEG or WebP bytes, the same bytes every time."""

import io
import struct
from collections.abc import Mapping
from xml.sax.saxutils import escape

from isal import isal_zlib
from PIL import Image, ImageChops

from amd.cards.words import clean

KINDS = ("png", "jpeg", "webp")
_DOTS_PER_METRE = 2835  # 72 dpi
_KEYWORDS = {
    "title": "Title",
    "alt_text": "Description",
    "credit": "Author",
    "terms": "Copyright",
}
"""Of https://www.w3.org/TR/png-3/#11keywords"""
_IN_ENGLISH = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
_DUBLIN_CORE = {
    "title": f"<dc:title>{_IN_ENGLISH}</dc:title>",
    "alt_text": f"<dc:description>{_IN_ENGLISH}</dc:description>",
    "credit": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "terms": f"<dc:rights>{_IN_ENGLISH}</dc:rights>",
}
_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "{}</rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
)

_UP = b"\x02"
_BAND_ROWS = 256
"""Few enough to take little memory beside the picture."""
_FIRST = 16
"""The most bytes that ISA-L leaves to its careful end of a stream."""

# One large block raises glibc's threshold for fresh pages: later buffers are reused,
# which makes encoding two to three times as fast.
bytearray(24 << 20)


def encode(
    image: Image.Image, kind: str, about: Mapping[str, str] | None = None
) -> bytes:
    """`about` is written into PNG and JPEG by its keys: title, alt text, credit, terms."""
    if kind == "png":
        return _png(image, about or {})
    if kind == "jpeg":
        options = {"xmp": _xmp(about)} if about else {}
        return _saved(image, "JPEG", quality=90, subsampling=0, dpi=(72, 72), **options)
    if kind == "webp":
        return _saved(image, "WEBP", quality=86, method=2)
    raise ValueError(f"kind {kind!r} is not one of {', '.join(KINDS)}")


def _saved(image: Image.Image, name: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, name, **options)
    return out.getvalue()


def _png(image: Image.Image, about: Mapping[str, str]) -> bytes:
    """In RGB: a tenth of the time of Pillow's encoder."""
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)
    density = struct.pack(">IIB", _DOTS_PER_METRE, _DOTS_PER_METRE, 1)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"sRGB", b"\x00"),
            _chunk(b"pHYs", density),
            *(_text(_KEYWORDS[key], value) for key, value in about.items()),
            _chunk(b"IDAT", _compressed(_filtered(image))),
            _chunk(b"IEND", b""),
        )
    )


def _filtered(image: Image.Image) -> bytearray:
    """Every row less the row above it, behind the number of that filter, "up".

    Pillow leaves a byte free after each row, which takes the number of the next.
    """
    width, height = image.size
    stride = width * 3 + 1
    rows = bytearray(_UP)
    for top in range(0, height, _BAND_ROWS):
        bottom = min(top + _BAND_ROWS, height)
        band = image.crop((0, top, width, bottom))
        above = image.crop((0, top - 1, width, bottom - 1))
        less = ImageChops.subtract_modulo(band, above)
        rows += less.tobytes("raw", "RGB", stride)
    rows[stride::stride] = _UP * height
    del rows[-1]
    return rows


def _compressed(rows: bytearray) -> bytes:
    """In ISA-L 2.32 the quick way into a stream hashes an address in memory.

    One process in 150 then picks another match. What is flushed before it grows long
    goes the careful way, which hashes the bytes alone, and so the rest has its start.
    """
    view = memoryview(rows)
    stream = isal_zlib.compressobj(1)
    return b"".join(
        (
            stream.compress(view[:_FIRST]),
            stream.flush(isal_zlib.Z_SYNC_FLUSH),
            stream.compress(view[_FIRST:]),
            stream.flush(),
        )
    )


def _text(keyword: str, value: str) -> bytes:
    """International text, not compressed, of no stated language."""
    head = keyword.encode("ascii") + b"\0\0\0\0\0"
    return _chunk(b"iTXt", head + value.encode("utf-8", "replace"))


def _xmp(about: Mapping[str, str]) -> bytes:
    """The same as Dublin Core, which is where programs look in a JPEG."""
    fields = "".join(
        _DUBLIN_CORE[key].format(escape(clean(value))) for key, value in about.items()
    )
    return _XMP.format(fields).encode()


def _chunk(name: bytes, data: bytes) -> bytes:
    check = isal_zlib.crc32(data, isal_zlib.crc32(name))
    return b"".join(
        (struct.pack(">I", len(data)), name, data, struct.pack(">I", check))
    )
