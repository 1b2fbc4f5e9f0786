"""A champion's pages."""

from django.urls import path

from . import views

app_name = "endorsements"
urlpatterns = [
    path("endorse/", views.endorse, name="endorse"),
    path("endorse/preview/", views.preview, name="preview"),
    path("my/<str:link>/endorsement/", views.again, name="again"),
]
