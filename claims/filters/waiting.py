"""What each kind of work in the queue can be narrowed to; every filter stands in the address."""

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict

from claims.models import Article, Assessment, Claim, Link, Source, Topic, User
from claims.reports.blindness import visible_to
from claims.vocabulary import EvidenceStatus, Standing, Verdict

MOST = 2**31 - 1
CHANGED, WITHDRAWN = "changed", "withdrawn"


def owner_filter(field_name, label):
    """Return a filter by a person, who is named by username."""
    return django_filters.ModelChoiceFilter(
        queryset=User.objects.order_by("username"),
        field_name=field_name,
        to_field_name="username",
        label=label,
        empty_label="Everybody",
    )


def topic_filter(field_name=None, method=None):
    """Return a filter by a topic, which is named by its slug."""
    return django_filters.ModelChoiceFilter(
        queryset=Topic.objects.all(),
        field_name=field_name,
        method=method,
        to_field_name="slug",
        label="Topic",
        empty_label="Every topic",
    )


def number_filter(field_name, label):
    return django_filters.NumberFilter(field_name=field_name, label=label, min_value=1, max_value=MOST)


class QueueFilter(django_filters.FilterSet):
    """What all of them have in common: the address of a choice, and its words. All filters hold together."""

    @property
    def is_sound(self):
        """Whether every filter that was sent can be understood."""
        return not self.is_bound or self.form.is_valid()

    @property
    def narrows(self):
        """Whether anything is left out."""
        return bool(self.chosen)

    @property
    def chosen(self):
        """The names of the filters that narrow the queue, in the order of the form."""
        if not self.is_bound:
            return []
        self.form.is_valid()  # an error in one field leaves the others
        return [name for name in self.filters if self.form.cleaned_data.get(name) not in (None, "", False)]

    @property
    def query(self):
        """The filters as an address holds them, the same for the same choice."""
        return self._query_of(self.chosen)

    @property
    def chips(self):
        """(what a filter is narrowed to, in words, and the query without it) of every filter in use."""
        return [(self._words_of(name), self._query_of(set(self.chosen) - {name})) for name in self.chosen]

    def _query_of(self, names):
        kept = QueryDict(mutable=True)
        for name in sorted(names):
            kept[name] = self.data[name]
        return kept.urlencode()

    def _words_of(self, name):
        label, value = self.form[name].label.removesuffix(" number"), self.form.cleaned_data[name]
        return label if value is True else f"{label}: {self._word_of(name, value)}"

    def _word_of(self, name, value):
        if name == "article":
            return Article.objects.filter(pk=value).first() or value
        if name == "claim":
            return Claim.objects.filter(number=value).first() or value
        return dict(getattr(self.form.fields[name], "choices", ())).get(self.data[name], value)


class ProposalFilter(QueueFilter):
    """Claims that wait for a decision."""

    verdict = django_filters.ChoiceFilter(
        choices=Verdict.choices, method="with_verdict", label="Proposed verdict", empty_label="Every verdict"
    )
    author = django_filters.ModelChoiceFilter(
        queryset=User.objects.order_by("username"),
        to_field_name="username",
        method="with_author",
        label="Proposed by",
        empty_label="Everybody",
    )
    topic = topic_filter("topics")
    conflicts = django_filters.BooleanFilter(
        method="with_conflicts", label="With conflicting evidence", widget=forms.CheckboxInput
    )

    class Meta:
        model = Claim
        fields = []

    def with_verdict(self, queryset, name, verdict):
        """Claims on which the person may read that it was proposed; what is hidden from them finds nothing."""
        said = self._proposed(verdict=verdict).filter(visible_to(self.request and self.request.user))
        return queryset.filter(pk__in=said)

    def with_author(self, queryset, name, author):
        return queryset.filter(pk__in=self._proposed(author=author))

    def with_conflicts(self, queryset, name, wanted):
        conflicting = Q(figures__evidence_status=EvidenceStatus.CONFLICTING)
        return queryset.filter(conflicting) if wanted else queryset

    def _proposed(self, **said):
        return self.proposals().filter(**said).order_by().values("claim")

    def proposals(self):
        return Assessment.objects.proposals().live()


class SettledProposalFilter(ProposalFilter):
    """The same for claims that were decided or sent back: what had been proposed there is closed."""

    def proposals(self):
        return Assessment.objects.proposals()


class AskedFilter(QueueFilter):
    """Claims on which another proposal is asked for."""

    owner = owner_filter("owner", "Owner of the claim")
    topic = topic_filter("topics")

    class Meta:
        model = Claim
        fields = []


class StaleFilter(QueueFilter):
    """Suspended links."""

    why = django_filters.ChoiceFilter(
        choices=[(CHANGED, "The words left the text"), (WITHDRAWN, "The article was withdrawn")],
        method="for_reason",
        label="Suspended because",
        empty_label="Every reason",
    )
    owner = owner_filter("claim__owner", "Owner of the claim")
    topic = topic_filter("claim__topics")
    article = number_filter("passage__article", "Article number")
    claim = number_filter("claim__number", "Claim number")

    class Meta:
        model = Link
        fields = []

    def for_reason(self, queryset, name, why):
        withdrawn = Q(passage__article__standing=Standing.WITHDRAWN)
        return queryset.filter(withdrawn) if why == WITHDRAWN else queryset.exclude(withdrawn)


class UndatedFilter(QueueFilter):
    """Articles without a date."""

    outlet = django_filters.ModelChoiceFilter(
        queryset=Source.objects.outlets(), label="Outlet", empty_label="Every outlet", null_label="Not stated"
    )
    linked = django_filters.BooleanFilter(
        method="with_links", label="With links that do not count for it", widget=forms.CheckboxInput
    )

    class Meta:
        model = Article
        fields = []

    def with_links(self, queryset, name, wanted):
        links = Link.objects.live().filter(passage__article=OuterRef("pk"))
        return queryset.filter(Exists(links)) if wanted else queryset
