"""The words that go with a card to make: alt text, posts, and asking the person first."""

from amd.cards import SOCIAL_CARD, Card, alt_text
from amd.cards.words import plain, spoken, typeset
from amd.publishing.cards import TEXT_FIELDS
from amd.publishing.post_texts import Post, posts_beside


def alt_text_of(card: Card) -> str:
    """Every word on the card, and what the photo shows."""
    photo = typeset(card.content.photo_alt)
    shown = f" Photo: {photo}{'' if photo.endswith('.') else '.'}" if photo else ""
    return f"{alt_text(card)}{plain(shown)}"


def posts_of(card: Card) -> list[Post]:
    """One for each network, without a link: no page of the campaign shows this card."""
    words = {name: getattr(card.content, name) for name in TEXT_FIELDS}
    return posts_beside(words, is_endorsement=card.design == SOCIAL_CARD)


def request_of(card: Card) -> str:
    """What to write to the person quoted before anybody sees the card."""
    content = card.content
    name = plain(typeset(content.name))
    quote = plain(spoken(content.quote))
    words = f"“{quote}”" if quote else "[their words]"
    shown = "these words, your name and your job title"
    if content.photo:
        shown = "these words, your name, your job title and this photo"
    return "\n\n".join(
        (
            f"Dear {name or '[name]'}",
            "We would like to make a card with your words for "
            f"{content.hashtag}, the campaign for evidence in health care. It would say:",
            words,
            f"May we show {shown}? Please tell us for each place whether you agree: our "
            "website, our social media, inside our organisation.",
            "The card is attached. You may change the words, choose another photo or say "
            "no, and you may take it back at any time: we then take the card down.",
        )
    )
