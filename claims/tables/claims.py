import django_tables2 as tables
from django.db.models import Case, F, IntegerField, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from claims.models import Claim
from claims.reports.date_chain import newest_dates
from claims.vocabulary import EvidenceStatus, State, Timing, Verdict

MOST_URGENT_FIRST = (
    Timing.OVERDUE,
    Timing.DUE,
    Timing.REVIEW_DUE,
    Timing.NOT_DUE,
    Timing.UNDATED,
    Timing.CLOSED,
)


class Cell(tables.TemplateColumn):
    """A cell that is a template of its own, because it holds more than a value."""

    def __init__(self, name, **kwargs):
        super().__init__(template_name=f"claims/_claim_{name}.html", **kwargs)

    def render(self, *args, **kwargs):
        # The line break at the end of a file would keep the stylesheet from seeing that a cell is empty.
        return SafeString(super().render(*args, **kwargs).strip())


def _by_meaning(queryset, is_descending, field, values):
    """Order by the place of `field` among `values`: by what an enum means, not by its letters."""
    places = Case(
        *[When(**{field: value}, then=Value(place)) for place, value in enumerate(values)],
        output_field=IntegerField(),
    )
    return _ordered(queryset, places, is_descending)


def _ordered(queryset, expression, is_descending):
    """Order by `expression`, rows without a value last either way, and the newest claim first among equals."""
    order = expression.desc(nulls_last=True) if is_descending else expression.asc(nulls_last=True)
    return queryset.order_by(order, "-number"), True


class NumberColumn(tables.Column):
    """A number, most first; its cell says whether it is zero, which phones leave out."""

    def __init__(self, *args, **kwargs):
        number = {"class": lambda value: "num" if value else "num zero"}
        super().__init__(*args, attrs={"td": number}, initial_sort_descending=True, **kwargs)


def _timing_label(value):
    return {"label": Timing(value).label if value else ""}


def _address(record, table):
    return f"{record.get_absolute_url()}{table.then}"


def _statement(record, table):
    topics = record.topic_names if table.then else [topic.name for topic in record.topics.all()]
    return {"address": _address(record, table), "topics": topics}


def _newest(record, table):
    newest = table.newest.get(record.pk)
    return {"newest": newest and f"{newest.get_absolute_url()}{table.then}", "newest_claim": newest}


class ClaimTable(tables.Table):
    """The claims list; needs `Claim.objects.for_list().with_awaited_timing(…)`."""

    # The query that leads to the page of a claim as of an earlier day or moment, and what `newest_dates` takes of it.
    then = ""
    cut_offs = {}

    number = tables.Column("No.", linkify=_address, attrs={"td": {"class": "number"}})
    statement = Cell("statement", verbose_name="Claim", extra_context=_statement, attrs={"td": {"class": "primary"}})
    state = Cell("state", verbose_name="State", attrs={"td": {"class": "word"}})
    evidence = Cell(
        "evidence",
        accessor="figures__evidence_status",
        verbose_name="Evidence",
        attrs={"td": {"class": "word evidence-status"}},
    )
    timing = Cell("timing", verbose_name="Timing", extra_context=_timing_label, attrs={"td": {"class": "word"}})
    due = Cell("due", accessor="window_end", verbose_name="Due", empty_values=(), extra_context=_newest)
    counted = Cell(
        "counted",
        accessor="figures__articles",
        verbose_name="Articles",
        initial_sort_descending=True,
        attrs={"td": {"class": "counted"}},
    )
    supports = NumberColumn("Supports", accessor="figures__supports")
    conflicts = NumberColumn("Conflicts", accessor="figures__conflicts")
    verdict = Cell("verdict", accessor="figures__verdict", verbose_name="Verdict", attrs={"td": {"class": "word"}})
    owner = tables.Column(verbose_name="Owner", attrs={"td": {"class": "owner"}})

    class Meta:
        model = Claim
        fields = ()
        attrs = {"class": "table claims", "aria-label": "Claims"}
        empty_text = "No claim matches these filters."

    @cached_property
    def newest(self):
        """Return {key: the claim with the newest date} of the claims of this page that were given a new one."""
        return newest_dates([row.record.pk for row in self.paginated_rows], **self.cut_offs)

    def render_number(self, record):
        return record.label

    def order_state(self, queryset, is_descending):
        return _by_meaning(queryset, is_descending, "state", State.values)

    def order_evidence(self, queryset, is_descending):
        return _by_meaning(queryset, is_descending, "figures__evidence_status", EvidenceStatus.values)

    def order_timing(self, queryset, is_descending):
        return _by_meaning(queryset, is_descending, "timing", MOST_URGENT_FIRST)

    def order_verdict(self, queryset, is_descending):
        return _by_meaning(queryset, is_descending, "figures__verdict", Verdict.values)

    def order_due(self, queryset, is_descending):
        return _ordered(queryset, Coalesce("window_end", "review_on"), is_descending)

    def order_owner(self, queryset, is_descending):
        return _ordered(queryset, F("owner__username"), is_descending)

    def order_supports(self, queryset, is_descending):
        return _ordered(queryset, F("figures__supports"), is_descending)

    def order_conflicts(self, queryset, is_descending):
        return _ordered(queryset, F("figures__conflicts"), is_descending)

    def order_counted(self, queryset, is_descending):
        sign = "-" if is_descending else ""
        return queryset.order_by(f"{sign}figures__articles", f"{sign}figures__origins", "-number"), True
