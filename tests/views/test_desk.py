import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim
from claims.reports.desk import cards_for
from claims.services import articles, links, suggestions
from claims.vocabulary import Basis, Standing, Verdict
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_suggestion,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db


def cards(user, **options):
    return {card.key: card for card in cards_for(user, **options)}


def counts(user):
    return {key: card.count for key, card in cards(user).items() if card.count}


def shown(client, user):
    client.force_login(user)
    return client.get("/").content.decode()


def test_an_empty_database_says_how_to_import(client):
    assert "Import articles" in shown(client, make_analyst())
    assert "Ask an analyst" in shown(client, make_user())


def test_nothing_waiting_is_said_in_a_sentence(client):
    make_article()

    assert "Nothing waits for you." in shown(client, make_reviewer())


def test_reviewers_see_every_proposal_and_analysts_their_own():
    amina, rahul = make_analyst(), make_analyst()
    claim = make_claim(by=amina)
    make_link(claim)
    make_proposal(claim, by=amina)

    assert cards(make_reviewer())["proposals"].title == "Proposals to review"
    assert [cards(user)["proposals"].count for user in (make_reviewer(), amina, rahul)] == [1, 1, 0]


def test_forecasts_that_fell_due_wait_until_an_outcome_is_reported():
    today = timezone.localdate()
    overdue = make_claim()
    due = make_claim(window_end=today - timedelta(days=1), window_basis="analyst")
    make_claim(window_end=today + timedelta(days=1), window_basis="analyst")
    make_link(make_claim())
    make_claim(review_on=today - timedelta(days=1))

    found = cards(make_reviewer())

    assert [row.number for row in found["overdue"].rows] == [overdue.label]
    assert [row.number for row in found["due"].rows] == [due.label]
    assert found["review-due"].count == 1


def test_own_claims_come_first_among_many_that_fell_due_longer_ago():
    amina, today = make_analyst(), timezone.localdate()
    others = [make_claim(window_end=date(2021, 11, 8 + day), window_basis="stated") for day in range(8)]
    mine = make_claim(by=amina, window_end=today - timedelta(days=5), window_basis="stated")
    make_link(mine, basis=Basis.EXPECTATION)
    make_proposal(mine, by=amina, verdict=Verdict.UNRESOLVED)

    card = cards(amina)["overdue"]

    assert [row.number for row in card.rows] == [claim.label for claim in (mine, *others[:5])]
    assert card.count == 9


def test_very_many_claims_are_not_counted_to_the_end(client, monkeypatch):
    monkeypatch.setattr("claims.reports.desk_cards.MOST_COUNTED", 7)
    for _ in range(8):
        make_claim()

    page = shown(client, make_reviewer())

    assert "All of more than 7</a>" in page
    assert '<span class="count">7+</span>' in page


@pytest.mark.parametrize("timing", ["overdue", "due", "review_due"])
def test_forecasts_that_are_late_are_those_that_the_lists_show_as_late(timing):
    today = timezone.localdate()
    for days in (-9, -4, -3, -1, 0, 1):
        make_claim(window_end=today + timedelta(days=days), window_basis="analyst")
        make_claim(review_on=today + timedelta(days=days))
    make_link(make_claim())

    late = Claim.objects.late(timing, today, 3)

    assert set(late) == set(Claim.objects.with_timing(today, 3).filter(timing=timing))
    assert late.exists()


def test_own_claims_come_first_and_are_marked():
    amina = make_analyst()
    make_claim(window_end=date(2021, 11, 1), window_basis="stated")
    mine = make_claim(by=amina)

    rows = cards(amina)["overdue"].rows

    assert rows[0].number == mine.label
    assert [row.mine for row in rows] == [True, False]


def test_conflicts_and_decisions_whose_evidence_moved_wait():
    claim = make_claim()
    make_link(claim)
    make_link(claim, stance="refutes")
    decided = make_claim()
    make_link(decided)
    make_decision(decided)
    make_link(decided)

    assert counts(make_reviewer()) == {"conflicts": 1, "needs-review": 1}


def test_links_are_suspended_by_a_withdrawn_article_and_by_a_changed_text():
    claim = make_claim()
    withdrawn = make_link(claim)
    articles.set_standing(
        article=withdrawn.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )
    changed = make_link(claim)
    make_version(changed.passage.article, "He stayed at home.")
    kept = make_link(claim)
    make_version(kept.passage.article, f"{kept.passage.article.newest_version().text} So it is said.")

    card = cards(make_analyst())["suspended"]

    assert [row.url for row in card.rows] == [f"/queue/stale/{link.pk}/" for link in (withdrawn, changed)]


def test_a_reaffirmed_link_waits_no_more():
    link = make_link(make_claim())
    article, analyst = link.passage.article, make_analyst()
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=analyst)
    links.reaffirm(link=link, reason="The minister said so himself.", by=analyst)

    assert cards(analyst)["suspended"].count == 0


def test_only_links_that_can_be_reaffirmed_wait():
    link = make_link(make_claim(), stance="context")
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )

    assert cards(make_analyst())["suspended"].count == 0


def test_undated_articles_and_own_drafts_wait():
    amina = make_analyst()
    make_article("Envoys met. Talks follow.", published_on=None)
    make_claim(by=amina, opened=False)
    make_claim(opened=False)

    assert counts(amina) == {"undated": 1, "drafts": 1}
    assert "drafts" not in cards(make_user())


def test_a_card_shows_a_few_rows_and_links_to_the_list_of_all(client):
    for _ in range(8):
        make_claim()

    card = cards(make_analyst())["overdue"]
    page = shown(client, make_reviewer())

    assert (card.count, len(card.rows)) == (8, 6)
    assert "All 8" in page
    assert reverse("claim-list") + "?timing=overdue&amp;state=open&amp;state=proposed" in page


SUPPORT = {"stance": "supports", "basis": "expectation"}


def test_articles_that_may_touch_own_open_claims_wait_the_last_one_first(client):
    amina = make_analyst()
    mine, other, draft = make_claim(by=amina), make_claim(by=amina), make_claim(by=amina, opened=False)
    early, late = make_article(title="Early"), make_article(title="Late")
    make_suggestion("link", article=early, claim=mine, says=SUPPORT)
    for claim in (mine, other, draft, make_claim()):
        make_suggestion("link", article=late, claim=claim, says=SUPPORT, rule=f"link-{claim.number}")

    card = cards(amina)["touched"]

    assert [(row.text, row.meta) for row in card.rows] == [
        ("Late", f"{late.outlet} · 2 open claims may be touched"),
        ("Early", f"{early.outlet} · 1 open claim may be touched"),
    ]
    assert card.rows[0].url == f"/queue/?article={late.pk}&kind=link&owner={amina.username}&state=live"
    assert f"{reverse(card.list_name)}?{card.query}" == f"/queue/?kind=link&owner={amina.username}&state=live"
    assert card.rows[0].url.replace("&", "&amp;") in shown(client, amina)


def test_number_of_what_may_touch_own_claims_is_that_of_the_queue_behind_it(client):
    amina = make_analyst()
    article, claim = make_article("One two three four. Five six."), make_claim(by=amina)
    for word in ("One", "two", "three", "four"):
        make_suggestion("link", article=article, quote=word, claim=claim, says=SUPPORT)
    make_suggestion("link", article=article, quote="Five", claim=make_claim(by=amina, opened=False), says=SUPPORT)

    card = cards(amina)["touched"]

    client.force_login(amina)
    behind = client.get(f"{reverse(card.list_name)}?{card.query}").context["place"].total
    assert (card.count, len(card.rows), behind) == (4, 1, 4)
    assert f'<a href="/queue/?{card.query}">All 4</a>'.replace("&", "&amp;") in shown(client, amina)


def test_very_many_suggestions_are_not_counted_to_the_end(client, monkeypatch):
    monkeypatch.setattr("claims.reports.desk_cards.MOST_COUNTED", 3)
    article = make_article("One two three four five.")
    for word in "One two three four five".split():
        make_suggestion("claim", article=article, quote=word, says={"statement": f"{word}!"})

    assert "All of more than 3</a>" in shown(client, make_analyst())


def test_an_article_that_may_conflict_with_an_own_claim_says_so():
    amina = make_analyst()
    make_suggestion("link", claim=make_claim(by=amina), says=SUPPORT | {"stance": "refutes"})
    make_suggestion("link", claim=make_claim(by=amina), says=SUPPORT)

    assert [[badge.label for badge in row.badges] for row in cards(amina)["touched"].rows] == [[], ["May conflict"]]


def test_a_judged_suggestion_touches_nothing(client):
    amina = make_analyst()
    suggestion = make_suggestion("link", claim=make_claim(by=amina), says=SUPPORT)
    suggestions.reject(suggestion=suggestion, by=amina)

    assert "touched" not in counts(amina)


def test_all_suggestions_wait_with_the_highest_ranked_shown(client):
    article = make_article("One two three four five.")
    for number, word in enumerate("One two three four five".split()):
        make_suggestion("claim", article=article, quote=word, score=number / 10, says={"statement": f"{word}!"})

    card = cards(make_analyst())["suggestions"]

    assert (card.count, [row.text for row in card.rows]) == (5, ["five!", "four!", "three!"])
    assert (card.list_name, card.query) == ("queue", "")
    assert "suggestions" not in cards(make_user())
    assert '<a href="/queue/">All 5</a>' in shown(client, make_analyst())


def test_suggestions_without_words_of_an_article_have_a_line():
    link, claim = make_link(make_claim()), make_claim()
    make_suggestion("merge", claim=claim, says={"other": link.claim_id})
    make_suggestion("origin", claim=link.claim, says={"link": link.pk, "other": link.pk})

    assert all(row.text for row in cards(make_analyst())["suggestions"].rows)
    assert cards(make_analyst())["suggestions"].count == 2


def test_news_tell_what_others_did_since_the_last_visit(client):
    amina, rahul = make_analyst(), make_user("rahul", "Analyst", first_name="Rahul")
    claim = make_claim(by=amina)
    client.force_login(amina)
    first = client.get("/")
    client.post("/seen/")
    make_link(claim, by=rahul)

    page = client.get("/").content.decode()

    assert "This is your first visit" in first.content.decode()
    assert "<b>Rahul</b> linked support to" in page
    assert "imported" in page
    assert "made" not in page


def test_more_articles_than_are_looked_through_are_not_said_to_be_all(client, monkeypatch):
    monkeypatch.setattr("claims.reports.news.READ", 3)
    for _ in range(5):
        make_article(published_on=None)

    assert "at least 2 other articles" in shown(client, make_analyst())


def test_after_marking_as_seen_nothing_is_new(client):
    make_claim()
    client.force_login(make_reviewer())

    answer = client.post("/seen/", follow=True)

    assert "Nothing new." in answer.content.decode()


def test_a_claim_is_told_once_and_one_import_is_one_line(client):
    make_claim()
    for _ in range(3):
        make_article(published_on=None)

    page = shown(client, make_reviewer())

    assert page.count("</time>") == 3 + 1
    assert "and <a href" in page


def test_what_happens_while_the_page_is_read_stays_new(client):
    claim = make_claim()
    client.force_login(make_reviewer())
    until = re.search(r'name="until" value="([^"]+)"', client.get("/").content.decode())[1]
    make_link(claim, by=make_analyst("rahul"))

    page = client.post("/seen/", {"until": until}, follow=True).content.decode()

    assert "linked support to" in page
    assert "</b> made" not in page


@pytest.mark.parametrize(
    "until", ["", "yesterday", "2021-11-09T25:00:00+00:00", "2021-11-09", "9999-12-31T00:00:00Z"]
)
def test_a_moment_that_makes_no_sense_counts_as_now(client, until):
    make_claim()
    client.force_login(make_reviewer())

    assert "Nothing new." in client.post("/seen/", {"until": until}, follow=True).content.decode()


def test_seen_needs_a_post(client):
    client.force_login(make_analyst())

    assert client.get("/seen/").status_code == 405
