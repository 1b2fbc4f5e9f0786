"""What to write beside a card on each network: whole words within the network's limit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings

from amd.cards.words import listed, plain, quotation_marks, spoken, typeset
from amd.records.models import Kind

from . import counting
from .addresses import absolute
from .models import Publication


@dataclass(frozen=True)
class Network:
    """Where a post is written, how much it takes and how it counts."""

    key: str
    name: str
    limit: int
    count: Callable[[str], int]
    has_links: bool = True


NETWORKS = (
    Network("x", "X", 280, counting.on_x),
    Network("linkedin", "LinkedIn", 3_000, counting.utf16_units),
    Network("bluesky", "Bluesky", 300, counting.on_bluesky),
    Network("mastodon", "Mastodon", 500, counting.on_mastodon),
    Network("threads", "Threads", 500, counting.on_threads),
    # No link in a caption can be followed: it reads as the cards print it.
    Network("instagram", "Instagram", 2_200, counting.utf16_units, has_links=False),
)


@dataclass(frozen=True)
class Post:
    network: Network
    text: str

    @property
    def length(self) -> int:
        return self.network.count(self.text)

    @property
    def measure(self) -> str:
        return f"{self.length:,} of {self.network.limit:,} characters"


@dataclass(frozen=True)
class Around:
    """What stands before the words, and where to read more: a link, or as it is printed."""

    mark: str = ""
    link: str = ""
    printed: str = ""


def post_texts(publication: Publication) -> list[Post]:
    """One for each network; none without consent to social media."""
    if not publication.allows_social:
        return []
    card, reference = publication.card, f"/{publication.address_reference}"
    around = Around(
        mark="Sample" if publication.is_sample else "",
        link=absolute(reference),
        printed=settings.CARD_ADDRESS + reference,
    )
    if publication.kind == Kind.ENDORSEMENT:
        whole = publication.sections[0][1] if publication.sections else ""
        return _posts(_of_an_endorsement(card, whole), around)
    return _posts(_of_a_case_study(card, publication.title), around)


def posts_beside(card: dict[str, str], *, is_endorsement: bool) -> list[Post]:
    """One for each network, beside a card that stands on no page of ours."""
    ways = _of_an_endorsement(card) if is_endorsement else _of_a_case_study(card)
    return _posts(ways, Around())


def _posts(ways: Iterator[str], around: Around) -> list[Post]:
    words = list(ways)
    return [Post(each, _longest(each, words, around)) for each in NETWORKS]


def _longest(network: Network, ways: list[str], around: Around) -> str:
    """The first that fits: a part is left out whole, for nobody's words are cut."""
    for words in ways:
        text = _post(network, words, around)
        if network.count(text) <= network.limit:
            return text
    return _post(network, "", around)


def _post(network: Network, words: str, around: Around) -> str:
    """The words, then where to read more, then the hashtag, which belongs at the end."""
    link = around.link if network.has_links else around.printed
    parts = (around.mark, words, link, settings.CAMPAIGN_HASHTAG)
    return "\n\n".join(part for part in parts if part)


def _of_an_endorsement(card: dict[str, str], whole: str = "") -> Iterator[str]:
    """All of the words, else those on the card, else who says them."""
    names = _names(card)
    for quote in dict.fromkeys((whole, card.get("quote", ""))):
        if quote:
            yield _said(quote, names[0])
    for name in filter(None, names):
        yield f"An endorsement by {name}"


def _of_a_case_study(card: dict[str, str], title: str = "") -> Iterator[str]:
    """The headline always; the story, the figure and the quote as far as they fit."""
    headline = _set(card.get("headline") or title)
    figure = _set(
        " ".join(filter(None, (card.get("figure"), card.get("figure_basis"))))
    )
    story = _set(card.get("body", ""))
    service = _set(card.get("service", ""))
    quote = _said(card["quote"], _names(card)[0]) if card.get("quote") else ""
    yield _paragraphs(headline, story, figure, quote, service)
    yield _paragraphs(headline, figure, quote, service)
    yield _paragraphs(headline, quote, service)
    yield _paragraphs(headline, figure, service)
    yield _paragraphs(headline, service)
    yield headline


def _names(card: dict[str, str]) -> list[str]:
    """With job title and organisation, with one of them, and alone."""
    name, title, organisation = (
        _set(card.get(part, "")) for part in ("name", "title", "organisation")
    )
    ways = (
        listed(name, title, organisation),
        listed(name, title),
        listed(name, organisation),
        name,
    )
    return list(dict.fromkeys(ways))


def _said(quote: str, name: str) -> str:
    """Paragraph by paragraph, in the marks of its script, and who says so."""
    lines = [line for line in quote.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = [plain(spoken(lines[0]))]
    else:
        lines = [_set(line) for line in lines]
    words = "\n\n".join(lines)
    opening, closing = quotation_marks(words)
    return _paragraphs(f"{opening}{words}{closing}", name)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _set(text: str) -> str:
    return plain(typeset(text))
