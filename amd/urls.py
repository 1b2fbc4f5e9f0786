"""Every address of the site, part by part."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from amd.gallery import privacy
from amd.web import urls as web

# A statement like its neighbours, but it shows rows, which those may not.
privacy_urls = [
    path("privacy/", privacy.privacy, name="privacy"),
    path(
        "privacy/wordings/<slug:person>/<int:version>/", privacy.wording, name="wording"
    ),
]

urlpatterns = [
    path("", include((web.urlpatterns + privacy_urls, "web"))),
    path("", include("amd.staff.urls")),
    path("", include("amd.mail.urls")),
    path("", include("amd.pictures.urls")),
    path("", include("amd.moderation.urls")),
    path("", include("amd.publishing.urls")),
    # Before the gallery: "submit" is no reference.
    path("", include("casestudies.urls")),
    path("", include("amd.comms.urls")),
    path("", include("amd.comms.make.urls")),
    path("", include("amd.open_data.urls")),
    path("", include("amd.gallery.urls")),
    path("", include("endorsements.urls")),
    # Django's shortcut leads to any row by its number, and asks nobody's region.
    re_path(r"^admin/r/", RedirectView.as_view(), name="no_shortcut"),
    path("admin/", admin.site.urls),
]

handler400 = "amd.web.views.bad_request"
handler403 = "amd.web.views.forbidden"
handler404 = "amd.web.views.not_found"
handler500 = "amd.web.views.server_error"
