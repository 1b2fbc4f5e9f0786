"""Every address of the site, part by part."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("amd.web.urls")),
    path("", include("amd.mail.urls")),
    path("", include("amd.pictures.urls")),
    path("", include("amd.moderation.urls")),
    path("", include("amd.publishing.urls")),
    path("", include("amd.gallery.urls")),
    path("", include("endorsements.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "amd.web.views.bad_request"
handler403 = "amd.web.views.forbidden"
handler404 = "amd.web.views.not_found"
handler500 = "amd.web.views.server_error"
