"""Check one shipment by form: the answer comes at once, on the page of its line."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from importers.domain.records import DeclarationRecord, LineRecord, PartyRecord
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, InputError, UnavailableError
from screening.access import permitted
from screening.forms import PartyForm, PartyFormSet, ShipmentForm
from screening.forms.shipment import FIRST_PARTIES, MOST_PARTIES
from screening.models import LineVerdict, ScreeningRun
from screening.queries.lists import loaded_lists
from screening.services.requests import remember_asker
from screening.services.runs import screen_shipment
from screening.templatetags.screening import country_names
