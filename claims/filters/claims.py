import django_filters
from django import forms
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.http import QueryDict

from claims.models import Claim, Link, Source, Topic, User
from claims.reports.scope import Scope
from claims.text.similarity import rank_statements
from claims.vocabulary import ClaimKind, EvidenceStatus, Flag, State, Timing

MOST_FOUND = 500


class ClaimFilter(django_filters.FilterSet):
    """What the claims list can be narrowed to; needs the annotation of `Claim.objects.with_awaited_timing`.

    The words of `q` are looked for last, among what the other filters leave, and put the best match first.
    """

    state = django_filters.MultipleChoiceFilter(choices=State.choices, label="State", distinct=False)
    evidence = django_filters.MultipleChoiceFilter(
        field_name="figures__evidence_status", choices=EvidenceStatus.choices, label="Evidence", distinct=False
    )
    timing = django_filters.MultipleChoiceFilter(choices=Timing.choices, label="Timing", distinct=False)
    flag = django_filters.MultipleChoiceFilter(choices=Flag.choices, label="Flags", method="with_flags")
    kind = django_filters.ChoiceFilter(choices=ClaimKind.choices, label="Kind", empty_label="Every kind")
    topic = django_filters.ModelChoiceFilter(
        field_name="topics",
        queryset=Topic.objects.all(),
        to_field_name="slug",
        label="Topic",
        empty_label="Every topic",
    )
    outlet = django_filters.ModelChoiceFilter(
        queryset=Source.objects.outlets().filter(
            Exists(Link.objects.filter(passage__article__outlet=OuterRef("pk")))
        ),
        method="with_articles_of",
        label="Outlet",
        empty_label="Every outlet",
    )
    owner = django_filters.ModelChoiceFilter(
        queryset=User.objects.order_by("username"), to_field_name="username", label="Owner", empty_label="Everybody"
    )
    q = django_filters.CharFilter(
        method="find",
        label="Words or number",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Muttaqi visit, C-12", "maxlength": 200}),
    )

    class Meta:
        model = Claim
        fields = []

    # The names of check boxes, which the page shows as menus.
    CHOSEN_FROM_MENUS = ("state", "evidence", "timing", "flag")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.CHOSEN_FROM_MENUS:
            self.form.fields[name].widget = forms.CheckboxSelectMultiple(choices=self.form.fields[name].choices)

    def with_flags(self, queryset, name, values):
        """Claims with at least one of the flags `values`."""
        wanted = Q()
        for value in values:
            wanted |= Q(**{f"figures__{value}": True})
        return queryset.filter(wanted)

    def with_articles_of(self, queryset, name, outlet):
        """Claims with a live link into an article of `outlet`, or one through a claim merged into them."""
        return queryset.filter(pk__in=Scope(outlet=outlet).claims().order_by().values("pk"))

    def find(self, queryset, name, query):
        """The claims whose statement or number `query` finds, slips of the pen forgiven, best first."""
        statements = list(queryset.order_by().values_list("number", "statement"))
        found = [number for number, _ in rank_statements(query, statements, limit=MOST_FOUND)]
        places = [When(number=number, then=Value(place)) for place, number in enumerate(found)]
        if not found:
            return queryset.none()
        place = Case(*places, output_field=IntegerField())
        return queryset.filter(number__in=found).annotate(place=place).order_by("place")

    def offer_every_outlet(self):
        """Offer outlets, too, that have no linked article now: for a list of the past they may have had one."""
        self.form.fields["outlet"].queryset = Source.objects.outlets()

    @property
    def menus(self):
        """The fields shown as menus, each with how many of its values are chosen."""
        return [(self.form[name], len(self.form[name].value() or ())) for name in self.CHOSEN_FROM_MENUS]

    @property
    def selects(self):
        return [self.form[name] for name in ("kind", "topic", "outlet", "owner")]

    @property
    def is_used(self):
        return any(self.data.getlist(name) != [""] for name in self.filters if name in self.data)


def kept_query(params):
    """Return the query string of the filters and the order in `params`, the same for the same choice.

    Blank values, the page and what no filter knows are left out.
    """
    kept = QueryDict(mutable=True)
    for name in sorted({*ClaimFilter.base_filters, "sort"}):
        values = [value for value in params.getlist(name) if value.strip()]
        if values:
            kept.setlist(name, values)
    return kept.urlencode()
