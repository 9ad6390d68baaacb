from datetime import date

import pytest

from cases.domain.classification import WHILE_PENDING, ClassificationError, Classified, check_classified
from kernel.domain.documents import Classification

ON = date(2024, 2, 29)
BASIS, REASON = "LGTAIP art. 112, fracción VIII", "deliberación en curso"


def reserved(until: date | None) -> Classified:
    return Classified(Classification.RESERVED, BASIS, REASON, until)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(Classified(Classification.PUBLIC, BASIS, REASON), id="public"),
        pytest.param(Classified(Classification.CONFIDENTIAL, BASIS, REASON), id="confidential, without an end"),
        pytest.param(reserved(date(2029, 2, 28)), id="reserved for five years from a leap day"),
        pytest.param(WHILE_PENDING, id="what every document is until somebody classifies it"),
    ],
)
def test_a_classification_with_article_and_reason_stands(said: Classified) -> None:
    check_classified(said, on=ON)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param(Classified(Classification.PUBLIC, " ", REASON), "article", id="no article"),
        pytest.param(Classified(Classification.CONFIDENTIAL, BASIS, ""), "reason", id="no reason"),
        pytest.param(Classified(Classification.PUBLIC, "a" * 256, REASON), "longer than 255", id="a long article"),
        pytest.param(reserved(None), "28 Feb 2029 at the latest", id="reserved without an end"),
        pytest.param(reserved(date(2029, 3, 1)), "28 Feb 2029 at the latest", id="reserved for too long"),
        pytest.param(reserved(ON), "at the latest", id="reserved until today"),
        pytest.param(
            Classified(Classification.PUBLIC, BASIS, REASON, date(2025, 1, 1)), "Only what is reserved", id="an end"
        ),
    ],
)
def test_a_classification_that_lacks_what_the_law_asks_is_refused(said: Classified, words: str) -> None:
    with pytest.raises(ClassificationError) as caught:
        check_classified(said, on=ON)
    assert words in caught.value.message.en
