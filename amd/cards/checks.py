"""What is wrong with a card before it is drawn, in sentences for the person typing."""

import re
import unicodedata

from amd.cards.compose import LONGEST_READ, Composition, compose
from amd.cards.content import Card, Content, Problem, Report
from amd.cards.foot import address_size
from amd.cards.formats import FORMATS
from amd.cards.logos import MOST, decoded_logo
from amd.cards.overflow import overflow
from amd.cards.photo import SMALLEST_PX, decoded
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
_SHARP = 0.7
"""Pixels of a photo for each pixel it covers, below which it looks soft."""
_MOST_MARKS = 4
_MOST_SIGNS = 8
"""Vowel signs of one syllable, which stand beside each other more than above."""
_LONGEST_CLUSTER = 32
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f")
"""Letters without a shape make the flags of England, Scotland and Wales."""
_MOST_NAMED = 5


def examine(card: Card, format_name: str) -> tuple[Report, Composition | None]:
    """Everything that would spoil this card in this format; if nothing does, its setting."""
    content = card.content
    problems = [*letter_problems(content), *_photo_problems(content)]
    problems += _logo_problems(content)
    required = card.design.required
    if not typeset(getattr(content, required)).strip("“”‘’'\" "):
        problems.append(Problem(required, f"Enter {SLOT_NAMES[required]}"))
    if problems:
        return Report(tuple(problems)), None
    foot = card.design.layouts[format_name].foot
    at_foot = ("address", "hashtag", "mark")
    longest = max(at_foot, key=lambda name: len(getattr(content, name)))
    if (
        len(getattr(content, longest)) > LONGEST_READ
        or address_size(foot, content) < foot.address_floor_px
    ):
        return Report((Problem(longest, f"Shorten {SLOT_NAMES[longest]}"),)), None
    found = compose(card, format_name)
    if found is None:
        return Report((_too_long(card, format_name),)), None
    warnings = [_left_out(name, format_name) for name in found.left_out]
    return Report(warnings=(*warnings, *_photo_warnings(content, found))), found


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
    if refused:
        named = [_named(char) for char in refused[:_MOST_NAMED]]
        if len(refused) > _MOST_NAMED:
            named.append("others")
        thing = "it" if len(refused) == 1 else "them"
        sentence = f"Remove {_listed(named)} from {SLOT_NAMES[slot]}: the card cannot"
        return Problem(slot, f"{sentence} draw {thing}")
    if _too_many_marks(set_text):
        return Problem(slot, f"Remove some of the accents from {SLOT_NAMES[slot]}")
    return None


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


def _photo_problems(content: Content) -> list[Problem]:
    if content.photo is None:
        return []
    image = decoded(content.photo.data)
    if image is None:
        return [Problem("photo", "Choose another photo: this one cannot be read")]
    if min(image.size) < SMALLEST_PX:
        size = f"{image.width} × {image.height} pixels"
        return [Problem("photo", f"Choose a larger photo: this one is {size}")]
    return []


def _photo_warnings(content: Content, found: Composition) -> list[Problem]:
    slot = found.arrangement.photo
    image = decoded(content.photo.data) if content.photo and slot else None
    if image is None or slot is None:
        return []
    if (
        image.width >= slot.box.width * _SHARP
        and image.height >= slot.box.height * _SHARP
    ):
        return []
    size = f"{image.width} × {image.height} pixels"
    return [Problem("photo", f"A larger photo would look sharper: this one is {size}")]


def _logo_problems(content: Content) -> list[Problem]:
    if len(content.logos) > MOST:
        return [Problem("logos", f"Choose at most {MOST} logos")]
    if any(decoded_logo(logo) is None for logo in content.logos):
        return [Problem("logos", "Choose another logo: one of these cannot be read")]
    return []


def _too_long(card: Card, format_name: str) -> Problem:
    slot, over = overflow(card, format_name)
    letters = "1 character" if over == 1 else f"{over} characters"
    called = FORMATS[format_name].called
    sentence = f"Shorten {SLOT_NAMES[slot]} by {letters} to fit {called}"
    return Problem(slot, sentence, over)


def _left_out(name: str, format_name: str) -> Problem:
    called = FORMATS[format_name].called
    thing = {
        "photo": "the picture",
        "logos": "the logos",
        "sentence": "the story",
        "working_with": "“Working with”",
    }.get(name) or SLOT_NAMES[name]
    return Problem(name, f"{called[0].upper()}{called[1:]} has no room for {thing}")
