import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict

from claims.models import Article, Claim, Link, Suggestion, Topic, User
from claims.vocabulary import Stance, SuggestionKind

CALENDAR = {"type": "date"}
MOST = 2**31 - 1
STANCES = [Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES, Stance.CONTEXT]


class SuggestionFilter(django_filters.FilterSet):
    """What the queue can be narrowed to; all filters hold together. An article and a claim are named by number."""

    kind = django_filters.ChoiceFilter(choices=SuggestionKind.choices, label="Kind", empty_label="Every kind")
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
    topic = django_filters.ModelChoiceFilter(
        queryset=Topic.objects.all(),
        to_field_name="slug",
        method="with_topic",
        label="Topic",
        empty_label="Every topic",
    )
    owner = django_filters.ModelChoiceFilter(
        queryset=User.objects.order_by("username"),
        field_name="claim__owner",
        to_field_name="username",
        label="Owner of the claim",
        empty_label="Everybody",
    )
    published_from = django_filters.DateFilter(
        field_name="version__article__published_on",
        lookup_expr="gte",
        label="Published from",
        widget=forms.DateInput(attrs=CALENDAR),
    )
    published_to = django_filters.DateFilter(
        field_name="version__article__published_on",
        lookup_expr="lte",
        label="Published to",
        widget=forms.DateInput(attrs=CALENDAR),
    )
    article = django_filters.NumberFilter(
        field_name="version__article", label="Article number", min_value=1, max_value=MOST
    )
    claim = django_filters.NumberFilter(field_name="claim__number", label="Claim number", min_value=1, max_value=MOST)
    rule = django_filters.CharFilter(method="by_rule", label="Rule", max_length=60)

    class Meta:
        model = Suggestion
        fields = []

    def with_stance(self, queryset, name, stance):
        return queryset.filter(kind=SuggestionKind.LINK, payload__stance=stance)

    def with_topic(self, queryset, name, topic):
        """Suggestions for claims of `topic`, and suggested claims in articles that bear on such claims."""
        of_topic = topic.claims.values("pk")
        articles = Link.objects.live().filter(claim__in=of_topic).values("passage__article")
        return queryset.filter(Q(claim__in=of_topic) | Q(claim=None, version__article__in=articles))

    def by_rule(self, queryset, name, rule):
        """Suggestions by `rule`, whatever key its name carries besides."""
        return queryset.filter(Q(rule=rule) | Q(rule__startswith=f"{rule}:"))

    @property
    def is_sound(self):
        """Whether every filter that was sent can be understood."""
        return not self.is_bound or self.form.is_valid()

    @property
    def chosen(self):
        """The names of the filters that narrow the queue, in the order of the form."""
        if not self.is_bound:
            return []
        self.form.is_valid()  # an error in one field leaves the others
        return [name for name in self.filters if self.form.cleaned_data.get(name) not in (None, "")]

    @property
    def query(self):
        """The filters as an address holds them, the same for the same choice."""
        return self._query_of(self.chosen)

    @property
    def chips(self):
        """(what a filter is narrowed to, in words, and the query without it) of every filter in use."""
        labels = {name: self.form[name].label.removesuffix(" number") for name in self.chosen}
        return [
            (f"{label}: {self._word_of(name)}", self._query_of(set(self.chosen) - {name}))
            for name, label in labels.items()
        ]

    def _query_of(self, names):
        kept = QueryDict(mutable=True)
        for name in sorted(names):
            kept[name] = self.data[name]
        return kept.urlencode()

    def _word_of(self, name):
        value = self.form.cleaned_data[name]
        if name == "article":
            return Article.objects.filter(pk=value).first() or value
        if name == "claim":
            return Claim.objects.filter(number=value).first() or value
        return dict(getattr(self.form.fields[name], "choices", ())).get(self.data[name], value)
