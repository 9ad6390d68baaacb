"""Addresses of the case file and of the calendars."""

from typing import Final

from django.urls import path
from django.urls.resolvers import URLPattern

from cases import views

urlpatterns: Final[list[URLPattern]] = [
    path("expedientes/nuevo/", views.file_petition, name="file_petition"),
    path("expedientes/de-oficio/", views.open_own_motion_case, name="open_own_motion_case"),
    path("expedientes/<str:reference>/actos/<slug:act>/", views.act, name="act"),
    path("expedientes/", views.act, name="cases"),  # STUB
    path("expedientes/<str:reference>/", views.act, name="case"),  # STUB
]
