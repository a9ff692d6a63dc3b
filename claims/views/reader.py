"""The reader: an article with the marks in its text; beside it what was made of it, and what is suggested."""

from django.http import Http404
from django.views.generic import DetailView

from claims.models import Article, Passage
from claims.reports.comments import comment_counts
from claims.reports.families import family_of
from claims.reports.seen import seen_now
from claims.reports.standing_effects import rested_on
from claims.services import passages, roles
from claims.views.beside import beside_of
from claims.views.live import watch
from claims.views.panels import panel_of
from claims.views.sides import BESIDE, HIDEABLE, MINE, OTHERS, SUGGESTIONS, side_of
from claims.vocabulary import Standing

SWITCHES = {MINE: "My marks", OTHERS: "Others’ marks", SUGGESTIONS: "Suggestions"}
# What an address says besides what is hidden, and keeps when a switch is pressed.
KEPT = ("version", "panel", "beside", "suggestions")


class ArticleDetailView(DetailView):
    """An article in its newest version, or in the one that `?version=` names.

    The whole of what one sees stands in the address, so that a reload, the way back and a colleague see the same:
    `hide` what is not drawn, `panel` what is open beside the text, `beside` the claim or the second article, `words`
    the marked ones and `at` the block at the top, by their offsets; the last two are the browser's.
    """

    queryset = Article.objects.select_related("outlet")
    template_name = "claims/article_detail.html"

    def get_context_data(self, **kwargs):
        up_to = seen_now()
        versions = list(self.object.versions.order_by("-number").defer("text").select_related("recorded_by"))
        version = self.chosen(versions)
        here = side_of(version, self.request, is_newest=version == versions[0])
        beside = beside_of(self.request)
        return super().get_context_data(
            here=here,
            beside=beside,
            panel=self.panel(here, beside and beside.side),
            words_gone=words_gone(here, beside and beside.side),
            version=version,
            versions=versions,
            newest=versions[0],
            live=watch(self.object, since=up_to),
            reading=here.reading,
            comment_counts=comment_counts([card.link.passage_id for card in here.reading.cards]),
            suggested=here.suggested,
            family=family_of(self.object),
            rested=rested_on(self.object) if self.object.standing != Standing.USABLE else None,
            switches=self.switches(here),
            kept=[(name, self.request.GET[name]) for name in KEPT if name in self.request.GET],
            refusal=here.refusal,
            may_annotate=here.may_annotate,
            longest=Passage.EXACT_MAX,
            too_long=passages.TOO_LONG,
            role_refusal=roles.refusal(roles.must_annotate, self.request.user),
            **kwargs,
        )

    def chosen(self, versions):
        wanted = self.request.GET.get("version", str(versions[0].number))
        for version in versions:
            if str(version.number) == wanted:
                version.article = self.object
                return version
        raise Http404("This article has no such version.")

    def panel(self, here, there):
        """What the address asks to be open beside the text, of this article or of the one beside it; or None."""
        name = self.request.GET.get("panel", "")
        side = there if name.startswith(BESIDE) else here
        if side is None:
            return None
        return panel_of(side.version, side.reading.cards, name.removeprefix(BESIDE), self.request, side.prefix)

    def switches(self, here):
        """What can be hidden here: its name, words, number, whether it is shown, and what a press would hide."""
        counts = dict.fromkeys(HIDEABLE, 0) | {SUGGESTIONS: here.suggested.count}
        for card in here.reading.placed:
            counts[MINE if card.link.created_by_id == self.request.user.pk else OTHERS] += 1
        return [
            {
                "name": name,
                "words": SWITCHES[name],
                "count": counts[name],
                "shown": name not in here.hides,
                "hides": ",".join(each for each in HIDEABLE if each in here.hides ^ {name}),
            }
            for name in HIDEABLE
        ]


def words_gone(*sides):
    """Return the words that the address names as marked and that stand no longer in the text of their side."""
    return [side.words for side in sides if side and side.words and not side.words.span]
