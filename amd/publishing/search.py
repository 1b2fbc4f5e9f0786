"""Words to search by: what is stored and what is asked, in the same plain stems.

They are folded, split and stemmed here, so that both databases find the same.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import snowballstemmer

MAX_QUERY_CHARACTERS = 200
MAX_QUERY_WORDS = 10
# A shorter beginning of a word would find nearly everything.
MIN_PREFIX_CHARACTERS = 3
# No word is longer; what is, is a file or an attack, and databases have a limit.
MAX_WORD_CHARACTERS = 60
# Left out of a question, but for one that has nothing else or puts them in quotes.
COMMON = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "in", "is")
    + ("it", "its", "not", "of", "on", "or", "that", "the", "this", "to", "was")
    + ("were", "which", "with")
)

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
# A word, with the apostrophes in it; a number with the commas between its thousands.
WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:'[^\W_]+)*")
QUOTED_OR_NOT = re.compile(r'"([^"]*)"|([^\s"]+)')


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


def words_of(folded: str) -> list[str]:
    """The words of folded text: "the library's 1,200" is the, library, 1200."""
    found = (match.replace(",", "") for match in WORD.findall(folded))
    plain = (word.removesuffix("'s").replace("'", "") for word in found)
    return [word[:MAX_WORD_CHARACTERS] for word in plain]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What libraries and library have in common. A stemmer keeps state: one a call."""
    return str(snowballstemmer.stemmer("english").stemWord(word))


def stems_of(folded: str) -> str:
    """As they are stored, one after the other, to be found also as a phrase."""
    return " ".join(stem(word) for word in words_of(folded))


def forms_of(folded: str) -> str:
    """The words as written where their stem differs, each once: found by a beginning."""
    return " ".join(sorted({w for w in words_of(folded) if stem(w) != w}))


@dataclass(frozen=True)
class Part:
    """One word, or several that stand together; `prefix` is a word only begun."""

    stems: tuple[str, ...]
    prefix: str = ""


@dataclass(frozen=True)
class Asked:
    """Each part must be there, in any order. Without a part nothing can be found."""

    parts: tuple[Part, ...]

    def marks(self, written: str) -> bool:
        """Whether this word of a text is one that was asked for."""
        return any(
            stem(word) in self._stems or (self._begun and word.startswith(self._begun))
            for word in _plain(written)
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(each for part in self.parts for each in part.stems)

    @cached_property
    def _begun(self) -> tuple[str, ...]:
        return tuple(part.prefix for part in self.parts if part.prefix)


@lru_cache(maxsize=50_000)
def _plain(written: str) -> tuple[str, ...]:
    return tuple(words_of(fold(written)))


def read_query(typed: str) -> Asked:
    """What somebody typed: words, "phrases in quotes", and beginnings of words*.

    The last word may be one that is still being typed.
    """
    straight = typed[:MAX_QUERY_CHARACTERS].translate({0x201C: '"', 0x201D: '"'})
    parts = list(_parts(fold(straight)))
    telling = [part for part, is_common in parts if not is_common]
    kept = telling or [part for part, _ in parts]
    return Asked(tuple(dict.fromkeys(kept))[:MAX_QUERY_WORDS])


def _parts(folded: str) -> Iterable[tuple[Part, bool]]:
    """Each part, and whether it is one of the words that stand everywhere."""
    found = list(QUOTED_OR_NOT.finditer(folded))
    for match in found:
        words = words_of(match[1] or match[2] or "")[:MAX_QUERY_WORDS]
        if not words:
            continue
        is_begun = match[2] and (match is found[-1] or match[2].endswith("*"))
        prefix = words[0] if len(words) == 1 and is_begun else ""
        if len(prefix) < MIN_PREFIX_CHARACTERS:
            prefix = ""
        is_common = bool(match[2]) and len(words) == 1 and words[0] in COMMON
        yield Part(tuple(stem(word) for word in words), prefix), is_common
