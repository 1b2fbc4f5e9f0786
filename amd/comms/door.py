"""Who comes in: signed-in staff who may see what is published."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from amd.campaign.models import User

View = Callable[..., HttpResponseBase]


def for_staff(view: View) -> View:
    """Gives the view the signed-in person, who may see what is published, as `user`."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User):
            raise TypeError("signed in, and yet no user of ours")
        return view(request, user=request.user, **kwargs)

    permitted = permission_required("publishing.view_publication", raise_exception=True)
    return never_cache(login_required(permitted(wrapped)))
