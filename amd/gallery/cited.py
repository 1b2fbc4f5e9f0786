"""Where public facts were read: each address once, with a name to show for it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit


def cited_by(rows: Iterable[Any]) -> list[tuple[str, str]]:
    return cited(row.source for row in rows)


def cited(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """Each address once, with the site's name to show for it."""
    return [
        (address, (urlsplit(address).hostname or "").removeprefix("www."))
        for address in dict.fromkeys(addresses)
        if address
    ]
