import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.services import amending, articles, assessments, claims, links, merging, passages, searches, splitting
from claims.services.attribution import Attribution
from claims.vocabulary import Basis, Stance, Standing, Verdict
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2021, 11, 7)


@pytest.fixture
def alice(client):
    """An analyst who is logged in."""
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def page_of(client, claim, **params):
    answer = client.get(claim.get_absolute_url(), params)
    assert answer.status_code == 200
    return answer


def text_of(client, claim, **params):
    return " ".join(page_of(client, claim, **params).content.decode().split())


def make_refutation(claim, **fields):
    article = make_article("Kabul denied the visit.", published_on=date(2021, 11, 10), publisher="Tolo News")
    return make_link(claim, article=article, quote="Kabul denied the visit", stance=Stance.REFUTES, **fields)


def test_a_window_of_one_day_is_that_day(client):
    claim = make_claim(window_start=date(2021, 11, 12), window_end=date(2021, 11, 12), window_basis="stated")
    client.force_login(make_analyst())

    page = client.get(claim.get_absolute_url()).content.decode()

    assert "<dd>12 Nov 2021<br>" in page


def test_an_unknown_number_is_not_found(client, alice):
    assert client.get("/claims/999/").status_code == 404


def test_state_evidence_timing_and_verdict_stand_apart_in_words(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)
    make_decision(claim, by=make_reviewer("rita"), as_of=date(2021, 11, 12))

    text = text_of(client, claim)

    for words in ("Decided", "Outcome reported", "Closed", "Confirmed"):
        assert words in text
    assert "2 articles, 2 origins: an independent report says that it happened, and none that it did not." in text
    assert "Decided by rita as of 12 November 2021, with moderate confidence." in text


def test_conflicts_and_qualifications_come_first(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)
    make_link(claim, article=make_article(f"{FORETOLD}, we hear."), basis=Basis.EXPECTATION)
    make_link(claim, article=make_article(), quote="Talks follow", stance=Stance.CONTEXT)
    make_link(claim, article=make_article(), quote="this week", stance=Stance.QUALIFIES, reason="Only this week.")
    make_refutation(claim, reason="A denial.")

    groups = page_of(client, claim).context["page"].groups

    keys = [group.key for group in groups]
    assert keys == ["refutes", "qualifies", "outcome", "expectation", "asserts", "context"]


def test_a_link_shows_who_says_what_through_whom_and_lands_on_the_passage(client, alice):
    claim = make_claim(by=alice)
    article = make_article(f"{ARRIVED} on Wednesday.", publisher="Dawn", published_on=date(2021, 11, 10))
    link = make_link(
        claim,
        article=article,
        attribution=Attribution("a senior official", "anonymous", ("ANI", "The Express Tribune")),
        credibility=2,
        reason="He was seen there.",
    )

    text = text_of(client, claim)

    chain = "<li>Dawn</li><li>ANI</li><li>The Express Tribune</li>"
    for words in (ARRIVED, "Dawn, 10 November 2021", "a senior official", chain, "2 of 6", "He was seen there."):
        assert words in text
    assert "Reported to have happened" in text
    assert "Independent, sources anonymous" in text
    assert f'href="{link.passage.get_absolute_url()}"' in text


def test_a_link_that_does_not_count_says_why(client, alice):
    claim = make_claim(by=alice)
    undated = make_article(f"{ARRIVED} some day.", published_on=None)
    make_link(claim, article=undated)

    text = text_of(client, claim)

    assert "Does not count:</b> The article has no publication date yet." in text
    assert f'href="/articles/{undated.pk}/edit/"' in text


def test_a_suspended_link_can_be_reaffirmed(client, alice):
    claim = make_claim(by=alice)
    link = make_link(claim)
    articles.set_standing(article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=alice)

    text = text_of(client, claim)

    assert "Does not count:</b> Suspended until a person re-affirms it." in text
    assert f'href="/links/{link.pk}/reaffirm/"' in text


def test_a_link_whose_words_left_the_newest_text_can_be_reaffirmed(client, alice):
    claim = make_claim(by=alice)
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    link = make_link(claim, article=article)
    make_version(article, "Muttaqi landed in Islamabad on Wednesday.")

    assert f'href="/links/{link.pk}/reaffirm/"' in text_of(client, claim)


def test_a_withdrawn_link_is_folded_away_with_its_reason(client, alice):
    claim = make_claim(by=alice)
    link = make_link(claim)
    links.withdraw(link=link, reason="The wrong minister.", by=alice)

    answer = page_of(client, claim)

    assert [row.link for row in answer.context["page"].withdrawn] == [link]
    assert "Withdrawn links (1)" in answer.content.decode()
    assert "The wrong minister." in answer.content.decode()
    assert f'href="/links/{link.pk}/revise/"' not in answer.content.decode()


def test_the_links_of_a_merged_claim_are_shown_with_a_note(client, alice):
    into, other = make_claim(by=alice), make_claim(by=alice, statement="The minister will visit Pakistan")
    link = make_link(other)
    merging.merge(claim=other, into=into, reason="The same.", by=make_reviewer())
    other.refresh_from_db()

    text = text_of(client, into)

    assert f"{other.label}</a>, which was merged into this claim." in text
    assert f'href="/links/{link.pk}/withdraw/"' not in text
    assert f'Merged into <a href="{into.get_absolute_url()}">' in text_of(client, other)


def test_the_parts_of_a_split_claim_name_each_other(client, alice):
    claim = make_claim(by=alice)
    part, _ = splitting.split(
        claim=claim, statements=["He will come", "He will talk"], reason="Two things.", by=alice
    )

    assert part.statement in text_of(client, claim)
    assert f'Split from <a href="{claim.get_absolute_url()}">' in text_of(client, part)


def test_the_publication_day_asked_for_hides_what_came_later(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)

    answer = page_of(client, claim, as_of="2021-11-09")

    page, text = answer.context["page"], answer.content.decode()
    assert page.figures.evidence_status == "single_source"
    assert [group.key for group in page.groups] == ["asserts"]
    assert len(page.later) == 1
    assert "This is not now." in text
    assert "Evidence published by 9 November 2021" in text
    assert "Back to now" in text
    assert "Add evidence" not in text


def test_an_uncounted_link_of_a_later_day_is_hidden_too(client, alice):
    claim = make_claim(by=alice)
    later = make_article("Talks follow.", published_on=date(2021, 11, 10))
    make_link(claim, article=later, quote="Talks follow", stance=Stance.CONTEXT)

    assert len(page_of(client, claim, as_of="2021-11-09").context["page"].later) == 1


def test_the_record_moment_asked_for_shows_the_page_as_it_was(client):
    with time_machine.travel("2021-11-08T09:00:00Z", tick=False):
        alice, rita = make_analyst("alice"), make_reviewer("rita")
        claim = make_claim(by=alice, topic_names=["Talks"])
        link = make_link(claim, article=make_article(), quote=FORETOLD, by=rita, basis=Basis.EXPECTATION)
    with time_machine.travel("2021-11-12T09:00:00Z", tick=False):
        links.withdraw(link=link, reason="A mistake.", by=rita)
        new = {"statement": "Muttaqi will visit Lahore", "window_end": date(2021, 11, 30), "topic_names": ["Visits"]}
        amending.edit(claim=claim, values=new, reason="It was Lahore.", by=alice)
        make_link(claim)
        make_decision(claim, by=rita)
    with time_machine.travel("2021-11-20T09:00:00Z", tick=False):
        client.force_login(alice)

        then = page_of(client, claim, recorded_by="2021-11-10T00:00").context["page"]
        now = page_of(client, claim).context["page"]

    assert then.claim.statement == "Muttaqi will visit Islamabad"
    assert (then.claim.window_end, then.claim.state, then.topics) == (date(2021, 11, 14), "open", ("Talks",))
    assert (len(then.withdrawn), len(then.live_assessments), then.figures.verdict) == (0, 0, None)
    assert [group.key for group in then.groups] == ["expectation", "asserts"]
    assert now.claim.statement == "Muttaqi will visit Lahore"
    assert (now.claim.state, now.topics, len(now.withdrawn)) == ("decided", ("Visits",), 1)


def test_claims_that_one_comes_from_or_went_into_say_what_they_said_then(client):
    with time_machine.travel("2021-11-08T09:00:00Z", tick=False):
        alice, rita = make_analyst("alice"), make_reviewer("rita")
        whole = make_claim(by=alice, statement="Muttaqi and Yusuf will visit")
        part, _ = splitting.split(
            claim=whole, statements=["Muttaqi will visit", "Yusuf will"], reason="Two.", by=alice
        )
        target = make_claim(by=alice, statement="Muttaqi visits", quote="Talks follow")
        claims.open_draft(claim=part, by=alice)
        merging.merge(claim=part, into=target, reason="The same.", by=rita)
    with time_machine.travel("2021-11-12T09:00:00Z", tick=False):
        for claim, statement in ((whole, "Both will visit"), (target, "Muttaqi will visit Kabul")):
            amending.edit(claim=claim, values={"statement": statement}, reason="Clearer.", by=rita)
        client.force_login(alice)

        then = text_of(client, part, recorded_by="2021-11-10T00:00")
        now = text_of(client, part)

    assert "Muttaqi visits</a>. Its evidence" in then
    assert "Muttaqi and Yusuf will visit</a>; its links" in then
    assert "Muttaqi will visit Kabul</a>. Its evidence" in now
    assert "Both will visit</a>; its links" in now


def test_the_log_of_an_earlier_moment_ends_there(client):
    with time_machine.travel("2021-11-08T09:00:00Z", tick=False):
        alice = make_analyst()
        claim = make_claim(by=alice)
    make_link(claim)
    client.force_login(alice)

    log = page_of(client, claim, recorded_by="2021-11-09T00:00").context["log"]

    assert len(log.lines) == 3


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"as_of": "yesterday"}, "This is no day."),
        ({"as_of": "2021-02-30"}, "This is no day."),
        ({"as_of": "9999-12-31"}, "This day is still to come"),
        ({"recorded_by": "<script>"}, "This is no moment."),
        ({"recorded_by": "9999-12-31T23:59"}, "This moment is still to come"),
        ({"recorded_by": "0001-01-01T00:00+14:00"}, "Write a year from 1900 on."),
        ({"recorded_by": "2001-01-01T00:00"}, "was first recorded on"),
    ],
)
def test_a_cut_off_that_makes_no_sense_is_refused_with_a_sentence(client, alice, params, sentence):
    claim = make_claim(by=alice)

    answer = page_of(client, claim, **params)

    assert sentence in answer.content.decode()
    assert answer.context["page"].is_now


def test_today_is_now(client, alice):
    claim = make_claim(by=alice)

    assert page_of(client, claim, as_of=timezone.localdate().isoformat()).context["page"].is_now


def test_the_earliest_day_that_can_be_asked_does_not_break_the_page(client, alice):
    answer = page_of(client, make_claim(by=alice), as_of="1900-01-01")

    assert answer.context["page"].figures.evidence_status == "no_evidence"


def controls_of(client, claim):
    controls = page_of(client, claim).context["controls"]
    return {control.name: control.refusal for control in (*controls.next_steps, *controls.others)}


def test_a_reader_is_told_why_nothing_can_be_done(client):
    client.force_login(make_user("reader"))
    claim = make_claim()
    link = make_link(claim)

    text = text_of(client, claim)

    assert all(controls_of(client, claim).values())
    assert "Only analysts and reviewers can do this." in text
    assert f'href="/links/{link.pk}/withdraw/"' not in text


def test_an_analyst_gathers_and_proposes_and_is_told_what_reviewers_do(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)

    controls = controls_of(client, claim)

    assert [controls[name] for name in ("evidence", "propose", "edit", "split", "null-search")] == [None] * 5
    assert controls["merge"] == "Only reviewers can do this. Ask somebody with the role Reviewer."
    assert controls["reject"] == f"{claim.label} is open; only a draft can be rejected."


def test_who_proposed_is_told_that_someone_else_decides(client):
    rita = make_reviewer("rita")
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim, by=rita)
    client.force_login(rita)

    text = text_of(client, claim)

    assert "You proposed a verdict on this claim, so someone else must decide it." in text
    assert f'action="/proposals/{proposal.pk}/withdraw/"' in text


def test_nobody_withdraws_the_proposal_of_another(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)
    proposal = make_proposal(claim, by=make_analyst())

    assert f'action="/proposals/{proposal.pk}/withdraw/"' not in text_of(client, claim)


def test_a_draft_is_opened_by_post(client, alice):
    claim = make_claim(by=alice, opened=False)

    assert f'<form method="post" action="/claims/{claim.number}/open/">' in text_of(client, claim)


def test_closed_assessments_say_why_they_were_closed(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)
    make_proposal(claim)
    assessments.send_back(claim=claim, reason="Weigh the denial.", by=make_reviewer())

    answer = page_of(client, claim)

    assert len(answer.context["page"].closed_assessments) == 1
    assert "Sent back" in answer.content.decode()
    assert "Weigh the denial." in answer.content.decode()


def test_a_decision_shows_its_reasons_and_the_links_relied_on(client, alice):
    claim = make_claim(by=alice)
    link = make_link(claim)
    make_decision(claim, rationale="Dawn saw him.", what_would_change="Film of him in Kabul.")

    text = text_of(client, claim)

    assert "Dawn saw him." in text
    assert "Film of him in Kabul." in text
    assert f'href="#link-{link.pk}"' in text


def test_a_search_that_found_nothing_is_on_the_page(client, alice):
    claim = make_claim(by=alice)
    searches.log_null_search(claim=claim, searched="The archive of Dawn", up_to=FIRST_DAY, by=alice, note="Complete.")

    text = text_of(client, claim)

    assert "Looked, found nothing" in text
    assert "The archive of Dawn" in text


def test_an_expired_search_is_shown_as_such_and_leads_to_a_new_one(client, alice):
    claim = make_claim(by=alice)
    searches.log_null_search(claim=claim, searched="The archive of Dawn", up_to=FIRST_DAY, by=alice)
    make_link(claim)

    now, then = text_of(client, claim), text_of(client, claim, as_of="2021-11-09")

    assert "Expired</b> It says nothing of the article linked here that was published since. It held for 14" in now
    address = reverse("claim-null-search", args=[claim.number])
    assert f'href="{address}">Search again and log it' in now
    assert "Fresh</b> It holds until 21 November 2021." in then
    assert "Search again" not in then


def test_a_record_moment_shows_who_spoke_through_whom_and_in_what_article_as_it_was_known(client):
    with time_machine.travel("2021-11-11T09:00:00Z", tick=False):
        alice = make_analyst("alice")
        claim = make_claim(by=alice)
        article = make_article(
            f"{ARRIVED} on Wednesday.", publisher="Dawn", published_on=date(2021, 11, 10), title="He came"
        )
        link = make_link(claim, article=article, attribution=Attribution("an aide", "anonymous", ("ANI",)))
    with time_machine.travel("2021-11-15T09:00:00Z", tick=False):
        new = Attribution("Qureshi", "named_person", ("Tolo News",))
        passages.reattribute(passage=link.passage, attribution=new, reason="Read again.", by=alice)
        articles.edit(article=article, by=alice, title="He went", outlet_name="The Nation")
        articles.set_standing(article=article, standing=Standing.CORRECTED, reason="A note.", by=alice)
    with time_machine.travel("2021-11-20T09:00:00Z", tick=False):
        client.force_login(alice)

        then, now = text_of(client, claim, recorded_by="2021-11-12T00:00"), text_of(client, claim)

    for words in ("an aide", "<li>Dawn</li><li>ANI</li>", "He came", "Dawn, 10 November 2021"):
        assert words in then
        assert words not in now
    for words in ("Qureshi", "<li>The Nation</li><li>Tolo News</li>", "He went", 'data-value="corrected"'):
        assert words in now
        assert words not in then


def test_claims_merged_and_split_read_as_they_did_at_the_record_moment(client):
    with time_machine.travel("2021-11-08T09:00:00Z", tick=False):
        alice = make_analyst("alice")
        claim, other = make_claim(by=alice), make_claim(by=alice, statement="He will come")
        merging.merge(claim=other, into=claim, reason="The same.", by=make_reviewer())
    with time_machine.travel("2021-11-12T09:00:00Z", tick=False):
        merging.unmerge(claim=other, reason="Not the same.", by=make_reviewer())
        amending.edit(claim=other, values={"statement": "He will come soon"}, reason="Clearer.", by=alice)
    client.force_login(alice)

    then = text_of(client, claim, recorded_by="2021-11-10T00:00")

    assert f"{other.label} He will come</a>" in then
    assert "He will come soon" not in then


def test_the_page_of_an_earlier_day_says_both_cut_offs_in_words(client, alice):
    claim = make_claim(by=alice)

    assert "Evidence published by 9 November 2021, as recorded now." in text_of(client, claim, as_of="2021-11-09")


def test_the_log_says_what_an_amendment_replaced(client, alice):
    claim = make_claim(by=alice)
    amending.edit(
        claim=claim, values={"window_end": date(2021, 11, 20)}, by=make_analyst("bob"), reason="A later report."
    )

    text = text_of(client, claim)

    assert "<del>14 November 2021</del> <ins>20 November 2021</ins>" in text
    assert "A later report." in text
    assert "<dt>Amended</dt>" in text


def test_a_decision_that_was_shaken_is_not_called_an_amendment(client, alice):
    claim = make_claim(by=alice)
    article = make_link(claim).passage.article
    make_decision(claim)

    articles.set_date(article=article, published_on=date(2021, 6, 1), reason="Its page says so.", by=alice)

    text = text_of(client, claim)
    assert "<dt>Decision shaken</dt>" in text
    assert "was corrected: Its page says so." in text
    assert "<dt>Amended</dt>" not in text


def test_the_log_shows_its_newest_lines_and_the_rest_when_asked(client, alice):
    claim = make_claim(by=alice)
    for day in range(40):
        amending.edit(claim=claim, values={"review_on": FIRST_DAY + timedelta(days=day)}, by=alice)

    short, whole = page_of(client, claim), page_of(client, claim, log="all")

    assert len(short.context["log"].lines) == 30
    assert "Show 13 older lines" in short.content.decode()
    assert len(whole.context["log"].lines) == 43


def test_what_people_typed_is_shown_as_text(client, alice):
    bad = "<script>alert(1)</script>"
    claim = make_claim(by=alice, statement=f"{bad} statement", criteria=bad, topic_names=[bad])
    make_link(claim, reason=bad, attribution=Attribution(bad, "named_person", (bad,)))
    make_proposal(claim, rationale=bad, what_would_change=bad)
    searches.log_null_search(claim=claim, searched=bad, up_to=FIRST_DAY, by=alice, note=bad)

    assert "<script>alert" not in page_of(client, claim).content.decode()


def test_the_timeline_draws_every_dated_link_and_links_to_its_card(client, alice):
    claim = make_claim(by=alice)
    link = make_link(claim)
    make_link(claim, article=make_article(f"{ARRIVED} some day.", published_on=None))

    answer = page_of(client, claim)

    assert len(answer.context["page"].pictures.timelines["wide"].dots) == 2
    assert f'<a href="#link-{link.pk}" aria-label="Supports, reported to have happened:' in answer.content.decode()


def test_a_claim_without_any_day_has_no_timeline(client, alice):
    claim = make_claim(by=alice, article=make_article(published_on=None), kind="event")

    assert page_of(client, claim).context["page"].pictures.timelines is None


def add_all_sorts(claim, by):
    """Add links of every sort, an assessment, a search and a merged claim, as in a few days of work."""
    for stance in (Stance.SUPPORTS, Stance.QUALIFIES, Stance.REFUTES):
        article = make_article(f"{ARRIVED} again.", published_on=date(2021, 11, 8))
        speaker = Attribution("Mujahid", "named_person", ("ANI",))
        make_link(claim, article=article, stance=stance, attribution=speaker)
    proposal = make_proposal(claim, by=by, verdict=Verdict.REFUTED)
    assessments.withdraw_proposal(proposal=proposal, by=by)
    links.withdraw(link=claim.links.live().last(), reason="A mistake.", by=by)
    searches.log_null_search(claim=claim, searched="Dawn", up_to=FIRST_DAY, by=by)
    merged = make_claim(by=by)
    make_link(merged, article=make_article(f"{ARRIVED} too."))
    merging.merge(claim=merged, into=claim, reason="The same.", by=make_reviewer())


@pytest.mark.parametrize("params", [{}, {"as_of": "2021-11-09"}, {"recorded_by": "2021-11-19T00:00"}, {"log": "all"}])
def test_more_links_need_no_more_queries(client, params):
    def counted():
        with time_machine.travel("2021-11-20T09:00:00Z"), CaptureQueriesContext(connection) as queries:
            answer = page_of(client, claim, **params)
        return len(queries), sum(len(group.rows) for group in answer.context["page"].groups)

    with time_machine.travel("2021-11-18T09:00:00Z"):
        alice = make_analyst()
        claim = make_claim(by=alice, topic_names=["Talks"])
        add_all_sorts(claim, alice)
    with time_machine.travel("2021-11-20T08:00:00Z"):
        client.force_login(alice)
    few, rows = counted()
    with time_machine.travel("2021-11-18T12:00:00Z"):
        add_all_sorts(claim, alice)
        add_all_sorts(claim, alice)
    many, more_rows = counted()

    assert more_rows > rows
    assert many == few


def test_every_part_that_one_can_jump_to_is_on_the_page(client, alice):
    claim = make_claim()
    make_link(claim)
    searches.log_null_search(claim=claim, searched="The archive", up_to=date(2021, 11, 14), by=alice)

    now, then = (
        client.get(claim.get_absolute_url()).text,
        client.get(claim.get_absolute_url(), {"as_of": FIRST_DAY}).text,
    )

    for text in (now, then):
        jumps = re.findall(r'href="#([^"]+)"', text.partition('class="jumps"')[2].partition("</nav>")[0])
        assert {"about", "as-of", "evidence", "assessments", "log"} <= {*jumps}
        assert [name for name in jumps if f'id="{name}"' not in text] == []
    assert [(f'href="#{name}"' in now, f'href="#{name}"' in then) for name in ("candidates", "searches")] == [
        (True, False)
    ] * 2
