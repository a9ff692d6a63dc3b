"""How lists of the admin are searched and leafed through, so that a million rows do not make them slow."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.text import smart_split, unescape_string_literal

# Nobody leafs further, and an exact number of more would cost more than all else on the page.
MOST_COUNTED = 5_000


class BoundedPaginator(Paginator):
    """Pages of the first `MOST_COUNTED` rows. `is_cut` says whether there are more."""

    @cached_property
    def found(self):
        return self.object_list.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @property
    def count(self):
        return min(self.found, MOST_COUNTED)

    @property
    def is_cut(self):
        return self.found > MOST_COUNTED


def words_of(term):
    """Return what is looked for: the words of `term`, those in quotation marks as one.

    >>> words_of('visit "in Islamabad"')
    ['visit', 'in Islamabad']
    """
    return [_unquoted(bit) for bit in smart_split(term)]


def _unquoted(bit):
    return unescape_string_literal(bit) if len(bit) > 1 and bit[0] in "\"'" and bit[0] == bit[-1] else bit


def holding(model, path, words):
    """Return the condition on `model` that the text at the end of `path` holds all `words`, in any case.

    Each table on the way is asked by itself: joined, every row of the list would be compared with the words again. So
    no row is found twice either.
    """
    name, _, rest = path.partition("__")
    if not rest:
        return Q(*(Q(**{f"{name}__icontains": word}) for word in words))
    relation = model._meta.get_field(name)
    found = relation.related_model._base_manager.filter(holding(relation.related_model, rest, words))
    if relation.one_to_many:
        return Q(pk__in=found.values(relation.field.name))
    return Q(**{f"{name}__in": found.values("pk")})
