"""Sources: read like every record; reviewers also grade them and say by which other names they go."""

from django import forms
from django.contrib.admin import TabularInline

from claims.admin.record_admin import RecordAdmin
from claims.errors import Refused
from claims.models import Alias, Source
from claims.services import sources


class GradeForm(forms.ModelForm):
    class Meta:
        model = Source
        fields = ["reliability", "reliability_reason"]

    def clean(self):
        cleaned = super().clean()
        if self.has_changed() and not (cleaned.get("reliability_reason") or "").strip():
            self.add_error("reliability_reason", "Say what this grade rests on.")
        return cleaned


class AliasForm(forms.ModelForm):
    class Meta:
        model = Alias
        fields = ["surface", "valid_from", "valid_to"]
        labels = {"surface": "Other name", "valid_from": "From (if only for a time)", "valid_to": "To"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # the admin sets rows of a table without labels
            field.widget.attrs["aria-label"] = field.label

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("valid_from"), cleaned.get("valid_to")
        if start and end and start > end:
            self.add_error("valid_to", "The alias ends before it begins.")
        return cleaned


class AliasInline(TabularInline):
    """Aliases can be added; those on record stay as they are."""

    model = Alias
    form = AliasForm
    extra = 1
    can_delete = False

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return request.user.may_review

    def has_change_permission(self, request, obj=None):
        return False


class SourceAdmin(RecordAdmin):
    list_display = ["name", "kind", "domain", "reliability"]
    list_filter = ["kind", "reliability"]
    search_fields = ["name", "domain", "aliases__surface"]
    form = GradeForm
    fields = ["name", "kind", "domain", "reliability", "reliability_reason"]
    readonly_fields = ["name", "kind", "domain"]
    inlines = [AliasInline]

    def has_change_permission(self, request, obj=None):
        return request.user.may_review

    def save_model(self, request, obj, form, change):
        """Grade through the service; `obj` carries what was typed, so the stored row is what changes."""
        if form.changed_data:
            sources.grade(
                source=Source.objects.get(pk=obj.pk),
                reliability=form.cleaned_data["reliability"],
                reason=form.cleaned_data["reliability_reason"],
                by=request.user,
            )

    def save_formset(self, request, form, formset, change):
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        for row in formset.extra_forms:
            if row.has_changed():
                formset.new_objects.append(self._add_alias(request, form.instance, row.cleaned_data))

    def _add_alias(self, request, source, values):
        names = ("surface", "valid_from", "valid_to")
        try:
            return sources.add_alias(source=source, by=request.user, **{name: values[name] for name in names})
        except Refused as refused:
            self.message_user(request, str(refused), level="ERROR")
            return source.aliases.filter(surface__iexact=values["surface"]).first()


ADMINS = {Source: SourceAdmin}
