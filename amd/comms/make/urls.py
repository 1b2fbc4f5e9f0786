"""Addresses of the page where anybody makes a card."""

from django.urls import path

from . import views

app_name = "make"
urlpatterns = [
    path("make/", views.page, name="page"),
    path("make/preview/", views.preview, name="preview"),
]
