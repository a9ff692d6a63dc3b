"""Articles that look like changed texts of others."""

import pytest

from claims.services import copies
from claims.services.known_articles import look_changed
from tests.factories import make_article

pytestmark = pytest.mark.django_db

STORY = "".join(
    f"Item {number} of the agenda is the trade of {thing} between both countries. "
    for number, thing in enumerate(["coal", "fruit", "cement", "cotton", "salt", "wheat", "tea", "timber"])
)


def make_two(first, second, **said):
    """Two articles that have been read, the second of which says `said` of itself."""
    made = [make_article(first, publisher="Dawn", url="https://dawn.example/1"), make_article(second, **said)]
    for article in made:
        copies.record(article.newest_version())
    return made


def test_the_later_of_two_articles_of_nearly_the_same_words_looks_like_a_changed_text():
    earlier, later = make_two(STORY, f"{STORY}Both sides signed.", publisher="Dawn")

    assert look_changed([earlier.pk, later.pk]) == [(later, earlier)]
    assert look_changed([earlier.pk]) == []


@pytest.mark.parametrize("said", [{"publisher": "ANI"}, {"url": "https://ani.example/1"}])
def test_a_copy_of_another_outlet_or_at_another_address_does_not(said):
    earlier, later = make_two(STORY, f"{STORY}Both sides signed.", **said)

    assert look_changed([earlier.pk, later.pk]) == []


def test_an_article_that_takes_over_a_part_does_not():
    words = " ".join(f"word{number} is another" for number in range(120))
    earlier, later = make_two(STORY, f"{STORY} {words}")

    assert look_changed([earlier.pk, later.pk]) == []
