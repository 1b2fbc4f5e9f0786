"""Made-up prose: few words very often, many words rarely, as in any language."""

import json
import random
from functools import cache
from itertools import accumulate
from pathlib import Path

from amd.campaign import data

SAMPLES = Path(data.__file__).parent / "samples"
SYLLABLES = ("ba", "cor", "den", "fi", "gal", "hes", "lum", "mar", "nod", "pre", "rit")
INVENTED = 3_000


class Prose:
    """Sentences, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # nothing is kept secret with it
        self.words = vocabulary()
        # Zipf's law: the second word half as often as the first, and so on.
        self.weights = list(accumulate(1 / (n + 1) for n in range(len(self.words))))

    def some(self, least: int, most: int) -> str:
        """So many words as sentences, of which short ones are the most common."""
        count = least + int((most - least) * self.chance.random() ** 2)
        picked = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        parts, at = [], 0
        while at < len(picked):
            length = self.chance.randint(5, 18)
            sentence = " ".join(picked[at : at + length])
            parts.append(f"{sentence[:1].upper()}{sentence[1:]}.")
            at += length
        return " ".join(parts)

    def line(self, least: int, most: int) -> str:
        return self.some(least, most).replace(".", "")

    def name(self) -> str:
        """A word that hardly stands anywhere else, with a capital."""
        return self.chance.choice(self.words[-INVENTED:]).capitalize()

    def skewed(self, choices: list[str]) -> str:
        """The first of them half of the time, the next a quarter, and so on."""
        for choice in choices:
            if self.chance.random() < 0.5:
                return choice
        return self.chance.choice(choices)


@cache
def vocabulary() -> tuple[str, ...]:
    """The words of the samples by how often they stand there, then invented ones."""
    said: dict[str, int] = {}
    for path in sorted(SAMPLES.glob("*.json")):
        for word in _words_in(json.loads(path.read_text(encoding="utf-8"))):
            said[word] = said.get(word, 0) + 1
    known = sorted(said, key=lambda word: (-said[word], word))
    return (*known, *_invented(INVENTED, set(known)))


def _words_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [word for word in value.lower().split() if word.isalpha()]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [word for each in value for word in _words_in(each)]
    return []


def _invented(count: int, known: set[str]) -> list[str]:
    chance = random.Random(count)  # noqa: S311  # nothing is kept secret with it
    made: dict[str, None] = {}
    while len(made) < count:
        word = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
        if word not in known:
            made[word] = None
    return list(made)
