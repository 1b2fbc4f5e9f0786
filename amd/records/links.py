"""Private links: a signature over purpose, record and key number; nothing is stored.

The same link can be made again for every mail; raising the key number voids it.
"""

from django.core import signing

from .models import Record

SALT = "amd.records.links"


def make_link(record: Record, purpose: str) -> str:
    """The part of an address that stands for this record and purpose."""
    signer = signing.Signer(salt=f"{SALT}.{purpose}")
    signed = signer.sign(f"{record.reference}.{record.link_key}")
    return signed.replace(":", ".")


def read_link(link: str, purpose: str) -> Record | None:
    """The record of a link that is whole, of this purpose and not voided; else None."""
    signer = signing.Signer(salt=f"{SALT}.{purpose}")
    body, _, signature = link.rpartition(".")
    try:
        reference, _, key = signer.unsign(f"{body}:{signature}").partition(".")
    except signing.BadSignature:
        return None
    return Record.objects.filter(reference=reference, link_key=key).first()
