"""The sentences of a text, to judge a thing by the words around it."""

import re

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
MOST_CHARACTERS = 300


def sentences_of(text: str) -> list[str]:
    return [each.strip() for each in _END.split(text) if each.strip()]


def sentence_with(words: str, text: str) -> str:
    """The sentence in which they stand, shortened around them; they, where none has."""
    for sentence in sentences_of(text):
        start = sentence.find(words)
        if start >= 0:
            return _shortened(sentence, start, start + len(words))
    return words


def _shortened(sentence: str, start: int, end: int) -> str:
    if len(sentence) <= MOST_CHARACTERS:
        return sentence
    spare = max(0, MOST_CHARACTERS - (end - start)) // 2
    first, last = max(0, start - spare), min(len(sentence), end + spare)
    before = "… " if first else ""
    after = " …" if last < len(sentence) else ""
    return f"{before}{sentence[first:last].strip()}{after}"
