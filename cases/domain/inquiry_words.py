"""What the steps of the investigation and what they leave in the file are called, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cases.domain.procedure import Act, Step
from kernel.domain.text import Text

INQUIRY_STEPS: Final[Mapping[Step, Text]] = MappingProxyType(
    {
        Step.ADD_PARTY: Text("agregar una parte", "to add a party"),
        Step.CHANGE_PARTY: Text("corregir los datos de una parte", "to correct the data of a party"),
        Step.ISSUE_NOTICE: Text("ordenar una notificación", "to order a notice"),
        Step.RECORD_ATTEMPT: Text("asentar un intento de notificación", "to record an attempt at a notice"),
        Step.SERVE_NOTICE: Text("asentar una notificación practicada", "to record a notice as served"),
        Step.ACKNOWLEDGE_NOTICE: Text("acusar recibo de una notificación", "to acknowledge a notice"),
        Step.VOID_NOTICE: Text("dejar sin efectos una notificación", "to annul a notice"),
        Step.MAKE_REQUEST: Text("pedir informes a una autoridad", "to ask an authority for information"),
        Step.ANSWER_REQUEST: Text("recibir la respuesta de una autoridad", "to record the answer of an authority"),
        Step.RECORD_DETERMINATION: Text("incorporar una determinación extranjera", "to record a foreign determination"),
        Step.PROPOSE_ADOPTION: Text("proponer adoptar una determinación", "to propose to adopt a determination"),
        Step.RECORD_ANNULMENT: Text(
            "asentar que una determinación fue anulada", "to record that a determination was annulled abroad"
        ),
        Step.RECEIVE_SUBMISSION: Text("presentar una promoción", "to hand in a submission"),
        Step.DECIDE_EXHIBIT: Text("acordar sobre una prueba", "to rule on an exhibit"),
    }
)
INQUIRY_DONE: Final[Mapping[Act | Step, Text]] = MappingProxyType(
    {
        Step.ADD_PARTY: Text("se agregó una parte", "party added"),
        Step.CHANGE_PARTY: Text("se corrigieron los datos de una parte", "data of a party corrected"),
        Step.ISSUE_NOTICE: Text("se ordenó una notificación", "notice ordered"),
        Step.RECORD_ATTEMPT: Text("hubo un intento de notificación", "attempt at a notice recorded"),
        Step.SERVE_NOTICE: Text("se practicó una notificación", "notice served"),
        Step.ACKNOWLEDGE_NOTICE: Text("se acusó recibo de una notificación", "notice acknowledged"),
        Step.VOID_NOTICE: Text("quedó sin efectos una notificación", "notice annulled"),
        Step.MAKE_REQUEST: Text("se pidieron informes a una autoridad", "information asked of an authority"),
        Step.ANSWER_REQUEST: Text("respondió una autoridad", "an authority answered"),
        Step.RECORD_DETERMINATION: Text("se incorporó una determinación extranjera", "foreign determination recorded"),
        Step.PROPOSE_ADOPTION: Text("se propuso adoptar una determinación", "adoption of a determination proposed"),
        Step.RECORD_ANNULMENT: Text(
            "consta que una determinación fue anulada en el extranjero", "determination annulled abroad, as recorded"
        ),
        Step.RECEIVE_SUBMISSION: Text("se recibió una promoción", "submission received"),
        Step.DECIDE_EXHIBIT: Text("se acordó sobre una prueba", "ruling on an exhibit"),
    }
)
INQUIRY_DOES: Final[Mapping[Act | Step, Text]] = MappingProxyType(
    {
        Step.ADD_PARTY: Text(
            "Agrega a quien es parte o fabrica los bienes. En la bitácora queda su clave, no su nombre.",
            "Adds who is a party or makes the goods. The ledger keeps its key, not its name.",
        ),
        Step.CHANGE_PARTY: Text(
            "Corrige los datos de una parte o la cuenta con la que actúa. Su clave no cambia.",
            "Corrects the data of a party or the account it acts with. Its key stays.",
        ),
        Step.ISSUE_NOTICE: Text(
            "Ordena notificar a una parte y por qué medio. Nada corre hasta que la notificación surta efectos.",
            "Orders a notice to a party and by which channel. Nothing runs until the notice takes effect.",
        ),
        Step.RECORD_ATTEMPT: Text(
            "Asienta que se intentó notificar y no se pudo, con su razón.",
            "Records that a notice was attempted in vain, with the reason.",
        ),
        Step.SERVE_NOTICE: Text(
            "Asienta cuándo se practicó. El día en que surte efectos se calcula, e inicia el plazo de la parte.",
            "Records when it was served. The day it takes effect is computed, and starts the term of the party.",
        ),
        Step.ACKNOWLEDGE_NOTICE: Text(
            "Surte efectos hoy, si no los surtió antes, y su plazo corre desde el día hábil siguiente.",
            "It takes effect today, unless it has before, and your term runs from the next business day.",
        ),
        Step.VOID_NOTICE: Text(
            "La notificación queda sin efectos, y con ella el plazo que inició. Puede ordenarse otra.",
            "The notice is annulled, and with it the term it started. Another may be ordered.",
        ),
        Step.MAKE_REQUEST: Text(
            "Pide informes u opinión. A una autoridad nacional le corre plazo (LFPA art. 55); a una extranjera no, y "
            "el plazo para resolver sigue corriendo.",
            "Asks for information or an opinion. A national authority has a term (LFPA art. 55), a foreign one has "
            "none, and the term to decide goes on.",
        ),
        Step.ANSWER_REQUEST: Text(
            "Incorpora la respuesta, aunque sea tardía, y tiene por cumplido el plazo.",
            "Records the answer, even a late one, and the term as met.",
        ),
        Step.RECORD_DETERMINATION: Text(
            "Incorpora lo que una institución extranjera determinó sobre los bienes.",
            "Records what a foreign institution determined on the goods.",
        ),
        Step.PROPOSE_ADOPTION: Text(
            "Propone, con su motivación, que la resolución adopte la determinación extranjera.",
            "Proposes, with reasons, that the resolution adopt the foreign determination.",
        ),
        Step.RECORD_ANNULMENT: Text(
            "Asienta que la autoridad extranjera la anuló; deja de poder adoptarse.",
            "Records that the foreign authority annulled it; it can no longer be adopted.",
        ),
        Step.RECEIVE_SUBMISSION: Text(
            "Recibe una respuesta, pruebas o alegatos. Nada se rechaza al recibirlo; si llega tarde, queda como "
            "extemporáneo y se acuerda sobre ello.",
            "Receives an answer, evidence or pleadings. Nothing is refused at the door; what is late is stamped so and "
            "ruled on.",
        ),
        Step.DECIDE_EXHIBIT: Text(
            "Admite o desecha una prueba, con su motivación.", "Admits or rejects an exhibit, with reasons."
        ),
    }
)
