"""People and groups, for administrators alone. Every change goes through the service, and so into the log."""

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import BaseUserCreationForm, SetPasswordForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from claims.admin.record_admin import RecordAdmin
from claims.errors import Refused
from claims.models import User
from claims.services import people

PERSON = ["username", "first_name", "last_name", "email", "is_active", "is_staff", "is_superuser", "groups"]
LABELS = {"is_active": "May log in", "is_staff": "May read the admin", "is_superuser": "Administrator"}
HELP = {
    "is_active": "Take this away instead of deleting a person: the records name them.",
    "is_staff": "Reviewers and administrators may in any case.",
    "is_superuser": "May do everything, and manages people.",
    "groups": "Analysts make claims, link and propose; reviewers also decide, reopen and merge.",
}


class PersonForm(forms.ModelForm):
    """What is known of a person and what they may do. `by` is the administrator at work."""

    by = None

    class Meta:
        model = User
        fields = PERSON
        labels = LABELS
        help_texts = HELP
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def clean(self):
        cleaned = super().clean()
        try:
            people.check_change(user=self.instance, by=self.by, **cleaned)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
        return cleaned


class NewPersonForm(BaseUserCreationForm):
    by = None

    class Meta(PersonForm.Meta):
        pass


class PeopleAdmin(RecordAdmin):
    list_display = ["username", "first_name", "last_name", "email", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "is_superuser", "groups"]
    ordering = ["username"]
    search_fields = ["username", "first_name", "last_name", "email"]
    form = PersonForm
    fields = [*PERSON, "last_login", "date_joined"]
    readonly_fields = ["last_login", "date_joined"]
    change_form_template = "admin/person.html"

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request) and request.user.is_superuser

    def has_add_permission(self, request):
        return self.has_view_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request)

    def get_fields(self, request, obj=None):
        return self.fields if obj else [*PERSON[:1], "password1", "password2", *PERSON[1:]]

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj else []

    def get_form(self, request, obj=None, **kwargs):
        """Return a form class of this request alone, because it knows who is at work."""
        if obj is None:
            kwargs |= {"form": NewPersonForm, "fields": PERSON}
        form = super().get_form(request, obj, **kwargs)
        form.by = request.user
        return form

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return db_field.formfield(**kwargs)

    def save_model(self, request, obj, form, change):
        values = {name: form.cleaned_data[name] for name in PERSON}
        if change:
            people.change(user=User.objects.get(pk=obj.pk), by=request.user, **values)
        else:
            password = form.cleaned_data["password1"]
            obj.pk = people.create(password=password, by=request.user, **values).pk

    def save_related(self, request, form, formsets, change):
        """Nothing is left to save: the service set the groups."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.password_view)
        return [path("<int:pk>/password/", view, name="claims_user_password"), *super().get_urls()]

    @method_decorator(sensitive_post_parameters())
    def password_view(self, request, pk):
        if not self.has_change_permission(request):
            raise PermissionDenied("Only administrators can do this.")
        user = get_object_or_404(User, pk=pk)
        form = SetPasswordForm(user, request.POST or None)
        if request.method == "POST" and form.is_valid():
            people.set_password(user=user, password=form.cleaned_data["new_password1"], by=request.user)
            if user.pk == request.user.pk:
                update_session_auth_hash(request, user)
            messages.success(request, f"The password of {user} was replaced.")
            return redirect(reverse("admin:claims_user_change", args=[user.pk]))
        context = {"form": form, "person": user, "title": f"New password for {user}"}
        return TemplateResponse(request, "admin/password.html", self.admin_site.each_context(request) | context)


class GroupAdmin(RecordAdmin):
    """What the groups may do is fixed by the rules of the desk; people are put into them on their own pages."""

    list_display = ["name"]
    search_fields = ["name"]

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request) and request.user.is_superuser


ADMINS = {User: PeopleAdmin, Group: GroupAdmin}
