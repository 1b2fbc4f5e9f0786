"""The words of a card as text, for people who do not see the picture."""

from amd.cards.content import Card
from amd.cards.runs import clusters
from amd.cards.words import listed, plain, quotation_marks, spoken, typeset

_SHORT = 120
_STOPS = (".", "!", "?", "…", "”", "؟", "۔", "।", "。", "！", "？")


def alt_text(card: Card) -> str:
    """All the words on the card, in reading order."""
    content = card.content
    quote = spoken(content.quote)
    person = _listed(content.name, content.title, content.organisation)
    opening, closing = quotation_marks(quote)
    said = f"{opening}{quote}{closing} {person}".strip() if quote else ""
    figure = _listed(content.figure, content.figure_basis)
    team = _listed(content.working_with, content.service)
    if card.design.required == "quote":
        parts = [said]
    else:
        heading = typeset(content.kicker)
        working = f"Working with: {team}" if team else ""
        story = [content.headline, figure, content.body]
        parts = [heading, *map(typeset, story), said, working]
    partners = f"Logos: {content.partners}" if content.partners else ""
    parts += [content.hashtag, partners, content.mark, content.address]
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
    """Between letters as readers see them: no emoji is taken apart."""
    kept = ""
    for cluster in clusters(text[:_SHORT]):
        if len(kept) + len(cluster) < _SHORT:
            kept += cluster
    return kept.rstrip() + "…"


def _listed(*parts: str) -> str:
    return listed(*map(typeset, parts))


def _ended(text: str) -> str:
    """With a full stop, so that a screen reader pauses."""
    return text if text.endswith(_STOPS) else f"{text}."
