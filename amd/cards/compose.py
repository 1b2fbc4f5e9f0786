"""Content to set lines: which arrangement, which sizes, where each line stands."""

from dataclasses import dataclass

from amd.cards.bidi import starts_right
from amd.cards.content import Card, Content
from amd.cards.foot import set_foot, set_logos
from amd.cards.layout import Arrangement, Box, Layout
from amd.cards.mirror import mirrored
from amd.cards.place import Placed, Sized, holds, place, size_up
from amd.cards.setting import SetText
from amd.cards.words import listed, opening_words, spoken, typeset

_NEARLY = 0.88
LONGEST_READ = 3000
"""Letters of a field that are measured at all; no card holds as many."""


@dataclass(frozen=True)
class Composition:
    """A card, set: everything that drawing needs and tests can read."""

    layout: Layout
    arrangement: Arrangement
    texts: tuple[SetText, ...]
    bars: tuple[Box, ...]
    foot: tuple[SetText, ...]
    logos: tuple[Box, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def lead_px(self) -> float:
        return self.texts[0].size


def compose(card: Card, format_name: str) -> Composition | None:
    """The best setting of these words in this format, or None if none holds them."""
    layout = _layout(card, format_name)
    if any(len(getattr(card.content, name)) > LONGEST_READ for name in _TEXT_FIELDS):
        return None
    foot = set_foot(layout.foot, card.content)
    logos = set_logos(layout.foot, foot, card.content)
    tried: list[dict[str, str]] = []
    for left_out in layout.leave_out:
        words = words_of(card.content, layout, left_out)
        if words in tried:
            continue
        tried.append(words)
        for with_photo in _photo_choices(card.content, layout):
            found = _best(layout, words, with_photo)
            if found is not None:
                arrangement, placed = found
                lost = _lost(card.content, left_out)
                if card.content.photo and not with_photo:
                    lost = (*lost, "photo")
                if card.content.logos and not logos:
                    lost = (*lost, "logos")
                return Composition(
                    layout, arrangement, placed.texts, placed.bars, foot, logos, lost
                )
    return None


def fits(card: Card, format_name: str) -> bool:
    """Whether some setting holds these words, with all left out that may be."""
    layout = _layout(card, format_name)
    words = words_of(card.content, layout, layout.leave_out[-1])
    choices = _photo_choices(card.content, layout)
    arrangements = layout.with_photo if all(choices) else layout.without_photo
    return any(holds(arrangement, words) for arrangement in arrangements)


def _layout(card: Card, format_name: str) -> Layout:
    """As its design says, mirrored where its words run from right to left."""
    layout = card.design.layouts[format_name]
    lead = getattr(card.content, card.design.required)
    return mirrored(layout) if starts_right(lead[:LONGEST_READ]) else layout


def words_of(
    content: Content, layout: Layout, left_out: tuple[str, ...] = ()
) -> dict[str, str]:
    """The words of each slot, as they are set."""
    given = {
        name: "" if name in left_out else getattr(content, name)
        for name in _TEXT_FIELDS
    }
    words = {name: typeset(value) for name, value in given.items()}
    words["quote"] = spoken(given["quote"])
    if not words["quote"] and not layout.mark_in_foot:
        words.update(name="", title="", organisation="")
    role = [words["title"], words["organisation"]]
    words["role"] = listed(*role)
    words["byline"] = listed(words["name"], *role)
    if not layout.mark_in_foot:
        marks = [words["kicker"], typeset(content.mark)]
        words["kicker"] = " · ".join(filter(None, marks))
    service = listed(words["working_with"], words["service"])
    words["working_with"] = f"Working with: {service}" if service else ""
    if words["quote"] or "sentence" in left_out:
        words["sentence"] = ""
    else:
        words["sentence"] = opening_words(words["body"])
    return words


_TEXT_FIELDS = (
    "quote",
    "name",
    "title",
    "organisation",
    "headline",
    "figure",
    "figure_basis",
    "body",
    "working_with",
    "service",
    "kicker",
)


def _photo_choices(content: Content, layout: Layout) -> tuple[bool, ...]:
    if content.photo is None or not layout.with_photo:
        return (False,)
    return (True, False) if layout.photo_optional else (True,)


def _best(
    layout: Layout, words: dict[str, str], with_photo: bool
) -> tuple[Arrangement, Placed] | None:
    """The first comfortable arrangement, else the first that is nearly the largest."""
    found: list[Sized] = []
    arrangements = layout.with_photo if with_photo else layout.without_photo
    for arrangement in arrangements:
        sized = size_up(arrangement, words)
        if sized is None:
            continue
        if 0 < arrangement.comfort_px <= sized.lead_px and (placed := place(sized)):
            return sized.arrangement, placed
        found.append(sized)
    while found:
        least = _NEARLY * max(sized.lead_px for sized in found)
        chosen = next(sized for sized in found if sized.lead_px >= least)
        if placed := place(chosen):
            return chosen.arrangement, placed
        found.remove(chosen)
    return None


def _lost(content: Content, left_out: tuple[str, ...]) -> tuple[str, ...]:
    """What is left out of what there was, the library service with who works in it."""
    lost = [name for name in left_out if name == "sentence" or getattr(content, name)]
    if "service" in lost:
        lost.remove("service")
        return tuple(dict.fromkeys(["working_with", *lost]))
    return tuple(lost)
