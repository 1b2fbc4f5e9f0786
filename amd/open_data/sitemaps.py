"""Every page for search engines, each record once, in files that a crawler will read."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from amd.campaign.models import Resource
from amd.publishing.addresses import absolute
from amd.publishing.models import Publication

from .answers import open_answer

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Of rows, live or not: what is made in a moment. A file is of the same rows for ever,
# so a new record changes the last one alone.
IN_A_FILE = 1000
PAGES = (
    "gallery:home",
    "gallery:gallery",
    "gallery:campaign",
    "gallery:resources",
    "gallery:contact",
    "endorsements:endorse",
    "casestudies:submit",
    "make:page",
    "open_data:about",
    "web:accessibility",
    "web:privacy",
    "web:cookies",
)
# Every combination of filters has an address: the sitemap lists each record once.
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /comms/
Disallow: /gallery/?*
Disallow: /my/
Disallow: /report/
Disallow: /sign-off/
Disallow: /staff/

Sitemap: {sitemap}
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Needs no database: a crawler that is told of an error stays away altogether."""
    text = ROBOTS.format(sitemap=absolute(reverse("open_data:sitemaps")))
    return HttpResponse(text, "text/plain; charset=utf-8")


@open_answer
def index(request: HttpRequest) -> HttpResponse:
    """One query. The files there are, each with the day of its newest record."""
    live = Publication.objects.live().order_by()
    files = live.annotate(number=F("pk") / IN_A_FILE).values_list("number")
    newest = files.annotate(Max("published_at")).order_by("number")
    lines = [
        _line(
            "sitemap",
            reverse("open_data:sitemap_records", args=[number]),
            localdate(at),
        )
        for number, at in newest
    ]
    pages = _line("sitemap", reverse("open_data:sitemap_pages"))
    return _xml("sitemapindex", [pages, *lines])


@open_answer
def pages(request: HttpRequest) -> HttpResponse:
    """One query, for the resources."""
    named = [_line("url", reverse(name)) for name in PAGES]
    resources = Resource.objects.order_by("pk")
    return _xml(
        "urlset", [*named, *(_line("url", r.get_absolute_url()) for r in resources)]
    )


@open_answer
def records(request: HttpRequest, number: int) -> HttpResponse:
    """One query, of at most as many rows as a file may have."""
    first = number * IN_A_FILE
    live = Publication.objects.live().only("kind", "reference", "published_at")
    of_this_file = live.filter(pk__gte=first, pk__lt=first + IN_A_FILE).order_by("pk")
    lines = [
        _line("url", each.get_absolute_url(), localdate(each.published_at))
        for each in of_this_file
    ]
    if not lines:
        raise Http404("There is nothing live in this part of the sitemap")
    return _xml("urlset", lines)


def _line(element: str, path: str, day: date | None = None) -> str:
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{element}><loc>{escape(absolute(path))}</loc>{changed}</{element}>"


def _xml(root: str, lines: Iterable[str]) -> HttpResponse:
    text = "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<{root} xmlns="{NAMESPACE}">',
            *lines,
            f"</{root}>\n",
        ]
    )
    return HttpResponse(text, "application/xml; charset=utf-8")
