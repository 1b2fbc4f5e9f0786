"""A quote of nobody in particular: less is believed of it."""

from collections.abc import Iterator

from .findings import Finding, Weight
from .reading import Reading


def quote_without_name(reading: Reading) -> Iterator[Finding]:
    quote = reading.texts.get("quote", "")
    if quote and not reading.is_quoted_by_name:
        sentence = "The quote stands without a name"
        yield Finding("quote-name", Weight.WARN, sentence, quote, "quote")
