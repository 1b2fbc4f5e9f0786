"""The site, and an address at which it falls over."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from amd import urls as site

handler400 = site.handler400
handler403 = site.handler403
handler404 = site.handler404
handler500 = site.handler500


def fall_over(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("as nobody foresaw")


urlpatterns = [path("falls-over/", fall_over), *site.urlpatterns]
