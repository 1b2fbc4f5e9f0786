"""Addresses of sign-in and staff accounts; stand before the admin's own."""

from django.urls import path

from . import sign_in, views

app_name = "staff"
urlpatterns = [
    path("admin/login/", sign_in.SignIn.as_view(), name="sign_in"),
    path("staff/reset/", sign_in.reset, name="reset"),
    path("staff/reset/sent/", sign_in.reset_sent, name="reset_sent"),
    path(
        "staff/reset/<str:uidb64>/<str:token>/",
        sign_in.ChoosePassword.as_view(),
        name="choose_password",
    ),
    path("staff/", views.people, name="people"),
    path("staff/invite/", views.invite, name="invite"),
    path("staff/<int:pk>/", views.person, name="person"),
    path("staff/<int:pk>/invite/", views.invite_again, name="invite_again"),
    path("staff/<int:pk>/close/", views.close, name="close"),
    path("staff/<int:pk>/open/", views.open_again, name="open"),
]
