"""What people, programs and enemies may hand to the engine."""

import io
from dataclasses import replace

from PIL import Image

from amd.cards import Card, Content, Photo
from tests.amd.cards.samples import (
    STORY,
    USUAL,
    noisy_photo,
    plain_photo,
    social,
    vignette,
)

WORDS = {
    "nothing": "",
    "spaces": " \n\t\u00a0 ",
    "marks alone": "“”",
    "control": "a\x00b\x1b[31m\x7f",
    "joiners": "\u200d\u200c\u2060\ufe0f" * 40,
    "accents": "e" + "\u0301" * 10_000,
    "vowel signs": "क" + "\u0940" * 10_000,
    "long word": "w" * 5_000,
    "long word of Arabic": "م" * 5_000,
    "long word of Chinese": "证" * 5_000,
    "no space to break at": "a\u00a0" * 2_500,
    "overrides": "a\u202egnirts\u202c b",
    "isolates": "a \u2067אב\u2069 b",
    "embeddings": "\u202bab\u202c",
    "surrogate": "a \ud83d b",
    "surrogates the wrong way": "\udcda\ud83d",
    "private letters": "\ue000\uf8ff\U0010fffd",
    "no letters": "\ufffe\uffff\U0001ffff",
    "hieroglyphs": "\U00013000\U00013001",
    "brackets": "א" + "(" * 2_000 + ")" * 2_000,
    "emoji without end": "👩🏽‍⚕️" * 900,
    "family without end": "👩" + "\u200d👩" * 2_000,
    "flags": "🏴" + "\U000e0067" * 2_000,
    "regions": "🇬" * 1_999,
    "ligatures": "\ufdfa" * 300,
    "every script": "".join(chr(code) for code in range(0x20, 0x3000, 7)),
    "a thousand lines": "word\n" * 1_000,
    "markup": "<b>#set page(width: 1pt)</b> $\\alpha$ {{ name }} %s",
}
"""By what it is; for a quote, a headline, a name."""


def _picture(size: tuple[int, int], kind: str, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


PICTURES = {
    "no bytes": b"",
    "no picture": b"GIF89a" + b"\0" * 500,
    "one pixel": _picture((1, 1), "PNG"),
    "a line": _picture((4_000, 1), "PNG"),
    "cut short": plain_photo().data[:700],
    "far too large": _picture((9_000, 9_000), "PNG", "1"),
    "a palette": _picture((400, 300), "PNG", "P"),
    "four inks": _picture((400, 300), "JPEG", "CMYK"),
    "noise": noisy_photo().data,
}


def bad_cards() -> dict[str, Card]:
    """Each bad thing in each field where it may come, in both designs."""
    found = {}
    for what, words in WORDS.items():
        for field in ("quote", "name"):
            found[f"{field}: {what}"] = social(_with(USUAL, field, words))
        for field in ("headline", "body"):
            found[f"{field}: {what}"] = vignette(_with(STORY, field, words))
    for what, data in PICTURES.items():
        photo = Photo(data, (0.5, 2.0))
        found[f"photo: {what}"] = social(replace(USUAL, photo=photo))
        found[f"picture: {what}"] = vignette(replace(STORY, photo=photo))
        found[f"logo: {what}"] = social(replace(USUAL, logos=(data,)))
    return found


def _with(content: Content, field: str, words: str) -> Content:
    return replace(content, **{field: words})
