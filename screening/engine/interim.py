from enum import IntEnum
from functools import lru_cache
from screening.engine import vocabulary as v
from screening.engine.first_normalise import _canonical, _to_latin
class WordClass(IntEnum):
    OWN=0; GENERIC=1; PLACE=2; NUMBER=3; LETTER=4; FORM=5; STOP=6
LEGAL_FORMS=v.FORMS
FORMS_AT_HEAD=v.FORMS_AT_HEAD
FORM_PHRASES={("JOINT","STOCK","COMPANY"):"JSC",("LIMITED","LIABILITY","COMPANY"):"LLC"}
STOP=frozenset("AND Y DE DEL LA EL LOS OF THE FOR IN E".split())
@lru_cache(1<<18)
def word_class(w):
    if w.isdigit() : return WordClass.NUMBER
    if w in STOP: return WordClass.STOP
    if w in v.FORMS: return WordClass.FORM
    if w in v.PLACES: return WordClass.PLACE
    if w in v.GENERIC: return WordClass.GENERIC
    if len(w)==1: return WordClass.LETTER
    return WordClass.OWN
canonical=_canonical
def to_latin(n): return _to_latin(n)
def has_noise(t): return False
def without_noise(n): return n
NAMES=10000
@lru_cache(1<<18)
def count(w): return 100 if w in v.GENERIC else 60 if w in v.PLACES else 0
NOBODY=v.NOBODY
