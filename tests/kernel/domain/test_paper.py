import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kernel.domain.paper import (
    KINDS,
    Block,
    Doc,
    Facts,
    Heading,
    Items,
    Paragraph,
    Sealed,
    Signature,
    Table,
    as_json,
    from_json,
)

WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
SEVERAL = st.lists(WORDS, max_size=3).map(tuple)
ROWS = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, WORDS),
    st.builds(Paragraph, WORDS),
    st.builds(Items, SEVERAL),
    st.builds(Facts, ROWS),
    st.builds(Table, WORDS, st.tuples(WORDS, WORDS), ROWS, st.just((2, 1))),
    st.builds(Sealed, WORDS, WORDS),
    st.builds(Signature, WORDS, WORDS, WORDS),
)
DOCS = st.builds(Doc, SEVERAL, WORDS, WORDS, WORDS, st.lists(BLOCKS, max_size=5).map(tuple), SEVERAL, WORDS)
DOC = Doc(("STPS",), "F-1", "Acuse", "hoy", (Heading("Uno"), Paragraph("dos")))


@given(doc=DOCS)
def test_a_document_survives_its_storage(doc: Doc) -> None:
    stored = json.loads(json.dumps(as_json(doc)))
    assert from_json(stored) == doc
    assert from_json(stored).sha256() == doc.sha256()


def test_the_hash_is_of_what_it_says_and_not_of_where_it_is_verified() -> None:
    assert replace(DOC, verify_url="https://x").sha256() == DOC.sha256()
    assert replace(DOC, number="F-2").sha256() != DOC.sha256()
    as_heading, as_text = replace(DOC, blocks=(Heading("a"),)), replace(DOC, blocks=(Paragraph("a"),))
    assert as_heading.sha256() != as_text.sha256()


def test_each_kind_of_block_has_a_name() -> None:
    assert set(KINDS.values()) == set(Block.__args__)
    assert [name for name, _ in DOC.kinds()] == ["heading", "paragraph"]
