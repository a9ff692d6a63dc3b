"""What a person is to look at again, or has to say, before a suggestion is accepted. Reads only."""

from claims.models import Anchor, Link
from claims.reports.twins import Twin, near_claims
from claims.text.claiming.referents import begins_with_pronoun
from claims.vocabulary import PUT_ASIDE, ClaimKind, Stance, SuggestionKind

# Below it stand greetings, headings and scraps: no sentence is ranked so low.
HARDLY_A_CLAIM = 0.1
# As many words as are ranked lower for their number, too.
MOST_WORDS = 45


OVERLAPS = "made of words that overlap with these"


def twins_of_suggested(suggestion):
    """Return the claims that say what the claim `suggestion` would make says, then those related to it.

    Claims made of some of its very words come before the others that are related.
    """
    said, published_on = suggestion.payload, suggestion.version.article.published_on
    near = near_claims(said["statement"], published_on=published_on, forecast=said["kind"] == ClaimKind.FORECAST)
    known = {twin.claim.pk for twin in near}
    same_words = [Twin(claim, 1.0, "related", (OVERLAPS,)) for claim in _made_of(suggestion) if claim.pk not in known]
    return sorted([*same_words, *near], key=lambda twin: not twin.is_same)


def _made_of(suggestion):
    """The claims that were made of words among those of `suggestion`."""
    asserting = Link.objects.live().asserting().exclude(claim__state__in=PUT_ASIDE)
    places = Anchor.objects.filter(version=suggestion.version, start__lt=suggestion.end, end__gt=suggestion.start)
    links = asserting.filter(passage__in=places.values("passage")).select_related("claim").order_by("claim")
    return list(dict.fromkeys(link.claim for link in links))


def doubts_about(suggestion, twins=None):
    """Return why the claim that `suggestion` would make is not made in one step: sentences, none where nothing is.

    `twins` are its `twins_of_suggested`, where they are known already.
    """
    if suggestion.kind != SuggestionKind.CLAIM:
        return ()
    twins = twins_of_suggested(suggestion) if twins is None else twins
    return tuple(filter(None, (_made_already(twins), *_about_statement(suggestion))))


def lacks_reason(suggestion):
    """Whether only a person can say why: in what the words of the suggested link conflict, or what they qualify."""
    said = suggestion.payload
    is_opposed = suggestion.kind == SuggestionKind.LINK and said["stance"] in (Stance.REFUTES, Stance.QUALIFIES)
    return is_opposed and not said.get("reason")


def _made_already(twins):
    besides = "Link the words to it, or write what this one says besides."
    if twins and twins[0].is_same:
        return f"{twins[0].claim.label} says the same. {besides}"
    overlapping = next((twin for twin in twins if OVERLAPS in twin.reasons), None)
    return f"{overlapping.claim.label} was made of words among these. {besides}" if overlapping else ""


def _about_statement(suggestion):
    statement = suggestion.payload["statement"]
    words = statement.split()
    if begins_with_pronoun(statement):
        yield f"“{words[0]}” says nothing without the article. Write whom or what it stands for."
    if len(words) > MOST_WORDS:
        yield f"It has {len(words)} words. A claim is one thing that can be true or false."
    if suggestion.score < HARDLY_A_CLAIM:
        yield "It hardly makes a claim: a heading, a question, a greeting or a scrap."
