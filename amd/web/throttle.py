"""Holds back whoever asks too often, across all workers, without a stored address."""

import ipaddress
import time

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from amd.web.models import Throttle

MICROSECONDS = 1_000_000


def allow(scope: str, key: str, limit: int, seconds: int) -> bool:
    """Whether this is at most the `limit`th call in the `seconds` after the first.

    The count is raised by a conditional update, so two workers cannot both take the last
    call. One query when the call is allowed, up to five for the first or a refused one.
    """
    name = salted_hmac("amd.web.throttle", f"{scope}\n{key}", algorithm="sha256")
    digest = name.hexdigest()
    now_us = time.time_ns() // 1000
    ends_us = now_us + seconds * MICROSECONDS
    if take(digest, now_us, limit) or begin_again(digest, now_us, ends_us):
        return True
    _, is_first = Throttle.objects.get_or_create(
        key=digest, defaults={"calls": 1, "ends_us": ends_us}
    )
    return is_first or take(digest, now_us, limit)


def take(digest: str, now_us: int, limit: int) -> bool:
    """One more call in the time that runs, if there is one left."""
    running = Throttle.objects.filter(key=digest, ends_us__gt=now_us, calls__lt=limit)
    return running.update(calls=F("calls") + 1) > 0


def begin_again(digest: str, now_us: int, ends_us: int) -> bool:
    """The first call after the time has run out; of two at once only one is that."""
    over = Throttle.objects.filter(key=digest, ends_us__lte=now_us)
    return over.update(calls=1, ends_us=ends_us) > 0


def forget_spent() -> int:
    """Delete the rows that hold nobody back; returns how many."""
    return Throttle.objects.spent(time.time_ns() // 1000).delete()[0]


def client_address(request: HttpRequest) -> str:
    """The visitor's address; behind TRUSTED_PROXIES proxies, as the outermost saw it.

    What stands further left in X-Forwarded-For was written by the visitor. One IPv6
    household has a whole /64, so that is what counts as one address.
    """
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.headers.get("X-Forwarded-For", "")
    passed = [part.strip() for part in forwarded.split(",") if part.strip()]
    address = request.META.get("REMOTE_ADDR", "")
    if proxies and len(passed) >= proxies:
        address = passed[-proxies]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
