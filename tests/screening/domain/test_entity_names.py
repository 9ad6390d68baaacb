import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.domain.entity_names import EntityName, read_entity_name, read_entity_names

FIBRE = "Inventada Fibra Co., Ltd."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FIBRE, EntityName(FIBRE), id="a name alone"),
        pytest.param(f"12. {FIBRE}*", EntityName(FIBRE), id="a number before it and a footnote sign after"),
        pytest.param("841 Almacén Inventado", EntityName("841 Almacén Inventado"), id="a number that is of the name"),
        pytest.param(
            f"{FIBRE} (also known as Fibra Uno; Fibra Dos; and Fibra Tres Co., Ltd.)",
            EntityName(FIBRE, ("Fibra Uno", "Fibra Dos", "Fibra Tres Co., Ltd.")),
            id="other names with semicolons",
        ),
        pytest.param(
            f"{FIBRE} (also known as Fibra Uno Co. and Fibra Dos Co.)",
            EntityName(FIBRE, ("Fibra Uno Co.", "Fibra Dos Co.")),
            id="other names joined by and",
        ),
        pytest.param(
            f"{FIBRE} (including three aliases: Fibra Uno; Fibra Dos; and Fibra Tres)",
            EntityName(FIBRE, ("Fibra Uno", "Fibra Dos", "Fibra Tres")),
            id="aliases counted in words",
        ),
        pytest.param(f"{FIBRE} (and one alias: Fibra Uno)", EntityName(FIBRE, ("Fibra Uno",)), id="one alias"),
        pytest.param(
            f"{FIBRE} (formerly known as Vieja Fibra Co., Ltd.; and Más Vieja Fibra)",
            EntityName(FIBRE, (), ("Vieja Fibra Co., Ltd.", "Más Vieja Fibra")),
            id="former names",
        ),
        pytest.param(
            f"{FIBRE} (also known as Fibra Uno; and Fibra Dos Co., Ltd. and formerly known as Vieja; and Más Vieja)",
            EntityName(FIBRE, ("Fibra Uno", "Fibra Dos Co., Ltd."), ("Vieja", "Más Vieja")),
            id="other names, then former ones",
        ),
        pytest.param(
            f"{FIBRE}, a/k/a Fibra Uno, a/k/a Fibra Dos",
            EntityName(FIBRE, ("Fibra Uno", "Fibra Dos")),
            id="a/k/a without brackets",
        ),
        pytest.param(f"{FIBRE} f/k/a Vieja", EntityName(FIBRE, (), ("Vieja",)), id="f/k/a without brackets"),
        pytest.param(
            "Inventada Fibra (Baotou) Co., Ltd. and subsidiaries",
            EntityName("Inventada Fibra (Baotou) Co., Ltd.", includes_subsidiaries=True),
            id="a bracket of the name stays, the note on subsidiaries goes",
        ),
        pytest.param(
            "Fibra (Baotou) Co., Ltd (including one alias: Hebra (Baotou) Co.) and subsidiaries",
            EntityName("Fibra (Baotou) Co., Ltd", ("Hebra (Baotou) Co.",), includes_subsidiaries=True),
            id="a bracket inside the bracket",
        ),
        pytest.param(
            "Cuerpo Inventado de Producción (CIP) and its subordinate and affiliated entities",
            EntityName("Cuerpo Inventado de Producción", ("CIP",), includes_subsidiaries=True),
            id="an acronym is another name",
        ),
        pytest.param(
            "Inventada Company, Limited and its two subsidiaries from China, Fibra (Nantong) Co. Limited and "
            "Fibra (HK) Limited.",
            EntityName(
                "Inventada Company, Limited",
                includes_subsidiaries=True,
                subsidiaries=("Fibra (Nantong) Co. Limited", "Fibra (HK) Limited"),
            ),
            id="subsidiaries by name",
        ),
        pytest.param(
            "Inventada Holdings Berhad and its subsidiaries and joint ventures",
            EntityName("Inventada Holdings Berhad", includes_subsidiaries=True),
            id="joint ventures",
        ),
        pytest.param(
            "Fibra (or Phibra) Works", EntityName("Fibra Works", ("Phibra Works",)), id="another spelling of a word"
        ),
        pytest.param(
            'Golden Horse ("Jinma") Works', EntityName("Golden Horse Works", ("Jinma Works",)), id="two words in one"
        ),
        pytest.param(
            "Inventada Group Ltd. (Macao), Xinye Branch",
            EntityName("Inventada Group Ltd. (Macao), Xinye Branch"),
            id="a branch after a bracket",
        ),
        pytest.param(
            "Inventada Agriculture, Industry, and Trade Co., Ltd.",
            EntityName("Inventada Agriculture, Industry, and Trade Co., Ltd."),
            id="commas of the name",
        ),
        pytest.param(
            "虚构纺织有限公司 (also known as Fibra Uno)",
            EntityName("虚构纺织有限公司", ("Fibra Uno",)),
            id="another script",
        ),
        pytest.param(f"{FIBRE} (also known as {FIBRE})", EntityName(FIBRE), id="its own name is no alias"),
    ],
)
def test_a_cell_of_a_list_is_taken_apart(text: str, expected: EntityName) -> None:
    assert read_entity_name(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Agrícola Inventada S.A. de C.V. and Óptica Inventada S.A. de C.V. and their subsidiaries",
            ["Agrícola Inventada S.A. de C.V.", "Óptica Inventada S.A. de C.V."],
            id="two Mexican firms",
        ),
        pytest.param("Uno Co., Ltd. and Dos Co., Ltd.", ["Uno Co., Ltd.", "Dos Co., Ltd."], id="two Chinese firms"),
        pytest.param("Uno and Sons Ltd.", ["Uno and Sons Ltd."], id="and within a name"),
        pytest.param("Uno Ltd. and Sons", ["Uno Ltd. and Sons"], id="sons after the legal form"),
    ],
)
def test_several_firms_in_a_cell(text: str, names: list[str]) -> None:
    read = read_entity_names(text)
    assert [item.name for item in read] == names
    assert len({item.includes_subsidiaries for item in read}) == 1


TEXTS = st.text(st.sampled_from("abcÑé (),;./&*\"'-12 ") | st.characters(), max_size=60)
PHRASES = st.lists(
    st.sampled_from(["also known as", "formerly known as", "and", "a/k/a", "(", ")", ";", ",", "Uno Co., Ltd.", "its"])
    | TEXTS,
    max_size=8,
).map(" ".join)


@given(PHRASES)
def test_any_text_gives_a_name_whose_forms_are_each_said_once(text: str) -> None:
    read = read_entity_name(text)
    forms = (read.name, *read.aliases, *read.former_names)
    assert len(set(forms)) == len(forms)
    assert all(form == form.strip() and form for form in forms[1:])


@given(PHRASES)
def test_reading_a_name_again_changes_nothing(text: str) -> None:
    name = read_entity_name("Fibra " + text).name
    assert read_entity_name(name).name == name or "(" in name
