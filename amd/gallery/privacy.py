"""What people are told about what we hold of them, and every wording they agreed to."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amd.campaign.models import ConsentWording
from amd.publishing.conditional import public_page


@require_safe
@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    """One query: the wordings in force come first of their kind of person."""
    wordings = ConsentWording.objects.all()
    current: dict[str, ConsentWording] = {}
    for each in wordings:
        current.setdefault(each.person, each)
    context = {
        "owner": settings.SITE_OWNER,
        "statement": settings.SITE_PRIVACY,
        "wordings": [
            current[person] for person in ConsentWording.Person if person in current
        ],
    }
    return render(request, "web/privacy.html", context)


@require_safe
@public_page
def wording(request: HttpRequest, person: str, version: int) -> HttpResponse:
    """One version as it was shown, in force or not, with the way to the others."""
    versions = list(ConsentWording.objects.filter(person=person))
    shown = next((each for each in versions if each.version == version), None)
    if shown is None:
        raise Http404("No wording has this number")
    later = [each for each in versions if each.version > version]
    context = {
        "wording": shown,
        "until": later[-1].in_force_from if later else None,
        "others": [each for each in versions if each.pk != shown.pk],
    }
    return render(request, "web/wording.html", context)
