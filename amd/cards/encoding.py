"""The last step: pixels to PNG, JPEG or WebP bytes, the same bytes every time."""

import io
import struct
import zlib

from isal import isal_zlib
from PIL import Image, ImageChops

KINDS = ("png", "jpeg", "webp")
_DOTS_PER_METRE = 2835  # 72 dpi

# One large block raises glibc's threshold for fresh pages: later buffers are reused,
# which makes encoding two to three times as fast.
bytearray(24 << 20)


def encode(image: Image.Image, kind: str) -> bytes:
    if kind == "png":
        return _png(image)
    if kind == "jpeg":
        return _saved(image, "JPEG", quality=90, subsampling=0, dpi=(72, 72))
    if kind == "webp":
        return _saved(image, "WEBP", quality=86, method=2)
    raise ValueError(f"kind {kind!r} is not one of {', '.join(KINDS)}")


def _saved(image: Image.Image, name: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, name, **options)
    return out.getvalue()


def _png(image: Image.Image) -> bytes:
    """RGB with the "up" filter on every row: a tenth of the time of Pillow's encoder."""
    width, height = image.size
    above = Image.new("RGB", image.size)
    above.paste(image, (0, 1))
    raw = ImageChops.subtract_modulo(image, above).tobytes()
    stride = width * 3
    rows = [raw[start : start + stride] for start in range(0, len(raw), stride)]
    body = b"\x02" + b"\x02".join(rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    density = struct.pack(">IIB", _DOTS_PER_METRE, _DOTS_PER_METRE, 1)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"sRGB", b"\x00"),
            _chunk(b"pHYs", density),
            _chunk(b"IDAT", isal_zlib.compress(body, 1)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
