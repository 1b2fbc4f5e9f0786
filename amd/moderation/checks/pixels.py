"""The picture: whose it is, and what somebody who does not see it is told."""

import re
from collections.abc import Iterator

from .findings import Finding, Weight
from .reading import Reading

_OF_A_FILE = re.compile(
    r"\.(?:jpe?g|png|webp|heic|gif)\b|^(?:img|dsc|pxl)[_ -]?\d", re.I
)
_SAYS_NOTHING = re.compile(
    r"^(?:an? |the |my |our )?(?:photo|photograph|picture|image|headshot|portrait|logo|"
    r"alt text|description|n/?a|none|test)s?[.!]?$",
    re.I,
)


def picture(reading: Reading) -> Iterator[Finding]:
    """None where there is none, or where nobody agreed to show it."""
    shown = reading.picture
    if shown is None:
        return
    noun = "photo" if hasattr(reading.story, "photo") else "picture"
    alt = shown.alt_text.strip()
    if not alt:
        sentence = f"Describe the {noun} for people who cannot see it"
        yield Finding(
            "picture-alt", Weight.BLOCK, sentence, shown.digest, "picture_alt"
        )
    elif _OF_A_FILE.search(alt) or _SAYS_NOTHING.match(alt):
        sentence = f"“{alt}” does not say what the {noun} shows"
        yield Finding("picture-alt", Weight.WARN, sentence, alt, "picture_alt")
    if not shown.credit.strip():
        sentence = f"The {noun} has no credit"
        yield Finding("picture-credit", Weight.WARN, sentence, shown.digest, "picture")
