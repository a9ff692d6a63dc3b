"""The lists. Each table's docstring names the QuerySet that it needs."""
