"""The formats in which a document can be written, by the name that commands and addresses use."""

from claims.reports.writing import as_csv, as_html, as_json, as_pdf, as_table, as_xlsx

FORMATS = {
    "table": as_table,
    "json": as_json,
    "csv": as_csv,
    "xlsx": as_xlsx,
    "pdf": as_pdf,
    "html": as_html,
}
# What a terminal cannot show.
BINARY = ("xlsx", "pdf")
# What carries the evidence under the figures, and not the figures alone.
WITH_EVIDENCE = ("json", "csv", "xlsx", "pdf", "html")
