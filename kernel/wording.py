"""Names of the roles and what each finds here, for the pages."""

from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kernel.domain.actors import Role

ROLE_LABELS: Final[MappingProxyType[Role, str | Promise]] = MappingProxyType(
    {
        Role.PETITIONER: _("Solicitante"),
        Role.IMPORTER: _("Importación"),
        Role.INTAKE: _("Oficialía de partes"),
        Role.INVESTIGATOR: _("Investigación"),
        Role.SUPERVISOR: _("Supervisión"),
        Role.DECIDER: _("Decisión"),
        Role.NOTIFIER: _("Notificación"),
        Role.PUBLISHER: _("Publicación"),
        Role.TRANSPARENCY: _("Transparencia"),
        Role.CUSTOMS: _("Aduanas"),
        Role.ANALYST: _("Análisis de listas"),
        Role.AUDITOR: _("Auditoría"),
        Role.ADMIN: _("Administración"),
        Role.PUBLIC: _("Público"),
    }
)
ROLE_TEXTS: Final[MappingProxyType[Role, str | Promise]] = MappingProxyType(
    {
        Role.CUSTOMS: _("Tamice archivos de pedimentos, revise un embarque y lea cada veredicto con sus razones."),
        Role.ANALYST: _("Consulte las listas cargadas, su vigencia y las ediciones retenidas con su razón."),
        Role.AUDITOR: _("Consulte los tamizados y compruebe que la bitácora está completa."),
        Role.ADMIN: _("Tiene a la vista todas las páginas de esta edición."),
    }
)
