"""Which letters a card cannot draw, in sentences for the person who typed them."""

import re
import unicodedata

import regex

from amd.cards.compose import LONGEST_READ
from amd.cards.content import Content, Problem
from amd.cards.runs import UNDRAWN, clusters, undrawable
from amd.cards.words import typeset

SLOT_NAMES = {
    "quote": "the quote",
    "name": "the name",
    "title": "the job title",
    "organisation": "the organisation",
    "headline": "the headline",
    "figure": "the figure",
    "figure_basis": "the basis of the figure",
    "body": "the story",
    "working_with": "who it was done with",
    "service": "the library service",
    "kicker": "the line above the headline",
    "mark": "the mark",
    "address": "the address",
    "hashtag": "the hashtag",
}
_IGNORED = frozenset(UNDRAWN + "\t\n\r\f\v\u2028\u2029")
_UNSEEN = {
    "Cc": "a control character",
    "Cs": "half a character",
    "Co": "a private character",
    "Cn": "an unknown character",
}
_INVISIBLE = ("Cc", "Cf", "Cs")
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_STRAY_TONE = regex.compile(
    r"(?<!\p{Emoji_Modifier_Base}\ufe0f?)\p{Emoji_Modifier}|(?<=[👪👯])\p{Emoji_Modifier}"
)
"""A tone of skin after nothing that has one: it would be drawn as a picture."""
_MOST_MARKS = 4
_MOST_SIGNS = 8
"""Vowel signs of one syllable, which stand beside each other more than above."""
_LONGEST_CLUSTER = 32
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f")
"""Letters without a shape make the flags of England, Scotland and Wales."""
_MOST_NAMED = 5
_SEEN_SOON = 200


def letter_problems(content: Content) -> list[Problem]:
    """Letters that no face can draw, or that would upset the others."""
    return [
        problem
        for slot in SLOT_NAMES
        if (problem := _letters(slot, getattr(content, slot))) is not None
    ]


def _letters(slot: str, text: str) -> Problem | None:
    if text.isascii() and text.isprintable():
        return None
    set_text = unicodedata.normalize("NFC", text[: LONGEST_READ * 4])
    absent = set(undrawable(set_text))
    refused = [
        char
        for char in dict.fromkeys(_FLAG.sub("", set_text))
        if char not in _IGNORED and (char in absent or _hidden(char))
    ]
    refused += dict.fromkeys(_STRAY_TONE.findall(set_text))
    if refused:
        return Problem(slot, _refusal(slot, refused))
    if _too_many_marks(set_text):
        return Problem(slot, f"Remove some of the accents from {SLOT_NAMES[slot]}")
    return None


def _refusal(slot: str, refused: list[str]) -> str:
    named = [_named(char) for char in refused[:_MOST_NAMED]]
    if len(refused) > _MOST_NAMED:
        named.append("others")
    found, slot = _listed(named), SLOT_NAMES[slot]
    if all(unicodedata.category(char) in _INVISIBLE for char in refused):
        said = f"Type {slot} again instead of pasting it: it has {found}"
        return f"{said}, which nobody sees and the card cannot draw"
    thing = "it" if len(refused) == 1 else "them"
    return f"Remove {found} from {slot}: the card cannot draw {thing}"


def tone_warnings(content: Content) -> list[Problem]:
    """Where an emoji loses the tone of its skin: the card draws it in one colour."""
    return [
        Problem(slot, f"Emoji in {SLOT_NAMES[slot]} are drawn without their skin tone")
        for slot in SLOT_NAMES
        if _TONE.search(getattr(content, slot))
    ]


def unseen(content: Content) -> list[Problem]:
    """Where all that was typed steers letters that are not there."""
    return [
        Problem(slot, f"Type {SLOT_NAMES[slot]} again: it has no letter to be seen")
        for slot in SLOT_NAMES
        if (typed := getattr(content, slot)[:_SEEN_SOON].strip()) and not typeset(typed)
    ]


def _hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")


def _named(char: str) -> str:
    """The character itself where that can be seen, else its number and name."""
    category = unicodedata.category(char)
    if category.startswith("C") or category == "Mn":
        name = _UNSEEN.get(category) or unicodedata.name(char, "a mark").lower()
        return f"U+{ord(char):04X} ({name})"
    return char


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _too_many_marks(text: str) -> bool:
    """Whether some letter bears more than any language writes on one."""
    for cluster in clusters(text):
        signs = [char for char in cluster if unicodedata.category(char)[0] == "M"]
        stacked = [
            char
            for char in signs
            if unicodedata.combining(char) or unicodedata.category(char) == "Me"
        ]
        if len(stacked) > _MOST_MARKS or len(signs) > _MOST_SIGNS:
            return True
        if len(cluster) > _LONGEST_CLUSTER:
            return True
    return False
