"""Holds back whoever asks too often, across all workers, without a stored address."""

import ipaddress
import time

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Greatest
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from amd.web.models import Throttle

MICROSECONDS = 1_000_000


def allow(scope: str, key: str, limit: int, seconds: int) -> bool:
    """True for `limit` calls at once, then for one more every seconds / limit.

    The bucket is one number, the time until which its calls keep it busy, moved by a
    conditional update: two workers cannot both take the last call. One query when the
    call is allowed, up to four for the first or a refused one.
    """
    name = salted_hmac("amd.web.throttle", f"{scope}\n{key}", algorithm="sha256")
    digest = name.hexdigest()
    now_us = time.time_ns() // 1000
    step_us = seconds * MICROSECONDS // limit
    if take(digest, now_us, step_us, limit):
        return True
    _, is_first = Throttle.objects.get_or_create(
        key=digest, defaults={"busy_until_us": now_us + step_us}
    )
    return is_first or take(digest, now_us, step_us, limit)


def take(digest: str, now_us: int, step_us: int, limit: int) -> bool:
    # Half a step of grace: of two calls at once the later may be counted first.
    latest_us = now_us + (limit - 1) * step_us + step_us // 2
    free = Throttle.objects.filter(key=digest, busy_until_us__lte=latest_us)
    return free.update(busy_until_us=Greatest(F("busy_until_us"), now_us) + step_us) > 0


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
