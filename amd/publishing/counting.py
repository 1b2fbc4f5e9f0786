"""How long a post is, as each network counts it: letters, links and emoji differ."""

import unicodedata

import regex

LINK_CHARACTERS = 23
"""What X and Mastodon count for a link of any length."""
_EMOJI_ON_X = 2
_NARROW = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""What X counts once; every other letter twice (version 3 of its twitter-text)."""
_CLUSTER = regex.compile(r"\X")
_EMOJI = regex.compile(r"[\p{Emoji_Presentation}\p{RI}\ufe0f\u20e3]")
_LINK = regex.compile(r"https?://[^\s”’»<>]*[^\s”’»<>.,;:!?…()\[\]{}]")
# X makes a link of "nice.org.uk" too, where it knows the ending.
_PERHAPS_LINK = regex.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s”’»<>]*)?", regex.IGNORECASE
)


def on_x(text: str) -> int:
    """Latin letters once, Chinese letters and emoji twice, each link as 23."""
    text = unicodedata.normalize("NFC", text)
    links = LINK_CHARACTERS * len(_LINK.findall(text))
    rest = _LINK.sub("", text)
    more = (LINK_CHARACTERS - _weight(each) for each in _PERHAPS_LINK.findall(rest))
    return links + _weight(rest) + sum(each for each in more if each > 0)


def on_mastodon(text: str) -> int:
    """Letters as readers see them, each link as 23."""
    links = LINK_CHARACTERS * len(_LINK.findall(text))
    return links + graphemes(_LINK.sub("", text))


def on_threads(text: str) -> int:
    """Characters, but for an emoji the bytes it takes."""
    return sum(
        len(each.encode()) if _EMOJI.search(each) else len(each)
        for each in _CLUSTER.findall(text)
    )


def on_bluesky(text: str) -> int:
    """Letters as readers see them; ten bytes are one, where there are more of those."""
    return max(graphemes(text), -(-len(text.encode()) // 10))


def graphemes(text: str) -> int:
    """Letters as readers see them: an emoji of many parts is one."""
    return len(_CLUSTER.findall(text))


def utf16_units(text: str) -> int:
    """As JavaScript counts, where an emoji is two or more: LinkedIn and Instagram."""
    return len(text.encode("utf-16-le")) // 2


def _weight(text: str) -> int:
    return sum(
        _EMOJI_ON_X if _EMOJI.search(each) else sum(map(_weight_of_letter, each))
        for each in _CLUSTER.findall(text)
    )


def _weight_of_letter(letter: str) -> int:
    return 1 if any(low <= ord(letter) <= high for low, high in _NARROW) else 2
