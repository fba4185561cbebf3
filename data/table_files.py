"""The columns of the text tables of a province and of an office."""

LONG = (
    "indicator",
    "area",
    "period_start",
    "period_end",
    "kind",
    "standard",
    "value",
    "status",
    "source",
    "published",
    "note",
    "approx",
)
OPTIONAL = {"standard", "status", "published", "note", "approx"}
AREAS = (
    "area",
    "kind",
    "parent",
    "title",
    "name",
    "title_en",
    "name_en",
    "valid_from",
    "valid_to",
    "order",
    "site",
    "site_en",
    "seat",
    "seat_en",
    "area_km2",
    "area_source",
)
UNREAD = {"seat", "seat_en", "area_km2", "area_source"}  # columns of areas.csv that older provinces have
SOURCES = ("source", "title", "address", "published", "grade", "note")
GRADES = ("official", "press", "weak")  # of a source; "" where nobody graded it
CONFLICTS = (
    "indicator",
    "area",
    "period_start",
    "period_end",
    "kind",
    "value",
    "source",
    "reason_vi",
    "reason_en",
)
