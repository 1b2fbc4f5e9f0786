"""The addresses that open data gives, all of them whole."""

from urllib.parse import urlencode

from django.urls import reverse

from amd.gallery.filters import Filters
from amd.publishing.addresses import absolute


def view_address(name: str, filters: Filters, **more: object) -> str:
    """An address of this part with what was asked of the gallery: the same for all."""
    asked = [filters.address.rstrip("&"), urlencode(more)]
    query = "&".join(part for part in asked if part)
    return absolute(reverse(f"open_data:{name}")) + (f"?{query}" if query else "")


def gallery_address(filters: Filters) -> str:
    query = filters.address.rstrip("&")
    return absolute(reverse("gallery:gallery")) + (f"?{query}" if query else "")
