"""With DEBUG on, mails are kept and read here instead of being sent."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .models import Outbox
from .previews import previews

MAILS_A_PAGE = 50


@require_safe
def kept_mails(request: HttpRequest) -> HttpResponse:
    """The kept mails; with DEBUG off the admin's own page of this part."""
    if not settings.DEBUG:
        return admin.site.admin_view(admin.site.app_index)(request, app_label="mail")
    return _list(request)


@never_cache
@staff_member_required
@permission_required("mail.view_outbox", raise_exception=True)
def _list(request: HttpRequest) -> HttpResponse:
    mails = Outbox.objects.visible_to(request.user).newest_first()
    page = Paginator(mails, MAILS_A_PAGE).get_page(request.GET.get("page"))
    context = {**admin.site.each_context(request), "title": "Mails", "page": page}
    return render(request, "mail/list.html", context)


@require_safe
@never_cache
@staff_member_required
@permission_required("mail.view_outbox", raise_exception=True)
def kept_mail(request: HttpRequest, pk: int) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    mail = get_object_or_404(Outbox.objects.visible_to(request.user), pk=pk)
    context = {**admin.site.each_context(request), "mail": mail}
    context["title"] = mail.subject or str(mail)
    return render(request, "mail/one.html", context)


@require_safe
@never_cache
@staff_member_required
@permission_required("mail.view_outbox", raise_exception=True)
def mail_words(request: HttpRequest) -> HttpResponse:
    """Each mail as it would read; reads no row."""
    context = {
        **admin.site.each_context(request),
        "title": "The words of every mail",
        "readers": previews(),
    }
    return render(request, "mail/words.html", context)
