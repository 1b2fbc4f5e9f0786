"""Addresses of the comms desk."""

from django.urls import path

from . import views

app_name = "comms"
urlpatterns = [
    path("comms/", views.desk, name="desk"),
    path("comms/<str:reference>/", views.record, name="record"),
    path(
        "comms/<str:reference>/<slug:format_name>.<str:ext>",
        views.download,
        name="download",
    ),
]
