"""What is wrong with a card before it is drawn, in sentences for the person typing."""

from amd.cards.compose import LONGEST_READ, Composition, compose
from amd.cards.content import Card, Content, Problem, Report
from amd.cards.foot import address_size
from amd.cards.formats import FORMATS
from amd.cards.logos import MOST, decoded_logo
from amd.cards.overflow import overflow
from amd.cards.photo import SMALLEST_PX, decoded
from amd.cards.setting import SetText
from amd.cards.spelling import SLOT_NAMES, letter_problems, tone_warnings, unseen
from amd.cards.words import typeset

_SHARP = 0.7
"""Pixels of a photo for each pixel it covers, below which it looks soft."""
_LONELY = 0.3
"""Of the widest line, below which a last word alone looks left over."""
_MOST_SAID = 1000
"""Letters of what is written into a file but not drawn; a JPEG holds 60,000 in all."""
_SAID = {
    "credit": "the credit",
    "terms": "the terms of use",
    "photo_alt": "the description of the photo",
    "partners": "the names of the partners",
}


def examine(card: Card, format_name: str) -> tuple[Report, Composition | None]:
    """Everything that would spoil this card in this format; if nothing does, its setting."""
    content = card.content
    blank = _blank_problems(content, card.design.required)
    slots = {each.slot for each in blank}
    problems = [each for each in letter_problems(content) if each.slot not in slots]
    problems += [*_photo_problems(content), *_logo_problems(content)]
    problems += [*_said_problems(content), *blank]
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
    warnings += _photo_warnings(content, found)
    warnings += _lonely_words(found, format_name)
    return Report(warnings=(*warnings, *tone_warnings(content))), found


def _blank_problems(content: Content, required: str) -> list[Problem]:
    """Where nothing of what was typed is seen, or nothing was typed that must be."""
    problems = [each for each in unseen(content) if each.slot != required]
    if not typeset(getattr(content, required)).strip("“”‘’'\" "):
        problems.insert(0, Problem(required, f"Enter {SLOT_NAMES[required]}"))
    return problems


def _said_problems(content: Content) -> list[Problem]:
    return [
        Problem(name, f"Shorten {called}")
        for name, called in _SAID.items()
        if len(getattr(content, name)) > _MOST_SAID
    ]


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


def _lonely_words(found: Composition, format_name: str) -> list[Problem]:
    called = FORMATS[format_name].called
    return [
        Problem(
            text.slot,
            f"The last line of {SLOT_NAMES[text.slot]} is one short word in {called}: "
            "a word more or less may look better",
        )
        for text in found.texts
        if text.slot in ("quote", "headline", "body") and _ends_lonely(text)
    ]


def _ends_lonely(text: SetText) -> bool:
    last, widest = text.lines[-1], max(line.width for line in text.lines)
    return " " not in last.text and last.width < widest * _LONELY
