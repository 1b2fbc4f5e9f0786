"""Private links: a signature over purpose, row and key number; nothing is stored.

The same link can be made again for every mail; raising the key number voids it.
"""

from django.core import signing

from .models import Record

SALT = "amd.records.links"


def make_link(record: Record, purpose: str) -> str:
    """The part of an address that stands for this record and purpose."""
    return seal(record.reference, record.link_key, purpose)


def read_link(link: str, purpose: str) -> Record | None:
    """The record of a link that is whole, of this purpose and not voided; else None."""
    reference, key = unseal(link, purpose)
    if not reference:
        return None
    return Record.objects.filter(reference=reference, link_key=key).first()


def seal(name: str, key: int, purpose: str) -> str:
    """A link for the row with this name, as long as its key number stays."""
    return _signer(purpose).sign(f"{name}.{key}").replace(":", ".")


def unseal(link: str, purpose: str) -> tuple[str, int]:
    """Name and key of a link that is whole and of this purpose; else "" and 0."""
    body, _, signature = link.rpartition(".")
    try:
        name, _, key = _signer(purpose).unsign(f"{body}:{signature}").partition(".")
    except signing.BadSignature:
        return "", 0
    return name, int(key)


def _signer(purpose: str) -> signing.Signer:
    return signing.Signer(salt=f"{SALT}.{purpose}")
