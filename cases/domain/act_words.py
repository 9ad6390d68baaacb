"""What a page says of an act or step before it is done: its title and what it does."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cases.domain.file_words import label_of
from cases.domain.inquiry_words import INQUIRY_DOES
from cases.domain.procedure import Act, Step
from kernel.domain.text import Text

DOES: Final[Mapping[Act | Step, Text]] = MappingProxyType(
    {
        Act.FILE_PETITION: Text(
            "Abre el expediente de una solicitud. El plazo para resolver se cuenta desde el día en que se envió.",
            "Opens the case of a petition. The term to decide is counted from the day on which it was sent.",
        ),
        Act.START_ON_OWN_MOTION: Text(
            "Abre un expediente sin solicitud, con indicios suficientes. Su plazo se cuenta desde hoy.",
            "Opens a case without a petition, on sufficient evidence. Its term is counted from today.",
        ),
        Act.PREVENT: Text(
            "Pide una sola vez lo que falta a la solicitud. El plazo para resolver se detiene el día en que surte "
            "efecto el aviso. Si constaba el acuerdo para admitir, queda sin efecto.",
            "Asks once for what the petition lacks. The term to decide stops on the day the notice takes effect. An "
            "agreement to admit that was on file is undone.",
        ),
        Act.CURE: Text(
            "Entrega lo que se le pidió. Agregue antes sus documentos; el plazo para resolver se reanuda el día hábil "
            "siguiente.",
            "Hands in what you were asked for. Add your documents first; the term to decide resumes on the next "
            "business day.",
        ),
        Act.DISMISS: Text(
            "Termina el expediente sin investigar: no se completó lo que se pidió, o la solicitud no procede.",
            "Ends the case without an investigation: what was asked for was not completed, or the petition is "
            "inadmissible.",
        ),
        Act.ADMIT: Text(
            "Pasa la solicitud a investigación. Antes, supervisión acuerda la admisión con su propia sesión.",
            "Takes the petition to investigation. A supervisor agrees to the admission first, with their own sign-in.",
        ),
        Act.OPEN_PLEADINGS: Text(
            "Pone el expediente a la vista de las partes e inicia el plazo de alegatos cuando surte efecto el aviso.",
            "Puts the file at the parties' disposal and starts the term for pleadings when the notice takes effect.",
        ),
        Act.CLOSE_PLEADINGS: Text(
            "Cierra los alegatos, vencido su plazo. El expediente queda listo para resolverse.",
            "Closes the pleadings once their term is over. The case is then ready to be decided.",
        ),
        Act.RETURN_FOR_EVIDENCE: Text(
            "Devuelve el expediente a investigación porque faltan pruebas. Después habrá nuevos alegatos.",
            "Returns the case to investigation because evidence is missing. New pleadings follow.",
        ),
        Act.WITHDRAW: Text(
            "Retira su solicitud. El expediente termina, salvo que se haya acordado continuarlo de oficio. No se puede "
            "deshacer.",
            "Withdraws your petition. The case ends, unless it was decided to go on on own motion. It cannot "
            "be undone.",
        ),
        Act.CONTINUE_ON_OWN_MOTION: Text(
            "Acuerda que el expediente siga de oficio si la persona solicitante se desiste.",
            "Decides that the case goes on on own motion should the petitioner withdraw.",
        ),
        Act.DECLARE_LAPSED: Text(
            "Termina un expediente de oficio que no se resolvió dentro de los 30 días hábiles siguientes a su plazo.",
            "Ends a case on own motion that was not decided within the 30 business days that follow its term.",
        ),
        Step.NAME_PETITIONER: Text(
            "Reconoce con qué cuenta actúa la persona solicitante o quien la representa.",
            "Records with which account the petitioner or its representative acts.",
        ),
        Step.AGREE_TO_ADMISSION: Text(
            "Deja constancia de que supervisión está de acuerdo en admitir la solicitud tal como está. La admite "
            "después otra persona, de oficialía de partes. Una prevención deja sin efecto el acuerdo.",
            "Puts on file that a supervisor agrees to admit the petition as it stands. Another person, of intake, "
            "admits it afterwards. A prevention undoes the agreement.",
        ),
        Step.ASSIGN: Text(
            "Encarga el expediente, y los que tenga acumulados, a una persona.",
            "Puts the case, and those joined to it, in a person's hands.",
        ),
        Step.PRIORITISE: Text(
            "Despacha el expediente antes que los presentados primero. La motivación queda en el expediente.",
            "Handles the case before those filed earlier. The reasons stay on file.",
        ),
        Step.RESTORE_ORDER: Text(
            "Devuelve el expediente a su lugar en el orden de presentación.",
            "Puts the case back in its place in the filing order.",
        ),
        Step.JOIN: Text(
            "Acumula el expediente a otro de la misma clase y etapa, que sigue por ambos. Cada uno conserva su plazo.",
            "Joins the case to another of the same kind and stage, which goes on for both. Each keeps its own term.",
        ),
        Step.SEPARATE: Text(
            "Separa el expediente del que lo lleva; sigue por su cuenta desde la etapa en que está.",
            "Separates the case from the one that leads it; it goes on by itself from the stage in which it is.",
        ),
        Step.EXTEND: Text(
            "Prorroga el plazo para resolver: una sola vez, con motivación y antes de que termine.",
            "Extends the term to decide: once, with reasons, and before it ends.",
        ),
        Step.SUSPEND: Text(
            "Suspende todos los plazos del expediente por causa de fuerza mayor.",
            "Suspends every term of the case for force majeure.",
        ),
        Step.RESUME: Text(
            "Reanuda los plazos del expediente: vuelven a contar el día hábil siguiente al que indique.",
            "Resumes the terms of the case: they count again from the business day after the one you give.",
        ),
        Step.START_TERM: Text(
            "Inicia un plazo desde que surte efecto su notificación: respuesta del importador, pruebas u opinión.",
            "Starts a term when its notice takes effect: the importer's answer, evidence or an opinion.",
        ),
        Step.MEET_TERM: Text(
            "Deja constancia de que llegó lo que se esperaba en un plazo, a tiempo o no.",
            "Records that what a term was for came in, on time or not.",
        ),
        Step.ADD_DOCUMENT: Text(
            "Agrega un documento al expediente. Es confidencial hasta que se clasifique.",
            "Adds a document to the case. It is confidential until it is classified.",
        ),
        Step.CLASSIFY_DOCUMENT: Text(
            "Clasifica un documento con su fundamento y su razón. Queda constancia de la clasificación anterior.",
            "Classifies a document with its article and its reason. The earlier classification stays on record.",
        ),
        **INQUIRY_DOES,
    }
)


def title_of(what: Act | Step) -> Text:
    """Return what an act or step is called at the head of its page: "Prevenir", "Prevent"."""
    return label_of(what).headed()
