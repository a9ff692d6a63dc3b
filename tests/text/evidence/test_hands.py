from claims.text.evidence.hands import chains_in
from claims.text.spans import Span


def test_each_passage_has_the_hands_that_its_words_came_through():
    text = "Muttaqi will come, sources told The Express Tribune. He is ready."

    said, unsaid = chains_in(text, [Span(0, 17), Span(53, 65)])

    assert [link.name for link in said] == ["The Express Tribune", "sources"]
    assert unsaid == ()


def test_an_empty_text_has_no_hands():
    assert chains_in("", []) == []
