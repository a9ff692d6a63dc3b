from datetime import date

import pytest
from django.utils import timezone

from claims.models import Source
from claims.reports.numbered.track_record import build
from claims.reports.scope import Scope
from claims.services import articles, assessments, links, merging, passages, sources
from claims.services.attribution import Attribution
from claims.vocabulary import Basis, SourceKind, SpeakerKind, Stance, Standing, Verdict
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_reschedule,
    make_reviewer,
)
from tests.reports.numbered.reading import figure, row, rows, table, total

pytestmark = pytest.mark.django_db


def said_by(publisher, day=7, **fields):
    """Make a forecast from an article of `publisher`, published on a day of November 2021."""
    return make_claim(article=published_by(publisher, day), **fields)


def published_by(publisher, day=7):
    text = f"{FORETOLD} this week. Note {day} of {publisher}, {Source.objects.count()}, {timezone.now()}."
    return make_article(text, publisher=publisher, published_on=date(2021, 11, day))


def also_said_by(publisher, claim, day):
    """Let another article make `claim`, by a claim of its own that is then merged into it."""
    twin = said_by(publisher, day, statement=f"Said by {publisher} on {day}")
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())


def decide(claim, verdict):
    make_link(claim, stance=Stance.REFUTES if verdict == Verdict.REFUTED else Stance.SUPPORTS)
    return make_decision(claim, verdict=verdict)


def outlet(name, scope=None):
    return row(build(scope or Scope()), "outlets", name)


def test_an_outlet_has_the_claims_that_it_made_and_no_others():
    claim = said_by("Dawn")
    said_by("Dawn")
    make_link(claim, article=published_by("Tolo", 8), basis=Basis.EXPECTATION)

    report = build(Scope())

    assert [(one["outlet"], one["claims"]) for one in rows(report, "outlets")] == [("Dawn", 2)]


def test_an_origin_has_the_claims_that_go_back_to_it_in_whatever_outlet():
    relayed = make_claim(article=published_by("Dawn"), attribution=Attribution(through=["ANI"]))
    said_by("ANI", statement="Qureshi will open the meeting")

    report = build(Scope())

    assert row(report, "origins", "ANI")["claims"] == 2
    assert [one["outlet"] for one in rows(report, "outlets")] == ["ANI", "Dawn"]
    assert relayed.number


def test_fulfilment_leaves_out_what_says_nothing_of_the_event():
    for verdict in Verdict:
        decide(said_by("Dawn"), verdict)
    said_by("Dawn")

    found = outlet("Dawn")

    assert (found["claims"], found["decided"], found["fulfilment"]) == (7, 6, "1/3")


def test_percentages_are_given_from_five_on():
    for _ in range(5):
        decide(said_by("Dawn"), Verdict.CONFIRMED)
    decide(said_by("Tolo"), Verdict.CONFIRMED)

    assert outlet("Dawn")["fulfilment"] == "5/5 (100 %)"
    assert outlet("Tolo")["fulfilment"] == "1/1"


def test_events_are_no_forecasts_that_came_true():
    claim = said_by("Dawn", kind="event")
    decide(claim, Verdict.CONFIRMED)

    found = outlet("Dawn")

    assert (found["decided"], found["fulfilment"]) == (1, "0/0")


def test_withdrawn_and_corrected_articles_are_retractions_of_their_outlet():
    made = [said_by("Dawn").links.get().passage.article for _ in range(3)]
    before = timezone.now()
    for article, standing in zip(made, (Standing.WITHDRAWN, Standing.CORRECTED), strict=False):
        articles.set_standing(article=article, standing=standing, reason="They say so.", by=make_analyst())

    now, then = outlet("Dawn"), outlet("Dawn", Scope(recorded_by=before))

    assert (now["claims"], now["withdrawn"], now["corrected"]) == (3, 1, 1)
    assert (then["withdrawn"], then["corrected"]) == (0, 0)


def test_words_of_unnamed_people_are_the_anonymous_share():
    unnamed = Attribution(speaker="an official", speaker_kind=SpeakerKind.ANONYMOUS)
    make_claim(article=published_by("Dawn"), attribution=unnamed)
    said_by("Dawn")

    assert outlet("Dawn")["anonymous"] == "1/2"


def test_lead_time_is_the_median_from_its_first_article_to_the_first_outcome_report():
    for day in (4, 6, 9):
        make_link(said_by("Dawn", day))
    late = said_by("Dawn", 8)
    also_said_by("Dawn", late, 9)
    make_link(late, article=arrived(12))
    make_link(late, article=arrived(14))

    assert outlet("Dawn")["lead"] == 4  # the median of 10-4, 10-6, 10-9 and 12-8 days: 6, 4, 1, 4


def arrived(day):
    text = f"Muttaqi arrived in Islamabad on day {day}, {timezone.now()}."
    return make_article(text, published_on=date(2021, 11, day))


def test_a_report_that_does_not_count_ends_no_lead_time():
    claim = said_by("Dawn")
    make_link(claim, article=arrived(9), independence="undetermined")
    links.withdraw(link=make_link(claim, article=arrived(10)), reason="A mistake.", by=make_analyst())

    assert outlet("Dawn")["lead"] is None


def test_what_was_foretold_after_it_had_come_out_has_no_lead_time():
    claim = said_by("Dawn")
    make_link(claim, article=arrived(10))
    also_said_by("Tolo", claim, 12)

    assert (outlet("Dawn")["lead"], outlet("Tolo")["lead"]) == (3, None)


def test_the_letter_is_that_of_the_analysts_at_the_record_cut_off_and_moves_no_figure():
    decide(said_by("Dawn"), Verdict.CONFIRMED)
    ungraded, before = outlet("Dawn"), timezone.now()
    source = Source.objects.get(name="Dawn", kind=SourceKind.OUTLET)
    sources.grade(source=source, reliability="B", reason="Years of it.", by=make_reviewer())

    assert outlet("Dawn") == ungraded | {"letter": "B"}
    assert outlet("Dawn", Scope(recorded_by=before))["letter"] == "F"


def test_a_claim_of_two_outlets_counts_for_both_and_once_in_the_last_line():
    claim = said_by("Dawn")
    also_said_by("Tolo", claim, 8)
    decide(claim, Verdict.CONFIRMED)

    report = build(Scope())

    assert [(one["outlet"], one["claims"]) for one in rows(report, "outlets")] == [("Dawn", 1), ("Tolo", 1)]
    assert (total(report, "outlets")["claims"], total(report, "outlets")["fulfilment"]) == (1, "1/1")
    assert figure(report, "Fulfilment of the forecasts made") == "1/1"


def test_a_merged_claim_counts_in_its_target():
    claim = said_by("Dawn")
    also_said_by("Tolo", claim, 8)

    opened = [line[2].members for line in table(build(Scope()), "outlets").rows]

    assert opened == [(claim.number,), (claim.number,)]


def test_both_cut_offs_are_obeyed():
    claim = said_by("Dawn")
    before = timezone.now()
    also_said_by("Tolo", claim, 9)
    decide(claim, Verdict.CONFIRMED)

    def outlets(**cutoffs):
        return [(one["outlet"], one["decided"]) for one in rows(build(Scope(**cutoffs)), "outlets")]

    assert outlets(as_of=date(2021, 11, 6)) == []
    assert outlets(as_of=date(2021, 11, 8)) == [("Dawn", 0)]
    assert outlets(recorded_by=before) == [("Dawn", 0)]
    assert outlets() == [("Dawn", 1), ("Tolo", 1)]


def test_what_was_corrected_of_words_and_articles_is_read_as_it_stood():
    claim = said_by("Dawn")
    before, passage = timezone.now(), claim.links.get().passage
    unnamed = Attribution(through=["ANI"], speaker="an official", speaker_kind=SpeakerKind.ANONYMOUS)
    passages.reattribute(passage=passage, attribution=unnamed, reason="It says so.", by=make_analyst())
    articles.edit(article=passage.article, outlet_name="Tolo", published_on=date(2021, 11, 9), by=make_analyst())

    now, then = build(Scope()), build(Scope(recorded_by=before))

    assert [(one["origin"], one["anonymous"]) for one in rows(now, "origins")] == [("ANI", "1/1")]
    assert [(one["origin"], one["anonymous"]) for one in rows(then, "origins")] == [("Dawn", "0/1")]
    assert [rows(report, "outlets")[0]["outlet"] for report in (now, then)] == ["Tolo", "Dawn"]


def test_reopened_claims_are_decided_no_more():
    claim = said_by("Dawn")
    decide(claim, Verdict.CONFIRMED)
    assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())

    assert (outlet("Dawn")["decided"], outlet("Dawn")["fulfilment"]) == (0, "0/0")


def test_each_date_of_a_rescheduled_forecast_counts_for_who_gave_it():
    claim = said_by("ANI")
    row = make_reschedule(claim)
    said = outlet(row.passage.article.outlet.name)

    assert outlet("ANI")["claims"] == said["claims"] == 1
