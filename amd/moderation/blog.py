"""A public record as the plain HTML of a blog post, for leads to copy."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from amd.cards import FORMATS, short_alt_text
from amd.publishing.addresses import absolute, publication_card_url
from amd.publishing.cards import card_in_words
from amd.publishing.models import Publication
from amd.publishing.page import heading_of, sections_of
from amd.records.models import Kind

from .desk_door import record_of

PICTURE = FORMATS["landscape"]


@never_cache
@require_safe
def blog(request: HttpRequest, pk: int) -> HttpResponse:
    """The page with the post as it looks and as HTML; what is not public has none."""
    record = record_of(request, pk)
    live = Publication.objects.live().filter(record_id=record.pk).first()
    post = post_html(live) if live else ""
    context = {
        **admin.site.each_context(request),
        "title": "Copy as a blog post",
        "record": record,
        "live": live,
        "post": post,
        # Our pages show pictures of their own site alone, whatever its name is.
        "shown": post.replace(absolute("/cards/"), "/cards/"),
    }
    return render(request, "admin/records/record/blog.html", context)


def post_html(publication: Publication) -> str:
    """Headings, paragraphs, a quotation and a picture, without a class or a style."""
    html = render_to_string("admin/records/record/_blog_post.html", _post(publication))
    # Attributes stand in double quotes; an apostrophe may be itself.
    lines = (line.strip().replace("&#x27;", "'") for line in html.splitlines())
    return "\n".join(line for line in lines if line)


def _post(publication: Publication) -> dict[str, Any]:
    """Without consent to social media no other site shows the picture."""
    shown = ""
    if publication.allows_social:
        shown = absolute(publication_card_url(publication, PICTURE.name, "png"))
    return {
        "heading": heading_of(publication),
        "publication": publication,
        "card": publication.card,
        "is_story": publication.kind == Kind.CASE_STUDY,
        "sections": sections_of(publication),
        "address": absolute(publication.get_absolute_url()),
        "picture": shown,
        "picture_alt": short_alt_text(card_in_words(publication)),
        "format": PICTURE,
    }
