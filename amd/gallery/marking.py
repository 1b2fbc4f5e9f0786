"""The words that were looked for, marked in what is shown."""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amd.publishing.search import Asked

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# How much of a text is shown round the first word found.
BEFORE = 60
EXCERPT_CHARACTERS = 170

Span = tuple[int, int]


def marked(text: str, asked: Asked) -> SafeString:
    """Safe HTML, with <mark> round each word that was asked for."""
    return _with_marks(text, _spans(text, asked))


def excerpt(texts: Iterable[str], asked: Asked) -> SafeString | str:
    """Some words round the first one found, marked; "" where there is none."""
    for text in texts:
        plain = unicodedata.normalize("NFC", " ".join(text.split()))
        spans = _spans(plain, asked)
        if spans:
            return _cut(plain, spans)
    return ""


def _cut(text: str, spans: list[Span]) -> SafeString:
    """At whole words, with dots where something is left out."""
    first = spans[0][0]
    start = text.find(" ", first - BEFORE) + 1 if first > BEFORE else 0
    end = len(text)
    if end - start > EXCERPT_CHARACTERS:
        end = max(text.rfind(" ", start, start + EXCERPT_CHARACTERS), spans[0][1])
    inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
    return format_html(
        "{}{}{}",
        "… " if start else "",
        _with_marks(text[start:end], inside),
        " …" if end < len(text) else "",
    )


def _spans(text: str, asked: Asked) -> list[Span]:
    found = WORD.finditer(text)
    return [match.span() for match in found if asked.marks(match[0])]


def _with_marks(text: str, spans: list[Span]) -> SafeString:
    ends = [0, *(end for _, end in spans)]
    marks = format_html_join(
        "",
        "{}<mark>{}</mark>",
        ((text[at:a], text[a:b]) for at, (a, b) in zip(ends, spans, strict=False)),
    )
    return format_html("{}{}", marks, text[ends[-1] :])
