"""Suggestions of each kind, as the assistant stores them."""

from datetime import date

from claims.vocabulary import Independence, SuggestionKind
from tests.factories import ARRIVED, FORETOLD, make_article, make_claim, make_link, make_suggestion

ARRIVAL = f"Kabul slept.\n\n{ARRIVED} on Wednesday. He met Qureshi.\n\nTalks follow."
REPEATED = f"{FORETOLD} soon, it says."


def suggest_claim(**fields):
    window = {"start": "2021-11-08", "end": "2021-11-11", "text": "this week", "value": "2021-W45"}
    said = {"speaker": "sources", "speaker_kind": "anonymous", "through": ["ANI", "The Express Tribune"]}
    says = {"statement": "Muttaqi will visit Islamabad", "kind": "forecast", "window": window, **said}
    where = {name: fields.pop(name) for name in ("article", "quote", "score", "rule") if name in fields}
    return make_suggestion(SuggestionKind.CLAIM, says=says | fields, **where)


def suggest_link(claim=None, **fields):
    where = {name: fields.pop(name) for name in ("article", "quote", "score", "rule") if name in fields}
    where.setdefault("article", make_article(ARRIVAL, published_on=date(2021, 11, 10)))
    where.setdefault("quote", ARRIVED)
    says = {"stance": "supports", "basis": "outcome"} | fields
    return make_suggestion(SuggestionKind.LINK, claim=claim or make_claim(), says=says, **where)


def suggest_origin():
    claim = make_claim()
    article = make_article(REPEATED)
    fields = {"article": article, "quote": FORETOLD, "basis": "expectation"}
    link = make_link(claim, independence=Independence.UNDETERMINED, **fields)
    says = {"link": link.pk, "other": claim.links.asserting().get().pk}
    return make_suggestion(SuggestionKind.ORIGIN, article=article, claim=claim, says=says)


def suggest_merge():
    into, claim = make_claim(), make_claim(statement="The minister will visit Islamabad")
    article = claim.links.get().passage.article
    return make_suggestion(SuggestionKind.MERGE, article=article, claim=claim, says={"other": into.pk})


SUGGEST = {"claim": suggest_claim, "link": suggest_link, "origin": suggest_origin, "merge": suggest_merge}
