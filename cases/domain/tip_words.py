"""What tips, their states, what is done with them and the signs of forced labour are called, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cases.domain.tips import ClosingGround, TipAct, TipState
from kernel.domain.text import Text

STATE_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        TipState.RECEIVED: Text("recibido", "received"),
        TipState.IN_TRIAGE: Text("en valoración", "in triage"),
        TipState.LINKED: Text("ligado a un expediente", "linked to a case"),
        TipState.CLOSED: Text("cerrado", "closed"),
    }
)
# Whoever sent it is told nothing of a case: while it is pending nobody outside may know of it (LGTAIP art. 115).
TOLD_STATES: Final[Mapping[TipState, Text]] = MappingProxyType(
    {
        TipState.RECEIVED: Text(
            "Lo recibimos. Aún no empezamos a valorarlo.", "We have it. We have not begun to look into it yet."
        ),
        TipState.IN_TRIAGE: Text("Lo estamos valorando.", "We are looking into it."),
        TipState.LINKED: Text("Lo estamos valorando.", "We are looking into it."),
        TipState.CLOSED: Text(
            "Terminamos de valorarlo. Si sabe algo más, escríbanos aquí.",
            "We have finished looking into it. If you know more, write to us here.",
        ),
    }
)
TIP_ACT_WORDS: Final[Mapping[TipAct, Text]] = MappingProxyType(
    {
        TipAct.TAKE: Text("Empezar a valorarlo", "Start looking into it"),
        TipAct.ANSWER: Text("Escribir a quien lo mandó", "Write to whoever sent it"),
        TipAct.LINK: Text("Ligar a un expediente", "Link to a case"),
        TipAct.START_CASE: Text("Iniciar de oficio", "Start on own motion"),
        TipAct.CLOSE: Text("Cerrar el aviso", "Close the tip"),
        TipAct.REOPEN: Text("Valorarlo de nuevo", "Look into it again"),
    }
)
TIP_ACT_NOTES: Final[Mapping[TipAct, Text]] = MappingProxyType(
    {
        TipAct.TAKE: Text(
            "Quien lo mandó verá que se está valorando.", "Whoever sent it will see that it is being looked into."
        ),
        TipAct.ANSWER: Text(
            "Lo leerá cuando vuelva con su comprobante. No se avisa por ningún otro medio. "
            "No escriba nombres ni nada de un expediente (LGTAIP art. 115).",
            "It will be read when the person comes back with the receipt. Nothing is sent by any other means. "
            "Write no names and nothing of a case (LGTAIP art. 115).",
        ),
        TipAct.LINK: Text(
            "El aviso queda como antecedente del expediente. Quien lo mandó no es parte y no sabrá del expediente.",
            "The tip becomes background of the case. Whoever sent it is no party and will not know of the case.",
        ),
        TipAct.START_CASE: Text(
            "Abre un expediente por propia iniciativa de la autoridad, con el aviso como origen (LFPA art. 14).",
            "Opens a case on the authority's own motion, with the tip as its source (LFPA art. 14).",
        ),
        TipAct.CLOSE: Text(
            "No lleva a un expediente. Se puede valorar de nuevo si llega algo más.",
            "It leads to no case. It can be looked into again when more comes in.",
        ),
        TipAct.REOPEN: Text(
            "Vuelve a valoración y deja de estar ligado a un expediente.",
            "It goes back to triage and is no longer linked to a case.",
        ),
    }
)
GROUND_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        ClosingGround.TOO_LITTLE: Text("no hay datos suficientes", "there is too little to go on"),
        ClosingGround.NOT_FORCED_LABOUR: Text("no habla de trabajo forzoso", "it is not about forced labour"),
        ClosingGround.NO_IMPORT: Text(
            "no se trata de bienes que entren a México", "it is not about goods that come to Mexico"
        ),
        ClosingGround.KNOWN: Text("ya se conocía por otro medio", "it was known from elsewhere"),
        ClosingGround.UNUSABLE: Text("no es un aviso: publicidad o prueba", "it is no tip: advertising or a test"),
    }
)
SIGN_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "ILO-01": Text(
            "Se aprovechan de que no pueden defenderse: sin papeles, sin hablar el idioma, dependen del patrón",
            "They take advantage of those who cannot defend themselves: no papers, no language, no other home",
        ),
        "ILO-02": Text(
            "Les prometieron otro trabajo, otro lugar u otro pago",
            "They were promised another job, another place or other pay",
        ),
        "ILO-03": Text(
            "No pueden salir o entrar libremente; las vigilan", "They cannot come and go freely; they are watched"
        ),
        "ILO-04": Text(
            "Están en un sitio apartado o sin contacto con su familia o con otras personas",
            "They are in a remote place or cut off from family and other people",
        ),
        "ILO-05": Text("Las golpean o sufren violencia sexual", "They are beaten or suffer sexual violence"),
        "ILO-06": Text(
            "Las amenazan si se quejan o si quieren irse", "They are threatened if they complain or want to leave"
        ),
        "ILO-07": Text(
            "Les quitaron el pasaporte u otros papeles y no se los devuelven",
            "Their passport or other papers were taken and are not given back",
        ),
        "ILO-08": Text("No les pagan, para que no se vayan", "They are not paid, so that they do not leave"),
        "ILO-09": Text(
            "Trabajan para pagar una deuda que nunca se acaba", "They work to pay off a debt that never ends"
        ),
        "ILO-10": Text(
            "Viven o trabajan en condiciones que nadie aceptaría con libertad",
            "They live or work in conditions that nobody would freely accept",
        ),
        "ILO-11": Text(
            "Las obligan a trabajar de más, sin descanso, bajo amenaza",
            "They are made to work too long, without rest, under threat",
        ),
    }
)
# Languages a tip may be written in, each called as its speakers call it; the code marks the text for screen readers.
LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "es": "Español",
        "en": "English",
        "nah": "Nāhuatl",
        "yua": "Maaya t'aan",
        "mix": "Tu'un Savi",
        "zap": "Diidxazá",
        "tzh": "Bats'il k'op (tseltal)",
        "tzo": "Bats'i k'op (tsotsil)",
        "pt": "Português",
        "fr": "Français",
        "ht": "Kreyòl ayisyen",
        "zh": "中文",
        "ug": "ئۇيغۇرچە",
        "kk": "Қазақша",
        "bo": "བོད་སྐད།",
        "ko": "한국어",
        "ja": "日本語",
        "vi": "Tiếng Việt",
        "th": "ไทย",
        "my": "မြန်မာ",
        "km": "ខ្មែរ",
        "id": "Bahasa Indonesia",
        "ms": "Bahasa Melayu",
        "tl": "Tagalog",
        "hi": "हिन्दी",
        "bn": "বাংলা",
        "ne": "नेपाली",
        "ta": "தமிழ்",
        "ur": "اردو",
        "ar": "العربية",
        "ru": "Русский",
        "uz": "Oʻzbekcha",
        "tk": "Türkmençe",
        "tr": "Türkçe",
        "und": "···",
    }
)
