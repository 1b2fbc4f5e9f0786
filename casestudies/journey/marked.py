"""The sentences in which words were found, with those words marked: what an author looks at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amd.moderation.checks.findings import Finding


@dataclass(frozen=True)
class Marked:
    """One sentence: `said` tells of each thing found in it, `parts` are (text, is found)."""

    field: str
    said: tuple[str, ...]
    parts: tuple[tuple[str, bool], ...]


def marked(findings: Iterable[Finding]) -> list[Marked]:
    """Each sentence once, in the order in which the first of its findings stands."""
    sentences: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        sentences.setdefault((each.field, each.around), []).append(each)
    return [
        Marked(
            field,
            tuple(each.sentence for each in found),
            tuple(_parts(around, [each.words for each in found])),
        )
        for (field, around), found in sentences.items()
    ]


def _parts(sentence: str, found: list[str]) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces; words that overlap others found before them stay unmarked."""
    done = 0
    for start, end in sorted(_spans(sentence, found)):
        if start < done:
            continue
        if start > done:
            yield sentence[done:start], False
        yield sentence[start:end], True
        done = end
    if done < len(sentence):
        yield sentence[done:], False


def _spans(sentence: str, found: list[str]) -> Iterator[tuple[int, int]]:
    for words in found:
        start = sentence.find(words)
        if words and start >= 0:
            yield start, start + len(words)
