"""One desk on which every address can be tried: people of every role, and rows in the states that the acts need."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.test import override_settings

from claims.models import Alias, Claim, Event, Source
from claims.reports.scope import Scope
from claims.services import articles, comments, editions, filters, merging, proposal_requests, searches
from claims.vocabulary import SuggestionKind
from tests.factories import (
    make_administrator,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reschedule,
    make_reviewer,
    make_suggestion,
    make_user,
    make_version,
)

ROLES = ("anonymous", "reader", "analyst", "reviewer", "administrator")


def make_people():
    """Return a person for each role; nobody for the anonymous one."""
    return {
        "anonymous": None,
        "reader": make_user("reader"),
        "analyst": make_analyst("analyst"),
        "reviewer": make_reviewer("reviewer"),
        "administrator": make_administrator("administrator"),
    }


def make_blind(statement="Muttaqi will visit Islamabad", *, by, owner=None, **said):
    """Return a claim of `owner` on which `by` alone has spoken, blind."""
    claim = make_claim(statement=statement, by=owner)
    make_link(claim)
    with override_settings(FACTCHECK_BLIND_PROPOSALS=True):
        make_proposal(claim, by=by, **said)
    return claim


def make_world(people):
    """Return the arguments of addresses, by the name of what these need."""
    claim, proposed, decided, merged = (make_claim(topic_names=["Trade"]) for _ in range(4))
    link, retracted = make_link(claim, by=people["analyst"]), make_link(claim)
    for one in (proposed, decided):
        make_link(one)
    proposal = make_proposal(proposed, by=people["analyst"])
    make_decision(decided)
    merging.merge(claim=merged, into=decided, reason="The same.", by=people["reviewer"])
    draft = make_claim(opened=False)
    articles.set_standing(
        article=retracted.passage.article, standing="withdrawn", reason="They say so.", by=people["analyst"]
    )
    searches.log_null_search(claim=claim, searched="The archive", up_to=date(2021, 11, 14), by=people["analyst"])
    Alias.objects.create(source=Source.objects.first(), surface="the wire")
    says = {"statement": "Muttaqi will visit Islamabad", "kind": "event"}
    suggestion = make_suggestion(SuggestionKind.CLAIM, says=says)
    told = ", ".join(f"@{person.username}" for person in people.values() if person)
    comments.make(claim=proposed, body=f"{told}: look.", by=people["reviewer"])
    item = {"key": f"event-{Event.objects.latest('pk').pk}"}
    comment = comments.make(claim=claim, body="One origin?", by=people["analyst"])
    undated = make_article("Ministers met.", published_on=None)
    claim_set = make_claim_set(claim, draft, by=people["analyst"])
    first, second = (
        editions.freeze(title=title, code="R1", scope=Scope(), by=people["reviewer"]) for title in ("One", "Two")
    )
    blind = make_blind(by=make_analyst("bob"))
    asked = proposal_requests.ask(claim=proposed, note="Who saw him?", by=people["reviewer"])
    return {
        "blind": {"number": blind.number},
        "request": {"pk": asked.pk},
        "kind": {"kind": "undated"},
        "waiting": {"kind": "undated", "pk": undated.pk},
        "undated": {"pk": undated.pk},
        "item": item,
        "comment": {"pk": comment.pk},
        "thread": {"pk": comment.thread_id},
        "article": {"pk": make_article().pk},
        "version": {"pk": make_version(make_article(), "Nobody will come.").article_id, "number": 2},
        "words": {"pk": make_article().pk, "start": 0, "end": 7},
        "panel": {"pk": link.passage.article_id, "name": f"claim-{claim.number}"},
        "passage": {"pk": link.passage_id},
        "open": {"number": claim.number},
        "own": {"number": make_claim(by=people["analyst"]).number},
        "draft": {"number": draft.number},
        "proposed": {"number": proposed.number},
        "decided": {"number": decided.number},
        "merged": {"number": merged.number},
        "set": {"pk": claim_set.pk},
        "member": {"pk": claim_set.memberships.first().pk},
        "proposal": {"pk": proposal.pk},
        "link": {"pk": link.pk},
        "reschedule": {"pk": make_reschedule(make_claim()).pk},
        "suggestion": {"pk": suggestion.pk},
        "suggestion_and_claim": {"pk": suggestion.pk, "number": claim.number},
        "suspended": {"pk": retracted.pk},
        "filter": {"pk": filters.save(name="Mine", query="state=open", by=people["analyst"]).pk},
        "report": {"code": "R1"},
        "report_number": {"code": "R1", "key": "live"},
        "report_format": {"code": "R1", "name": "csv"},
        "edition": {"pk": first.pk},
        "edition_number": {"pk": first.pk, "key": "live"},
        "edition_format": {"pk": first.pk, "name": "pdf"},
        "editions": {"pk": first.pk, "other": second.pk},
        "app": {"app_label": "claims"},
        "on_site": {"content_type_id": ContentType.objects.get_for_model(Claim).pk, "object_id": claim.pk},
        "person": {"pk": people["analyst"].pk},
    }
