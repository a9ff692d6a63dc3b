"""What a person is to look at again before a suggested claim is made as it stands. Reads only."""

from claims.reports.twins import near_claims
from claims.text.claiming.referents import begins_with_pronoun
from claims.vocabulary import ClaimKind, SuggestionKind

# Below it stand greetings, headings and scraps: no sentence is ranked so low.
HARDLY_A_CLAIM = 0.1
# As many words as are ranked lower for their number, too.
MOST_WORDS = 45


def twins_of_suggested(suggestion):
    """Return the claims that say what the claim `suggestion` would make says, then those related to it."""
    said, published_on = suggestion.payload, suggestion.version.article.published_on
    return near_claims(said["statement"], published_on=published_on, forecast=said["kind"] == ClaimKind.FORECAST)


def doubts_about(suggestion, twins=None):
    """Return why the claim that `suggestion` would make is not made in one step: sentences, none where nothing is.

    `twins` are its `twins_of_suggested`, where they are known already.
    """
    if suggestion.kind != SuggestionKind.CLAIM:
        return ()
    twins = twins_of_suggested(suggestion) if twins is None else twins
    return tuple(filter(None, (_made_already(twins), *_about_statement(suggestion))))


def _made_already(twins):
    if twins and twins[0].is_same:
        return f"{twins[0].claim.label} says the same. Link the words to it, or write what this one says besides."
    return ""


def _about_statement(suggestion):
    statement = suggestion.payload["statement"]
    words = statement.split()
    if begins_with_pronoun(statement):
        yield f"“{words[0]}” says nothing without the article. Write whom or what it stands for."
    if len(words) > MOST_WORDS:
        yield f"It has {len(words)} words. A claim is one thing that can be true or false."
    if suggestion.score < HARDLY_A_CLAIM:
        yield "It hardly makes a claim: a heading, a question, a greeting or a scrap."
