import django_filters
from django import forms
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When

from claims.models import Article, Link, Source, Topic
from claims.models.claim import UNFINISHED
from claims.reports.search import matching_articles
from claims.vocabulary import Standing

MOST_FOUND = 500
CALENDAR = {"type": "date"}


class ArticleFilter(django_filters.FilterSet):
    """What the articles list can be narrowed to; all filters hold together.

    The words of `q` come last and put the best match first.
    """

    outlet = django_filters.ModelChoiceFilter(
        queryset=Source.objects.outlets(), label="Outlet", empty_label="Every outlet", null_label="Not stated"
    )
    published_from = django_filters.DateFilter(
        field_name="published_on", lookup_expr="gte", label="Published from", widget=forms.DateInput(attrs=CALENDAR)
    )
    published_to = django_filters.DateFilter(
        field_name="published_on", lookup_expr="lte", label="Published to", widget=forms.DateInput(attrs=CALENDAR)
    )
    topic = django_filters.ModelChoiceFilter(
        queryset=Topic.objects.all(),
        to_field_name="slug",
        method="with_topic",
        label="Topic of its claims",
        empty_label="Every topic",
    )
    standing = django_filters.ChoiceFilter(choices=Standing.choices, label="Standing", empty_label="Every standing")
    open_claims = django_filters.BooleanFilter(
        method="with_open_claims", label="With open claims", widget=forms.CheckboxInput
    )
    undated = django_filters.BooleanFilter(method="without_date", label="Without a date", widget=forms.CheckboxInput)
    q = django_filters.CharFilter(
        method="find",
        label="Words in the article",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "troika plus envoy", "maxlength": 200}),
    )

    class Meta:
        model = Article
        fields = []

    CHECKED = ("open_claims", "undated")

    def with_topic(self, queryset, name, topic):
        """Articles with a live link of a claim of `topic`."""
        links = Link.objects.live().filter(claim__in=topic.claims.values("pk"))
        return queryset.filter(pk__in=links.values("passage__article"))

    def with_open_claims(self, queryset, name, wanted):
        """Articles with a live link of a claim on which somebody must still act."""
        is_open = Q(claim__state__in=UNFINISHED) | Q(claim__merged_into__state__in=UNFINISHED)
        links = Link.objects.live().filter(is_open, passage__article=OuterRef("pk"))
        return queryset.filter(Exists(links)) if wanted else queryset

    def without_date(self, queryset, name, wanted):
        return queryset.without_date() if wanted else queryset

    def find(self, queryset, name, query):
        """The articles that hold every word of `query`, best first."""
        self.found = matching_articles(query, MOST_FOUND)
        if not self.found:
            return queryset.none()
        places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(self.found)]
        place = Case(*places, output_field=IntegerField())
        return queryset.filter(pk__in=self.found).annotate(place=place).order_by("place")

    @property
    def query(self):
        """The words that were looked for."""
        if not self.is_bound:
            return ""
        self.form.is_valid()  # an error in another field must not hide the words
        return self.form.cleaned_data.get("q", "")

    @property
    def is_cut(self):
        """Whether there may be more matches than were looked at."""
        return len(getattr(self, "found", ())) == MOST_FOUND

    @property
    def is_used(self):
        return any(value.strip() for name in self.filters for value in self.data.getlist(name))

    @property
    def fields_in_order(self):
        names = ("q", "outlet", "topic", "standing", "published_from", "published_to")
        return [self.form[name] for name in names]

    @property
    def checks(self):
        return [self.form[name] for name in self.CHECKED]
