"""The headers of every answer: what a browser may load, frame, ask for and say."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

SELF = "'self'"
NONE = "'none'"
DIRECTIVES = {
    "default-src": NONE,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": SELF,
    "font-src": SELF,
    "connect-src": SELF,
    "form-action": SELF,
    "object-src": NONE,
    "base-uri": NONE,
    "frame-ancestors": NONE,
    "manifest-src": SELF,
    "worker-src": SELF,
}
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def policy(**changes: str) -> str:
    """The Content-Security-Policy of one page: policy(frame_src="'self'")."""
    directives = DIRECTIVES | {
        name.replace("_", "-"): value for name, value in changes.items()
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


POLICY = policy()


def policy_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware, the outermost: static files and error pages get them too.

    A view that needs another value sets the header itself.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        # Django's page about an error, which only developers see, is one inline page.
        if not (settings.DEBUG and response.status_code == 500):
            response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response

    return middleware
