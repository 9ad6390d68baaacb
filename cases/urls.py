"""Addresses of the procedure: case file (what has a word of its own comes first), tips, calendar."""

from typing import Final

from django.urls import path
from django.urls.resolvers import URLPattern

from cases import views

urlpatterns: Final[list[URLPattern]] = [
    path("expedientes/", views.queue, name="cases"),
    path("expedientes/agenda/", views.agenda, name="agenda"),
    path("expedientes/vencidos/", views.overdue, name="overdue"),
    path("expedientes/por-resolver/", views.decision_queue, name="decision_queue"),
    path("expedientes/nuevo/", views.file_petition, name="file_petition"),
    path("expedientes/de-oficio/", views.open_own_motion_case, name="open_own_motion_case"),
    path("expedientes/<str:reference>/", views.case, name="case"),
    path("expedientes/<str:reference>/constancias/<int:number>/", views.case_document, name="case_document"),
    path("expedientes/<str:reference>/exportar/", views.export_case, name="export_case"),
    path("expedientes/<str:reference>/actos/<slug:act>/", views.act, name="act"),
    path("denuncia/", views.tip, name="tip"),
    path("denuncia/seguimiento/", views.tip_return, name="tip_return"),
    path("denuncia/conversacion/", views.tip_thread, name="tip_thread"),
    path("avisos/", views.tip_list, name="tips"),
    path("avisos/<str:reference>/", views.tip_page, name="tip_page"),
    path("avisos/<str:reference>/archivos/<int:number>/", views.tip_file, name="tip_file"),
    path("avisos/<str:reference>/actos/<slug:act>/", views.tip_act, name="tip_act"),
    path("mis-notificaciones/", views.party_cases, name="party_cases"),
    path("calendario/", views.calendar, name="calendar"),
    path("calendario/<int:year>/", views.calendar_year, name="calendar_year"),
    path("calendario/plazo/", views.term_trial, name="term_trial"),
    path("calendario/acuerdos/", views.day_off_acts, name="day_off_acts"),
]
