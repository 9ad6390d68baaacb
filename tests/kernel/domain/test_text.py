from kernel.domain.text import Text


def test_a_message_heads_a_line_in_both_languages_and_keeps_the_rest() -> None:
    assert Text("órdenes de la UE", "EU orders").headed() == Text("Órdenes de la UE", "EU orders")
    assert Text("", "").headed() == Text("", "")
