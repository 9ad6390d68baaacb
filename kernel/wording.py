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
        Role.PETITIONER: _("Presente una solicitud y siga lo que pasa con ella."),
        Role.INTAKE: _("Reciba solicitudes, prevenga lo que falte y admita lo que proceda."),
        Role.INVESTIGATOR: _("Instruya los expedientes a su cargo: plazos, pruebas y alegatos."),
        Role.SUPERVISOR: _("Cuide el orden, los plazos y a cargo de quién está cada expediente."),
        Role.DECIDER: _("Resuelva lo que tiene cerrados sus alegatos, en su orden."),
        Role.NOTIFIER: _("Consulte los expedientes e inicie los plazos que corren con cada notificación."),
        Role.TRANSPARENCY: _("Clasifique los documentos de los expedientes, cada uno con su fundamento."),
        Role.CUSTOMS: _("Tamice archivos de pedimentos, revise un embarque y lea cada veredicto con sus razones."),
        Role.ANALYST: _("Consulte las listas cargadas, su vigencia y las ediciones retenidas con su razón."),
        Role.AUDITOR: _("Consulte expedientes y tamizados, y compruebe que la bitácora está completa."),
        Role.ADMIN: _("Tamice, consulte las listas y la bitácora, y cargue los acuerdos de días inhábiles."),
    }
)
