"""A corpus made on the spot: ordinary pictures, odd ones and hostile ones."""

import io
import struct
import warnings
import zlib
from contextlib import contextmanager

from django.db import connection
from PIL import Image, ImageDraw


def drawn(size=(400, 300), mode="RGB"):
    """A picture whose top left quarter is red, so that turning it shows."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    return image.convert(mode)


def saved(image=None, kind="JPEG", **options):
    out = io.BytesIO()
    (image or drawn()).save(out, kind, **options)
    return out.getvalue()


def every_other_format():
    """Every format that Pillow writes and we do not take, by name."""
    Image.init()
    for kind in sorted(set(Image.SAVE) - {"JPEG", "PNG", "WEBP", "MPO"}):
        for mode in ("RGB", "L", "1", "P", "RGBA"):
            try:
                with warnings.catch_warnings(action="ignore"):
                    data = saved(drawn((64, 64), mode), kind)
            # What a plug-in cannot write in this mode is written in another, or not.
            except (OSError, ValueError, KeyError, RuntimeError, ImportError):
                continue
            yield kind, data
            break


def png_header(width, height):
    """A PNG that says it is this large and holds one line of nothing."""

    def chunk(name, data):
        checksum = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    line = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", line)
        + chunk(b"IEND", b"")
    )


def exif(orientation=1, gps=False):
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "SecretCamera"
    if gps:
        data.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W"})
    return data


@contextmanager
def swept_before_it_is_claimed():
    """As if the nightly sweep came between the check of a form and its save.

    On this one connection the refusal takes the sweep back too: it is made again.
    """
    swept = []

    def sweep(execute, sql, params, many, context):
        verb = ("SELECT", "UPDATE")[not swept]
        if len(swept) < 2 and sql.startswith(verb) and "pictures_picture" in sql:
            swept.append(sql)
            context["connection"].cursor().execute("DELETE FROM pictures_picture")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(sweep):
        yield
    assert swept
