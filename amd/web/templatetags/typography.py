"""How words may break where they must."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def breaks_at_sign(address: str) -> SafeString:
    """An e-mail address that breaks before its @, not in the middle of a name."""
    name, _, host = address.partition("@")
    return format_html("{}<wbr>@{}", name, host)
