import django_filters
from django import forms
from django.db.models import Q

from claims.filters.waiting import QueueFilter, number_filter, owner_filter, topic_filter
from claims.models import ArticleVersion, Link, Suggestion
from claims.vocabulary import ClaimKind, Stance, State, SuggestionKind

LIVE, EACH = "live", "each"
WAITING = [State.OPEN, State.PROPOSED]
STANCES = [Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES, Stance.CONTEXT]


def _day_filter(lookup, label):
    return django_filters.DateFilter(
        field_name="version__article__published_on",
        lookup_expr=lookup,
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class SuggestionFilter(QueueFilter):
    """What the queue can be narrowed to; all filters hold together. An article and a claim are named by number."""

    kind = django_filters.ChoiceFilter(choices=SuggestionKind.choices, label="Kind", empty_label="Every kind")
    claim_kind = django_filters.ChoiceFilter(
        choices=ClaimKind.choices, method="about_claims_of", label="Kind of claim", empty_label="Every kind of claim"
    )
    stance = django_filters.ChoiceFilter(
        choices=[(stance.value, stance.label) for stance in STANCES],
        method="with_stance",
        label="Stance",
        empty_label="Every stance",
    )
    score = django_filters.NumberFilter(
        field_name="score",
        lookup_expr="gte",
        label="Score at least",
        min_value=0,
        max_value=1,
        widget=forms.NumberInput(attrs={"step": "0.05", "min": 0, "max": 1}),
    )
    topic = topic_filter(method="with_topic")
    owner = owner_filter("claim__owner", "Owner of the claim")
    state = django_filters.ChoiceFilter(
        choices=[(LIVE, "Open or proposed")],
        method="with_state",
        label="State of the claim",
        empty_label="Every state",
    )
    published_from = _day_filter("gte", "Published from")
    published_to = _day_filter("lte", "Published to")
    article = number_filter("version__article", "Article number")
    claim = number_filter("claim__number", "Claim number")
    rule = django_filters.CharFilter(method="by_rule", label="Rule", max_length=60)
    copies = django_filters.ChoiceFilter(
        choices=[(EACH, "Each by itself")],
        method="as_they_are",
        label="Copies of a report",
        empty_label="Under the best one",
    )

    class Meta:
        model = Suggestion
        fields = []

    def about_claims_of(self, queryset, name, kind):
        """Suggested claims of `kind`, and whatever is suggested of claims that are of it."""
        return queryset.filter(Q(claim=None, payload__kind=kind) | Q(claim__kind=kind))

    def with_stance(self, queryset, name, stance):
        return queryset.filter(kind=SuggestionKind.LINK, payload__stance=stance)

    def with_state(self, queryset, name, state):
        return queryset.filter(claim__state__in=WAITING)

    def as_they_are(self, queryset, name, value):
        """How copies are shown narrows nothing; see `shows_copies`."""
        return queryset

    def with_topic(self, queryset, name, topic):
        """Suggestions for claims of `topic`, and suggested claims in articles that bear on such claims."""
        of_topic = topic.claims.values("pk")
        articles = Link.objects.live().filter(claim__in=of_topic).values("passage__article")
        versions = ArticleVersion.objects.filter(article__in=articles).order_by().values("pk")
        return queryset.filter(Q(claim__in=of_topic) | Q(claim=None, version__in=versions))

    def by_rule(self, queryset, name, rule):
        """Suggestions by `rule`, whatever key its name carries besides."""
        return queryset.filter(Q(rule=rule) | Q(rule__startswith=f"{rule}:"))

    @property
    def shows_copies(self):
        """Whether each copy is a suggestion of its own: the best one may be of an article that is filtered out."""
        return bool({"copies", "article", "published_from", "published_to"} & set(self.chosen))

    @property
    def narrows(self):
        """Whether anything is left out, beyond copies."""
        return bool(set(self.chosen) - {"copies"})
