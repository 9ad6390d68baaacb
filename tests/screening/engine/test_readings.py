"""What raw words are read as: the quick way past words that stand for themselves, and the order of canonical words."""

from hypothesis import given
from hypothesis import strategies as st

from screening.engine.readings import readings_of
from screening.engine.tables import distinct
from screening.engine.tokens import tokenise
from screening.engine.vocabulary import BEGINNINGS, ENDINGS, REWRITTEN, canonical

PIECES = st.sampled_from(sorted(BEGINNINGS | ENDINGS | {"ZHONG", "TAI", "LIWEI", "QX", "IES"}))
WORDS = st.lists(PIECES, min_size=1, max_size=3).map("".join) | st.text("ABCEGIKLNOSTY019", min_size=2, max_size=12)


def canonical_words(*names: str) -> tuple[str, ...]:
    tokens = tokenise(names)
    return readings_of(tokens, distinct(tokens.blob, tokens.starts)[1])[1]


@given(WORDS)
def test_a_word_that_begins_and_ends_like_no_other_stands_for_itself(word: str) -> None:
    has_border = word.startswith(tuple(BEGINNINGS)) or word.endswith(tuple(ENDINGS))
    assert has_border or word in REWRITTEN or canonical(word) == (word,)


@given(WORDS)
def test_a_word_of_a_column_is_read_as_it_is_alone(word: str) -> None:
    assert canonical_words(word) == tuple(dict.fromkeys(canonical(word)))


def test_canonical_words_are_numbered_as_they_are_met_those_of_phrases_after_them() -> None:
    assert canonical_words("Hotan Taida Det", "Taida May Forty 4") == (
        "HOTAN", "TAIDA", "DET", "MAY", "40", "4", "TEXTILE", "GARMENT", "44",
    )  # fmt: skip
