"""How far apart two ways of ranking are, and how far chance alone may have put them there."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

_DRAWS, _SEED = 10_000, 1


@dataclass(frozen=True)
class Margin:
    """A mean difference with the ends of its 95 % interval, over so many stories."""

    difference: float
    low: float
    high: float
    stories: int

    def __str__(self):
        outside = "outside" if self.low > 0 or self.high < 0 else "inside"
        return (
            f"ours − naive {self.difference:+.4f}, 95 % from {self.low:+.4f} to {self.high:+.4f}: {outside} noise "
            f"({self.stories:,} stories)"
        )


def margin(ours, naive, stories):
    """Return the margin of `ours` over `naive`, figures for the same queries, whose stories are given in their order.

    A paired bootstrap that draws whole stories: ten headlines of one story are no ten witnesses.
    """
    by_story = defaultdict(list)
    for mine, theirs, story in zip(ours, naive, stories, strict=True):
        by_story[story].append(mine - theirs)
    sums, sizes = (np.array([of(one) for one in by_story.values()], dtype=float) for of in (sum, len))
    drawn = np.random.default_rng(_SEED).multinomial(len(sums), np.full(len(sums), 1 / len(sums)), _DRAWS)
    low, high = np.percentile((drawn @ sums) / (drawn @ sizes), [2.5, 97.5])
    return Margin(float(sums.sum() / sizes.sum()), float(low), float(high), len(sums))


def stories_of(wanted):
    """Return a story for each query of `wanted`, the documents each is to find: one in common is one story."""
    story_of, members = {}, {}
    for documents in map(sorted, wanted):
        joined = {story_of.setdefault(one, one) for one in documents}
        for story in joined:
            members.setdefault(story, {story})
        kept = min(joined)
        for story in joined - {kept}:
            members[kept] |= members.pop(story)
        story_of |= dict.fromkeys(members[kept], kept)
    return [story_of[min(documents)] for documents in wanted]
