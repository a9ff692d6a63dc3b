"""An article that calls a story false as it opens, or again and again: what it does to a claim that tells the story.

Who debunks tells the story first or not at all, in other words than the claim's: what is called false is told by the
opening as a whole, and no sentence of it need hold much of the claim by itself.
"""

from collections.abc import Sequence

from claims.text.evidence import cues
from claims.text.evidence.barriers import no_outcome
from claims.text.evidence.bearing import held_in
from claims.text.evidence.calling_false import called_false, says_so_again
from claims.text.evidence.chance import TOGETHER
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.proposal import Basis, Proposal, context
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_statement import Core, core_of, names_are_told
from claims.text.evidence.score import Score, score_pair
from claims.text.evidence.terms import terms

# So much of the claim's rare words must stand in the opening, and so much with the rest of the article at hand;
# without the opening, where the article calls a story false again and again, so much.
_OPENING, _ARTICLE, _ARTICLE_ALONE = 0.3, 0.5, 0.6


def is_of_words(statement: str) -> bool:
    """Whether `statement` asks, or tells what somebody says or wants: what refutes the story leaves that as it is."""
    return any(
        cue.search(statement) for cue in (cues.ASKS_OR_PASSES_ON, cues.NO_PLAIN_CLAIM, cues.OF_WORDS, cues.OF_A_STORY)
    )


def opens_against(claim: AskedClaim, passage: Reading, rarity: Rarity) -> Proposal | None:
    """Return what `passage` does to `claim` where its article opens by calling the claim's story false.

    A claim that denies the story is borne out, also where the article says so twice further down. It is the sentence
    that says so that is proposed, or, in an opening where that has no word of the claim, the one beside it.
    """
    core = core_of(claim.reading.text)
    found = _found_in(passage, core)
    if not found or not _tells_the_story(claim, passage, rarity):
        return None
    if not core.denies and is_of_words(claim.reading.text):
        return context("the statement itself asks or reports what is said: a person must look")
    barrier = "" if claim.forecast else no_outcome(claim, passage, None)
    if barrier:
        return context(barrier)
    basis: Basis = "expectation" if claim.forecast else "outcome"
    return Proposal("supports" if core.denies else "refutes", basis, (f"{_how_it_says(passage)}: {found}",))


def with_debunking_openings(
    ranked: list[tuple[int, Score]],
    claim: Reading,
    passages: Sequence[Reading],
    rarity: Rarity,
    near: Sequence[float],
) -> list[tuple[int, Score]]:
    """Return `ranked` (`best_first`) with the sentences by which its articles call a story false and stand by it.

    They share few words with a claim, so that others of their article leave no room for them.
    """
    ranks = {place for place, _ in ranked}
    articles = {id(passages[place].article) for place in ranks if passages[place].article}
    more = [
        (place, score_pair(claim, one, rarity, near[place]))
        for place, one in enumerate(passages)
        if id(one.article) in articles and place not in ranks and _debunks(one)
    ]
    return sorted([*ranked, *more], key=lambda one: (-one[1].value, one[0])) if more else ranked


def stands_by_it(passage: Reading) -> bool:
    """Whether the article of `passage`, which calls a story false, opens with that or says so again."""
    return _opens(passage) or says_so_again(passage.told.sentences)


def _opens(passage: Reading) -> bool:
    return passage.text in passage.opening.sentences


def _debunks(passage: Reading) -> bool:
    if _opens(passage):
        return any(map(called_false, passage.opening.sentences))
    return bool(called_false(passage.text)) and stands_by_it(passage)


def _how_it_says(passage: Reading) -> str:
    return "the article opens by saying" if _opens(passage) else "the article says so more than once"


def _found_in(passage: Reading, core: Core) -> str:
    if not _opens(passage):
        return called_false(passage.text, stems=core.stems) if stands_by_it(passage) else ""
    told = [passage.text, *(one for one in passage.opening.sentences if core.stems.isdisjoint(terms(one)))]
    # Who denies has not shown that a story is false, but bears out a claim that says so.
    cues_asked = (cues.TOLD_FALSE, cues.DENIED) if core.denies else (cues.TOLD_FALSE,)
    return next((found for one in told for cue in cues_asked if (found := called_false(one, cue, core.stems))), "")


def _tells_the_story(claim: AskedClaim, passage: Reading, rarity: Rarity) -> bool:
    known = {term for term in core_of(claim.reading.text).stems if rarity.knows(term)}
    whole, opened = rarity.total(known), held_in(known, passage.opening.stems)
    held = opened | held_in(known, frozenset(passage.words_around.counts))
    told = rarity.total(held) / whole if whole else 0.0
    begun = told >= _ARTICLE and rarity.total(opened) >= _OPENING * whole
    if not begun and (told < _ARTICLE_ALONE or not says_so_again(passage.told.sentences)):
        return False
    if rarity.surprise(held) < TOGETHER:
        return False
    return names_are_told(claim, passage, held)
