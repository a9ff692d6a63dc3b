"""What is so on the large desk (`many_claims`), as SQL of the number `i` of a claim, a link, an article or a passage.

It has lived through 300 days. A claim is made when its first article comes out, others follow day by day, and most
claims are decided two weeks later. Much is out of the ordinary, as on a real desk: links withdrawn or made after the
decision, articles with a second version that lost some words, dates set late, claims amended and merged. What nobody
ever changes costs nothing to read back.
"""

from dataclasses import dataclass

from tests.benchmarks.bulk import MINUTES, chosen, day

LINKS_A_CLAIM, PASSAGES_AN_ARTICLE = 10, 4
SOURCES = TOPICS = 40
PEOPLE = 8
# How many minutes after its claim, link or article something is done.
NEXT_LINK, LATE, LINK_WITHDRAWN = 1500, 10_000, 3000
OPENED, MERGED, PROPOSED, DECIDED, AMENDED = 600, 6000, 18_000, 20_000, "14000 + i * 13 % 6500"
NEXT_VERSION, DATED, ATTRIBUTED, ARTICLE_WITHDRAWN = 2880, 4000, 4000, 9000

IS_FORECAST, HAS_WINDOW, IS_REVIEWED = "i % 4 <> 0", "(i % 4 <> 0 AND i % 3 < 2)", "(i % 4 <> 0 AND i % 3 = 2)"
WILL_MERGE, IS_REJECTED = "i % 33 = 1", "i % 20 = 9"
WILL_DECIDE, WILL_PROPOSE = f"(i % 10 < 6 AND NOT {WILL_MERGE})", f"(i % 20 = 7 AND NOT {WILL_MERGE})"
# One in five of those that wait: another person thinks otherwise.
WILL_DISPUTE = f"(i % 100 = 7 AND NOT {WILL_MERGE})"
VERDICT = chosen(("i % 10 = 2", "'unresolved'"), ("i % 20 = 0", "'refuted'"), other="'confirmed'")


def done(minute, where="true"):
    """Whether what is to be done in that minute has been, where it is to be at all."""
    return f"({where} AND {minute} <= {MINUTES})"


@dataclass(frozen=True, slots=True)
class Size:
    """How many claims; the rest follows: up to ten links and an article with four passages for each."""

    claims: int

    @property
    def links(self):
        return self.claims * LINKS_A_CLAIM

    @property
    def passages(self):
        return self.claims * PASSAGES_AN_ARTICLE

    def minute(self, number="i"):
        """In which the claim, or the article, of that number was made."""
        return f"CAST({number} * {MINUTES / self.claims} AS integer)"

    def day(self, after="0"):
        """The day that is `after` days after that."""
        return day(f"{self.minute()} / 1440 + {after}")

    def done(self, after, where="true"):
        """Whether what is to be done so many minutes after the claim or article i was made has been."""
        return done(f"{self.minute()} + {after}", where)

    @property
    def is_merged(self):
        return self.done(MERGED, WILL_MERGE)

    @property
    def is_decided(self):
        return self.done(DECIDED, WILL_DECIDE)

    @property
    def was_proposed(self):
        return self.done(PROPOSED, f"({WILL_DECIDE} OR {WILL_PROPOSE})")

    @property
    def is_disputed(self):
        return self.done(PROPOSED, WILL_DISPUTE)

    @property
    def was_opened(self):
        return self.done(OPENED, "i % 50 <> 8")

    @property
    def is_amended(self):
        return self.done(AMENDED, "i % 25 = 0")

    @property
    def article(self):
        """The article of the passage i."""
        return f"(i % {self.claims})"

    @property
    def is_dated(self):
        return f"(i % 50 <> 7 AND (i % 50 <> 5 OR {self.done(DATED)}))"

    @property
    def is_withdrawn_article(self):
        return self.done(ARTICLE_WITHDRAWN, "i % 500 = 3")

    @property
    def claim(self):
        """The claim of the link i."""
        return f"(i % {self.claims})"

    @property
    def place(self):
        """Which of the links of its claim the link i is, from 0."""
        return f"(i / {self.claims})"

    @property
    def article_of_link(self):
        """Where the link i leads: to what came out on the day of the link."""
        return f"({self.claim} + {self.place} * {max(1, self.claims * NEXT_LINK // MINUTES)})"

    @property
    def linked(self):
        """The minute in which the link i was made: a day after the one before, a few after the decision."""
        late = f"{self.place} = 9 AND {self.claim} % 40 = 1"
        return f"({self.minute(self.claim)} + {self.place} * {NEXT_LINK} + {chosen((late, LATE), other=0)})"

    @property
    def is_linked(self):
        return done(self.linked, f"{self.article_of_link} < {self.claims}")

    @property
    def is_withdrawn_link(self):
        return done(f"{self.linked} + {LINK_WITHDRAWN}", "i % 97 = 0")

    @property
    def asserts(self):
        """Whether the link i makes its claim: the first does, and some of the second."""
        return f"({self.place} = 0 OR ({self.place} = 1 AND ({self.claim} + 3) % 7 < 2))"

    @property
    def refutes(self):
        return f"({self.place} = 6 AND {self.claim} % 23 = 0)"

    @property
    def stance(self):
        return chosen(
            (self.asserts, "'asserts'"), (f"{self.place} = 7 AND {self.claim} % 20 = 0", "'qualifies'"),
            (f"{self.place} IN (7, 8)", "'context'"), (self.refutes, "'refutes'"), other="'supports'",
        )  # fmt: skip
