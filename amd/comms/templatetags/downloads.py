"""How a file of a card is called."""

from django import template

from amd.publishing.addresses import EXTENSIONS

register = template.Library()


@register.filter
def extension_of(kind: str) -> str:
    """The end of a file's name for this kind of encoding: jpeg is jpg."""
    return next(ext for ext, known in EXTENSIONS.items() if known == kind)
