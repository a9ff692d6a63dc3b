"""What people say of claims of which at most one can be true."""

from django import forms

from claims.forms.claims import MOST_ROWS, NUMBER, CarryingForm, ChosenClaimForm, carried_field
from claims.models import Claim, ClaimSet
from claims.reports.evidence_matrix import MOST
from claims.reports.lookup import find_claims

WHY = {"widget": forms.Textarea(attrs={"rows": 3}), "max_length": 2000}
NAME_LENGTH = ClaimSet._meta.get_field("name").max_length


class ExclusionForm(ChosenClaimForm):
    """Another claim that cannot be true as well, and why: as a set of the two, or in a set that one is in already."""

    to_set = forms.ModelChoiceField(
        ClaimSet.objects.none(),
        required=False,
        empty_label="A set of these two",
        widget=forms.RadioSelect,
        label="Which set",
        help_text="In a set that there is, the claim that joins excludes every other.",
    )
    name = forms.CharField(
        required=False,
        max_length=NAME_LENGTH,
        label="What they are about",
        help_text="Such as “China's envoy on 11 November”. Without one, the set is called by the claims' numbers.",
    )
    reason = forms.CharField(label="Why at most one can be true", **WHY)

    def __init__(self, *args, sets, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "The claim that cannot be true as well"
        self.fields["to_set"].queryset = sets


class JoinForm(ChosenClaimForm):
    """A claim that joins a set, and why it excludes the others."""

    reason = forms.CharField(label="Why it cannot be true beside the others", **WHY)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "The claim that joins"


class WordingForm(CarryingForm):
    """What a set is about, and why its claims exclude each other."""

    carried = "seen"
    name = forms.CharField(max_length=NAME_LENGTH, label="What they are about")
    reason = forms.CharField(label="Why at most one can be true", **WHY)
    seen = carried_field()


class LeaveForm(forms.Form):
    """Why a claim leaves a set."""

    reason = forms.CharField(label="Why it can be true beside the others", **WHY)


class MatrixForm(forms.Form):
    """The claims of a matrix, as an address names them: each by its number, as `claim`, or typed as `q`."""

    q = forms.CharField(required=False, max_length=200, label="Another claim")

    def numbers(self):
        """Return the numbers that are asked for, in their order, each once."""
        named = map(NUMBER.fullmatch, (*self.data.getlist("claim"), self.data.get("q", "")))
        numbers = (int(one[1]) for one in named if one)
        return list(dict.fromkeys(number for number in numbers if 0 < number <= MOST_ROWS))

    def claims(self):
        """Return the claims that there are, as many as fit side by side, and sentences on those that are left out."""
        numbers = self.numbers()
        claims = list(Claim.objects.for_list().filter(number__in=numbers[:MOST]))
        unknown = sorted(set(numbers[:MOST]) - {claim.number for claim in claims})
        left_out = [f"There is no claim C-{number}." for number in unknown]
        if len(numbers) > MOST:
            left_out.append(f"At most {MOST} claims stand side by side; the first {MOST} are shown.")
        return claims, left_out

    def found(self):
        """Return the other claims that the typed words find: without JavaScript nothing was chosen yet."""
        typed = self.data.get("q", "").strip()
        return [claim for claim in find_claims(typed[:200]) if claim.number not in self.numbers()] if typed else []
