"""The background of words: who counts, and what is capped, raised and left out."""

from benchmarks.words import LEAST, MOST_OWN, count_words, words_of


def test_words_are_read_as_the_engine_reads_them() -> None:
    assert words_of("Hetian Taida Apparels Joint Stock Company") == ("HOTAN", "TAIDA", "APPAREL", "JSC")


def test_persons_and_repeated_names_do_not_count() -> None:
    names = ["Abdul Inventado", "Inventada Textile Co.", "INVENTADA TEXTILES CO", "Otra Textile Co."]
    total, counts = count_words(names)
    assert total == 2
    assert "ABDUL" not in counts
    assert "OTRA" not in counts  # in fewer than LEAST names


def test_a_firms_own_word_is_capped_and_a_common_one_is_not() -> None:
    names = [f"Inventada Textile {number} Co" for number in range(LEAST + MOST_OWN + 20)]
    total, counts = count_words(names)
    assert counts["INVENTADA"] == MOST_OWN
    assert counts["TEXTILE"] == counts["CO"] == total
    assert not any(word.isdigit() for word in counts)
