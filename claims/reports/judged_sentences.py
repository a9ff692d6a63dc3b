"""What the judgement of a suggestion did, in a sentence for whoever judged it. Reads only."""

from django.utils.text import Truncator

from claims.models import Claim, Link
from claims.vocabulary import SuggestionKind, SuggestionState

MOST_QUOTED = 80


def what_it_did(suggestion):
    """Return the sentence about `suggestion`, which has been accepted or rejected."""
    if suggestion.state == SuggestionState.REJECTED:
        return f"Rejected {_quoted(suggestion.quote)}; it is not suggested again."
    if suggestion.kind == SuggestionKind.MERGE:
        return _merged(Claim.objects.select_related("merged_into").get(pk=suggestion.result_id))
    if suggestion.kind == SuggestionKind.CLAIM and not suggestion.was_linked_instead:
        claim = Claim.objects.get(pk=suggestion.result_id)
        return f"{claim.label} was made: {claim.statement}"
    link = Link.objects.select_related("claim", "passage").get(pk=suggestion.result_id)
    return _linked(link) if suggestion.kind != SuggestionKind.ORIGIN else _of_one_origin(link)


def link_in_words(link):
    """Return stance and basis of `link` as people read them: “supports, reported to have happened”."""
    return ", ".join(filter(None, [link.get_stance_display(), link.basis_label])).lower()


def _linked(link):
    return f"Linked {_quoted(link.passage.exact)} to {link.claim.label} as: {link_in_words(link)}."


def _merged(claim):
    return f"{claim.label} was merged into {claim.merged_into.label}."


def _of_one_origin(link):
    return f"{_quoted(link.passage.exact)} now counts for {link.claim.label} as of the same origin."


def _quoted(words):
    return f"“{Truncator(' '.join(words.split())).chars(MOST_QUOTED)}”"
