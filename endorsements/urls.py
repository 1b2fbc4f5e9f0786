"""A champion's pages."""

from django.urls import path

from . import confirm_pages, views

app_name = "endorsements"
urlpatterns = [
    path("endorse/", views.endorse, name="endorse"),
    path("endorse/preview/", views.preview, name="preview"),
    path("my/<str:link>/check-email/", confirm_pages.check_email, name="check_email"),
    path("my/<str:link>/confirm/", confirm_pages.confirm_page, name="confirm"),
    path("my/<str:link>/endorsement/", views.again, name="again"),
]
