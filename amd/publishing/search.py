"""Folding: what is stored to be searched, and what is asked, in the same plain letters."""

import unicodedata

MAX_QUERY_CHARACTERS = 200
MAX_QUERY_WORDS = 10

# Letters that do not come apart into a plain letter and an accent.
PLAIN = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
    }
)


def fold(text: str) -> str:
    """Lower case, without accents or control characters, single spaces.

    >>> fold("Nwŷfre  ŁUKASZ")
    'nwyfre lukasz'
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        " " if unicodedata.category(character)[0] == "C" else character
        for character in apart
        if not unicodedata.combining(character)
    )
    return " ".join(kept.translate(PLAIN).split())


def query_words(query: str) -> list[str]:
    """The folded words to look for, in the order typed and each once; at most ten."""
    words = fold(query[:MAX_QUERY_CHARACTERS]).replace('"', " ").split()
    return list(dict.fromkeys(words))[:MAX_QUERY_WORDS]
