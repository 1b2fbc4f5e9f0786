"""What a slide says beside its picture: notes to its reader, properties of its file."""

from amd.cards.alt import alt_text, short_alt_text
from amd.cards.content import Card, Content
from amd.cards.words import (
    clean,
    listed,
    plain,
    quotation_marks,
    spoken,
    typeset,
)

_LONGEST_PROPERTY = 255


def notes(card: Card) -> str:
    """Words to post with the slide, its alt text, and what may be done with it."""
    content = card.content
    parts = [("Post text", post_text(card)), ("Alt text", alt_text(card))]
    terms = _terms(content)
    if terms:
        parts.append(("Terms", terms))
    return clean("\n\n".join(f"{heading}\n{words}" for heading, words in parts))


def post_text(card: Card) -> str:
    """The words themselves, who said them, the hashtag and where to read more."""
    content = card.content
    quote = spoken(content.quote)
    opening, closing = quotation_marks(quote)
    said = f"{opening}{quote}{closing}" if quote else ""
    person = listed(*map(typeset, (content.name, content.title, content.organisation)))
    if card.design.required == "quote":
        lines = [said, person]
    else:
        lines = [_ended(typeset(content.headline)), f"{said} {person}" if said else ""]
    lines.append(" ".join(filter(None, (content.hashtag, content.address))))
    return plain("\n".join(filter(None, lines)))


def about(card: Card) -> dict[str, str]:
    """Properties of the file by the names that the library has for them."""
    content = card.content
    campaign = content.hashtag or "A Million Decisions"
    found = {
        "title": short_alt_text(card),
        "subject": card.design.label,
        "author": campaign,
        "last_modified_by": campaign,
        "keywords": f"{campaign}, {card.design.label.lower()}, health libraries",
        "comments": _terms(content),
        "language": "en-GB",
    }
    cleaned = {name: clean(value)[:_LONGEST_PROPERTY] for name, value in found.items()}
    return {name: value for name, value in cleaned.items() if value}


def _terms(content: Content) -> str:
    """Whose words these are, and what may be done with them."""
    return " ".join(_ended(part) for part in (content.credit, content.terms) if part)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
