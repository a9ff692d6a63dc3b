import pytest

from claims.models import Event
from claims.reports.versions import why_of
from claims.services import versions
from claims.vocabulary import VersionChange
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_user, make_version

pytestmark = pytest.mark.django_db
LINES = [f"Paragraph {number} says what it says." for number in range(20)]
OLD = "\n\n".join([f"{FORETOLD} this week.", *LINES, "He said an 11-member team will go."])
NEW = "\n\n".join([f"{FORETOLD} this week.", *LINES, "He said a 12-member team will go.", "More follows."])


@pytest.fixture
def analyst(client):
    analyst = make_analyst()
    client.force_login(analyst)
    return analyst


@pytest.fixture
def article(analyst):
    """An article in two versions, with a claim on words that stand in both and one on words that left."""
    article = make_article(OLD)
    make_claim(article=article)
    make_claim(article=article, quote="an 11-member team", statement="Eleven will go")
    make_version(article, NEW)
    return article


def changes_of(article, number=2):
    return f"/articles/{article.pk}/versions/{number}/changes/"


def why_url(article, number=2):
    return f"/articles/{article.pk}/versions/{number}/why/"


def page_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_list_names_every_version_and_what_became_of_the_linked_words(client, article):
    rows = client.get(f"/articles/{article.pk}/versions/").context["rows"]

    assert [(row.version.number, row.placed, row.lost) for row in rows] == [(2, 1, 1), (1, 2, 0)]


def test_list_asks_no_more_for_more_versions(client, article, django_assert_num_queries):
    url = f"/articles/{article.pk}/versions/"
    client.get(url)
    with django_assert_num_queries(10):
        client.get(url)
    for number in range(3):
        make_version(article, f"{NEW}\n\nUpdate {number}.")

    with django_assert_num_queries(10):
        client.get(url)


def test_two_versions_in_either_order_lead_to_what_changed(client, article):
    response = client.get(f"/articles/{article.pk}/versions/", {"before": 2, "after": 1})

    assert response.headers["Location"] == f"{changes_of(article)}?from=1"


def test_comparing_a_version_with_itself_is_refused(client, article):
    response = client.get(f"/articles/{article.pk}/versions/", {"before": 2, "after": 2})

    assert response.status_code == 422
    assert "Choose two different versions." in response.content.decode()


def test_changes_tell_what_was_taken_out_and_put_in_by_words_too(client, article):
    page = page_of(client, changes_of(article))

    assert '<del><span class="visually-hidden">taken out: </span>an 11<' in page
    assert '<ins><span class="visually-hidden">put in: </span>a 12<' in page
    assert "More follows." in page


def test_unchanged_paragraphs_are_folded_but_for_the_one_beside_a_change(client, article):
    parts = client.get(changes_of(article)).context["diff"].parts

    assert [getattr(part, "count", None) or part.kind for part in parts] == [20, "same", "changed", "new"]


def test_words_that_lost_their_place_come_first_with_the_nearest_and_a_way_to_re_affirm(client, article):
    response = client.get(changes_of(article))

    lost, stands = response.context["fates"]
    assert (lost.fate, lost.passage.exact) == ("lost", "an 11-member team")
    assert "".join(piece.text for piece in lost.nearest if piece.kind != "gone") == "a 12-member team"
    assert stands.fate == "stands"
    assert f"/links/{lost.links[0].pk}/reaffirm/" in response.content.decode()


def test_words_that_stand_in_another_paragraph_have_moved(client, article):
    first, *rest = NEW.split("\n\n")
    make_version(article, "\n\n".join([*rest, first]))

    fates = client.get(changes_of(article, 3)).context["fates"]

    assert [(one.fate, one.passage.exact) for one in fates] == [("moved", FORETOLD)]


def test_words_before_which_something_came_in_have_not_moved(client, article):
    make_version(article, f"Something came in.\n\n{NEW}")

    fates = client.get(changes_of(article, 3)).context["fates"]

    assert [one.fate for one in fates] == ["stands"]


def test_words_that_came_back_stand_again(client, article):
    make_version(article, f"{OLD}\n\nIt was right before.")

    fates = client.get(changes_of(article, 3)).context["fates"]

    assert {one.passage.exact: one.fate for one in fates} == {"an 11-member team": "back", FORETOLD: "stands"}


def test_versions_that_are_not_neighbours_can_be_compared(client, article):
    make_version(article, f"{OLD}\n\nIt was right before.")

    diff = client.get(changes_of(article, 3), {"from": "1"}).context["diff"]

    assert (diff.before.number, diff.after.number) == (1, 3)
    assert diff.counts["new"] == 1


def test_changes_stand_side_by_side_when_asked(client, article):
    page = page_of(client, changes_of(article) + "?as=sides")

    assert 'class="sides" data-kind="changed"' in page


@pytest.mark.parametrize("wrong", ["?from=2", "?from=0", "?from=x", "?from=99999999999", "?as=upside"])
def test_what_cannot_be_compared_is_not_found(client, article, wrong):
    assert client.get(changes_of(article) + wrong).status_code == 404


def test_first_version_changed_nothing(client, article):
    assert client.get(changes_of(article, 1)).status_code == 404
    assert client.get(why_url(article, 1)).status_code == 422


def test_more_changes_than_a_page_holds_are_counted(client, article, monkeypatch):
    monkeypatch.setattr("claims.reports.version_diff.MOST_CHANGES", 1)

    diff = client.get(changes_of(article)).context["diff"]

    assert diff.left_out == 1
    assert [part.kind for part in diff.parts if getattr(part, "kind", "same") != "same"] == ["changed"]


def test_nothing_is_shown_after_the_last_change_that_a_page_holds(client, article, monkeypatch):
    monkeypatch.setattr("claims.reports.version_diff.MOST_CHANGES", 1)
    make_version(article, "\n\n".join(["Something came in.", *LINES, "All else went."]))

    diff = client.get(changes_of(article, 3)).context["diff"]

    assert len(diff.parts) == 1


def test_long_unchanged_text_is_named_and_not_sent(client, article, monkeypatch):
    monkeypatch.setattr("claims.reports.version_diff.MOST_FOLDED", 10)

    page = page_of(client, changes_of(article))

    assert "20 unchanged paragraphs:" in page
    assert "Paragraph 3 says" not in page


def test_why_a_version_came_is_said_once_and_logged_and_the_version_stays_as_it_was(client, article):
    response = client.post(why_url(article), {"change": "correction", "reason": "It says so at its foot."})

    version = article.newest_version()
    event = Event.objects.filter(article=article).latest("pk")
    assert response.status_code == 302
    assert (why_of(version).change, why_of(version).reason) == ("correction", "It says so at its foot.")
    assert version.change == VersionChange.UPDATE
    assert event.after == {"version": 2, "change": "correction"}
    assert "It says so at its foot." in page_of(client, f"/articles/{article.pk}/versions/")


def test_why_is_told_in_the_log_of_the_claims_that_rest_on_the_article(client, article, analyst):
    versions.say_why(version=article.newest_version(), change="refile", reason="The wire says so.", by=analyst)

    claim = article.passages.first().links.get().claim
    assert f"said of version 2 of “{article}”: refiled" in page_of(client, claim.get_absolute_url())


@pytest.mark.parametrize("wrong", [{"reason": " "}, {"change": "initial"}, {"change": "lost"}])
def test_wrong_why_is_refused_and_nothing_is_logged(client, article, wrong):
    count = Event.objects.count()

    response = client.post(why_url(article), {"change": "correction", "reason": "Typed by me."} | wrong)

    assert response.status_code == 422
    assert Event.objects.count() == count


def test_the_same_why_again_changes_nothing(client, article):
    sent = {"change": "correction", "reason": "It says so."}
    client.post(why_url(article), sent)
    count = Event.objects.count()

    response = client.post(why_url(article), sent)

    assert response.status_code == 422
    assert Event.objects.count() == count


def test_who_only_reads_sees_the_changes_and_is_offered_no_act(client, article):
    client.force_login(make_user())

    page = page_of(client, changes_of(article))

    assert "Re-affirm" not in page
    assert "Say why" not in page
    assert client.get(why_url(article)).status_code == 403
