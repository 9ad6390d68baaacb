"""Addresses of the customs workspace and of the lists."""

from typing import Final

from django.urls import path
from django.urls.resolvers import URLPattern

from screening import views

urlpatterns: Final[list[URLPattern]] = [
    path("aduana/archivo/", views.upload, name="upload"),
    path("aduana/trabajos/<uuid:reference>/", views.job, name="job"),
    path("aduana/embarque/", views.check_shipment, name="check_shipment"),
    path("aduana/tamizados/", views.runs, name="runs"),
    path("aduana/tamizados/<uuid:reference>/", views.run, name="run"),
    path("aduana/tamizados/<uuid:reference>/observados/", views.issues, name="issues"),
    path("aduana/tamizados/<uuid:reference>/partidas/<int:line_id>/", views.line, name="line"),
    path("aduana/tamizados/<uuid:reference>/archivos/<str:name>", views.run_file, name="run_file"),
    path("listas/", views.lists, name="lists"),
    path("listas/<slug:name>/retenida/", views.decide_held, name="decide_held"),
]
