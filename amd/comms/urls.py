"""Addresses of the comms desk."""

from django.urls import path

from . import takedown_pages, views

app_name = "comms"
urlpatterns = [
    path("comms/", views.desk, name="desk"),
    path("comms/takedowns/", takedown_pages.todo, name="takedowns"),
    path("comms/takedowns/<int:pk>/", takedown_pages.takedown, name="takedown"),
    path("comms/takedowns/<int:pk>/take-on/", takedown_pages.take_on, name="take_on"),
    path("comms/<str:reference>/", views.record, name="record"),
    path(
        "comms/<str:reference>/<slug:format_name>.<str:ext>",
        views.download,
        name="download",
    ),
]
