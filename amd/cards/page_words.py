"""The words of a page as other programs read them: each letter once.

In some scripts a letter is several glyphs, and one that stands off the line, a dot or a
vowel sign, is written on its own with the whole letter as its text: the letter would be
read twice. Such a glyph is given no text where those beside it have it already.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

_OFFSET = re.compile(rb"(\d{10}) \d{5} n\r\n")
_REFERENCE = rb"/%s (\d+) 0 R"
_FONTS = re.compile(rb"/Font<<(.*?)>>", re.DOTALL)
_STREAM = re.compile(rb"<</Length (\d+)(.*?)>>\nstream\n", re.DOTALL)
_PART = re.compile(
    rb"/Span<</MCID \d+>>BDC\nq 1 0 0 -1 [-\d.]+ ([-\d.]+) cm.*?\nET\nQ\nEMC",
    re.DOTALL,
)
_STRING = rb"\(((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*)\)"
_ACTUAL = rb"/Span<</ActualText(?:<FEFF([0-9A-F]*)>|" + _STRING + rb")>>BDC"
_TOKEN = re.compile(_ACTUAL + rb"|(EMC)|/(f\d+) [\d.]+ Tf|" + _STRING, re.DOTALL)
_SPOKEN = re.compile(_ACTUAL + rb"(.*?)\nEMC(?=.*\nET)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n")
_ON_LINE_PT = 0.012

_Fonts = Mapping[bytes, Mapping[bytes, str]]


def read_once(pdf: bytes, baselines: Iterable[float]) -> bytes:
    """The same page, the text of what stands off the given baselines mended.

    Baselines are in points from the foot of the page. It reads the files that typst
    writes, and no others.
    """
    objects = _objects(pdf)
    page = next(each for each in objects if b"/Type/Page/" in each)
    at = _referred(page, b"Contents")
    resources = objects[_referred(page, b"Resources")]
    fonts = {
        name: _letters_of(objects, objects[int(number)])
        for name, number in re.findall(
            rb"/(f\d+) (\d+) 0 R", _found(_FONTS, resources).group(1)
        )
    }
    content = _mended(_unpacked(objects[at]), tuple(baselines), fonts)
    packed = zlib.compress(content)
    start = objects[at].index(b"<</Length")
    objects[at] = objects[at][:start] + (
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream\nendobj\n"
        % (len(packed), packed)
    )
    return _file(pdf, objects)


def _mended(content: bytes, baselines: tuple[float, ...], fonts: _Fonts) -> bytes:
    parts = list(_PART.finditer(content))
    heights = [float(part.group(1)) for part in parts]
    lines = {
        height
        for height in set(heights)
        if min(abs(base - height) for base in baselines) < _ON_LINE_PT
    }
    text_of = lru_cache(lambda at: _text(parts[at].group(0), fonts))
    said = _said_once(text_of, [height in lines for height in heights])
    found, last = [], 0
    for at, part in enumerate(parts):
        if at in said:
            found += [content[last : part.start()], _saying(part, said[at])]
            last = part.end()
    return b"".join([*found, content[last:]])


def _said_once(text_of: Callable[[int], str], on_line: list[bool]) -> dict[int, str]:
    """What to say instead, by the number of the part that says it.

    What stands off the line says nothing; letters that no part beside it says are said
    by the one before.
    """
    said: dict[int, str] = {}
    for at in (at for at, on in enumerate(on_line) if not on):
        said[at] = ""
        before = next((k for k in range(at, -1, -1) if on_line[k]), None)
        after = next((k for k in range(at, len(on_line)) if on_line[k]), None)
        text, beside = text_of(at), ""
        for k in (before, after):
            beside += "" if k is None else said.get(k, text_of(k))
        if before is not None and not set(text) <= set(beside):
            said[before] = said.get(before, text_of(before)) + text
    return said


def _saying(part: re.Match[bytes], words: str) -> bytes:
    """The part with these words as its text, whatever it shows."""
    plain = _SPOKEN.sub(rb"\3", part.group(0))
    code = words.encode("utf-16-be").hex().upper().encode()
    # Within the text's own space: some readers ask only at its end where it stands.
    said = b"\nBT/Span<</ActualText<FEFF%b>>>BDC" % code
    return plain.replace(b"\nBT", said, 1).replace(b"\nET", b"\nEMC\nET", 1)


def _text(part: bytes, fonts: _Fonts) -> str:
    """What a part of the page reads as."""
    found, font, spoken = [], b"", False
    for token in _TOKEN.finditer(part):
        said, ascii_said, end, name, glyphs = token.groups()
        if name:
            font = name
        elif end:
            spoken = False
        elif glyphs is not None:
            codes = b"" if spoken else _ESCAPED.sub(_unescaped, glyphs)
            pairs = (codes[k : k + 2] for k in range(0, len(codes), 2))
            found += [fonts[font].get(pair, "") for pair in pairs]
        else:
            plain = _ESCAPED.sub(_unescaped, ascii_said or b"").decode("latin-1")
            found.append(
                plain or bytes.fromhex((said or b"").decode()).decode("utf-16-be")
            )
            spoken = True
    return "".join(found)


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found.group(1)
    return bytes([int(code, 8)]) if len(code) == 3 else _LETTERS.get(code, code)


def _letters_of(objects: list[bytes], font: bytes) -> dict[bytes, str]:
    mapping = _unpacked(objects[_referred(font, b"ToUnicode")])
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _MAPPED.findall(mapping)
    }


def _objects(pdf: bytes) -> list[bytes]:
    """Every object by its number, as written; nothing for the one that is none."""
    start = int(pdf[pdf.rindex(b"startxref") + 9 : pdf.rindex(b"%%EOF")])
    offsets = [int(offset) for offset in _OFFSET.findall(pdf, start)]
    order = [*sorted(offsets), start]
    ends = dict(pairwise(order))
    return [b"", *(pdf[offset : ends[offset]] for offset in offsets)]


def _file(pdf: bytes, objects: list[bytes]) -> bytes:
    """The objects in a file again, each where the table at its end says."""
    old = int(pdf[pdf.rindex(b"startxref") + 9 : pdf.rindex(b"%%EOF")])
    first = min(int(offset) for offset in _OFFSET.findall(pdf, old))
    table, at = [b"0000000000 65535 f\r\n"], first
    for each in objects[1:]:
        table.append(b"%010d 00000 n\r\n" % at)
        at += len(each)
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    return b"".join(
        (
            pdf[:first],
            *objects,
            b"xref\n0 %d\n" % len(table),
            *table,
            trailer,
            b"startxref\n%d\n%%%%EOF" % at,
        )
    )


def _unpacked(stream: bytes) -> bytes:
    head = _found(_STREAM, stream)
    return zlib.decompress(stream[head.end() : head.end() + int(head.group(1))])


def _referred(thing: bytes, name: bytes) -> int:
    return int(_found(re.compile(_REFERENCE % name), thing).group(1))


def _found(pattern: re.Pattern[bytes], text: bytes) -> re.Match[bytes]:
    match = pattern.search(text)
    if match is None:
        raise ValueError(f"a page is not written as it used to be: {pattern.pattern!r}")
    return match
