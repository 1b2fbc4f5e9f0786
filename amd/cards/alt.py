"""The words of a card as text, for people who do not see the picture."""

from amd.cards.content import Card
from amd.cards.words import plain, spoken, typeset

_SHORT = 120


def alt_text(card: Card) -> str:
    """All the words on the card, in reading order."""
    content = card.content
    quote = spoken(content.quote)
    person = _listed(content.name, content.title, content.organisation)
    said = f"“{quote}” {person}".strip() if quote else ""
    figure = _listed(content.figure, content.figure_basis)
    team = _listed(content.working_with, content.service)
    if card.design.required == "quote":
        parts = [said]
    else:
        heading = _listed(content.kicker, separator=" · ")
        working = f"Working with: {team}" if team else ""
        story = [content.headline, figure, content.body]
        parts = [heading, *map(typeset, story), said, working]
    parts += [content.hashtag, content.mark, content.address]
    return plain(" ".join(_ended(typeset(part)) for part in parts if part))


def short_alt_text(card: Card) -> str:
    """Who says it, or what it is about, in at most 120 characters."""
    content = card.content
    if card.design.required == "quote":
        text = f"Quote card: {typeset(content.name) or 'a champion'}"
        longer = _listed(text, content.organisation)
    else:
        text = "Impact case study"
        longer = f"{text}: {typeset(content.headline)}"
    chosen = longer if len(longer) <= _SHORT else text
    return plain(chosen if len(chosen) <= _SHORT else _cut(chosen))


def _cut(text: str) -> str:
    return text[: _SHORT - 1].rstrip() + "…"


def _listed(*parts: str, separator: str = ", ") -> str:
    return separator.join(filter(None, map(typeset, parts)))


def _ended(text: str) -> str:
    """With a full stop, so that a screen reader pauses."""
    return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."
