"""A claim in short, for who is reading an article: how it stands, and its evidence, conflicts first. Reads only."""

from dataclasses import dataclass

from claims.models import Claim, Comment, Link
from claims.reports.claim_page import LinkGroup, LinkRow, grouped
from claims.reports.evidence import Figures
from claims.reports.facts import figures_of
from claims.reports.link_facts import with_loss


@dataclass(frozen=True, slots=True)
class Brief:
    """`claim` as of now; `comments` are how many stand on it."""

    claim: Claim
    figures: Figures
    groups: tuple[LinkGroup, ...]
    comments: int

    @property
    def timing(self):
        """Whether it is due, where that still matters."""
        return None if self.claim.is_put_aside else self.figures.timing


def claim_brief(claim):
    """Return the brief of `claim`, in a fixed number of queries; links of what was merged into it are its own."""
    links = list(with_loss(Link.objects.counting_for([claim.pk]).for_detail()).select_related("claim"))
    figures = figures_of(claim, links, claim.assessments.live())
    rows = [_row(link, claim, figures) for link in links if link.is_live]
    standing = Comment.objects.first_versions().standing(None).filter(thread__claim=claim)
    return Brief(claim, figures, tuple(grouped(rows)), standing.count())


def _row(link, claim, figures):
    merged_from = link.claim.label if link.claim_id != claim.pk else ""
    return LinkRow(link, link.passage.article.published_on, figures.uncounted.get(link.pk), merged_from)
