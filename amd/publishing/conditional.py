"""Pages for everybody, asked about again: unchanged since one number, no page is made."""

import hashlib
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from amd.campaign.models import PublicVersion

View = Callable[..., HttpResponse]

# A browser may keep the page but asks each time: a withdrawal shows at once.
ASK_AGAIN = "public, max-age=0, must-revalidate"
# What pages are made of, beside rows.
MADE_OF = ("amd", "endorsements", "casestudies", "templates", "static/build")


def public_page(view: View) -> View:
    """One query for a page that has not changed; one more for a page that has.

    For pages that show rows of the campaign and live publications, and no form. Somebody
    who is signed in, or is owed a message, gets a page of their own.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.COOKIES:
            response = view(request, *args, **kwargs)
            response.headers.setdefault("Cache-Control", "private, no-cache")
            return response
        etag = version_etag()
        unchanged = get_conditional_response(request, etag=etag)
        if unchanged is not None and unchanged.status_code == 304:
            return _marked(unchanged, etag)
        response = view(request, *args, **kwargs)
        return _marked(response, etag) if response.status_code == 200 else response

    return wrapped


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = ASK_AGAIN
    patch_vary_headers(response, ["Cookie"])
    return response


def version_etag() -> str:
    """Moves with each publish, retirement and edit, with each day and each release."""
    number = PublicVersion.now()
    return f'"{number}-{timezone.localdate():%Y%m%d}-{_release()}"'


@lru_cache(maxsize=1)
def _release() -> str:
    """What this process makes pages of: source, templates, styles, the site's settings."""
    stamp = hashlib.sha256()
    for folder in MADE_OF:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in (".py", ".html", ".css", ".js"):
                known = path.stat()
                stamp.update(f"{path}:{known.st_mtime_ns}:{known.st_size};".encode())
    named = sorted(
        name for name in dir(settings) if name.startswith(("SITE_", "CARD_"))
    )
    for name in named:
        stamp.update(f"{name}={getattr(settings, name)};".encode())
    return stamp.hexdigest()[:12]
