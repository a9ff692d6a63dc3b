"""Figures that look like a year and are none: "Resolution 1973", "2000 rooms", "a 1987 Chevrolet"."""

import re

from claims.text.time.reading import Setting

BEFORE_CHRIST = re.compile(r"\s{1,3}(?:BCE?\b|B\.C\.)")
_COUNTED = re.compile(
    r"\s{0,2}(?:,\d|%|per ?cent|people|troops|soldiers|men|women|children|miles|kilomet|km\b|feet|points|tons|"
    r"dollars|pounds|rupees|votes|jobs|homes|shares|votes|members|[-–]?(?:strong|seat|pound|foot|mile|acre))",
    re.IGNORECASE,
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$£€#/.,:°]|\bNo\.? ?|\bRs\.? ?|[A-Za-z]-(?<!\bpre-)(?<!\bpost-))\Z", re.IGNORECASE
)
# "Resolution 1973", "Flight 1914"; "1600 Pennsylvania Avenue".
_NUMBERED = re.compile(
    r"(?:\b(?:Flights?|Section|Resolution|Article|Room|Route|Highway|Interstate|Number|Channel|Model|Title|Rule|Clause|Form|Unit"
    r"|Bill|Order|Directive|Regulation|Convoy|Squadron|Asteroid|Vision|Agenda|Horizon|Project|Windows)|\b[HS]\.\s?R?\.?)\s{1,3}\Z"
)
_STREET = re.compile(
    r"\s(?:[A-Z][a-z]{1,20}\.?\s){1,3}(?:Street|St\.|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Place)\b"
)
# "The hotel has 2000 rooms": what is had, carried or killed is counted.
_HAS_SO_MANY = re.compile(
    r"\b(?:has|have|had|carr(?:y|ies|ied|ying)|kill(?:s|ed|ing)|employ(?:s|ed|ing)?|costs?|weigh(?:s|ed)|hold(?:s|ing)?|held|sold"
    r"|bought|about|some|nearly|almost|roughly|approximately|than|least|over|another|with|(?:polls?|surveys?|sample|crowd|list|panel)\sof)\s{1,3}\Z",
    re.IGNORECASE,
)
_SO_MANY = re.compile(r"\s(?:[a-z]{2,15}\s)?(?-i:[a-z]{3,20}s)\b")
_CALLED_BY_YEAR = re.compile(r"\s{1,3}(?:Agenda|Trust|Committee|Group|Fund|Foundation|Club|Society)\b")
_CAR = re.compile(
    r"\s{1,3}(?:Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat|Ford|Honda|Hyundai|Jaguar|Jeep|Lexus"
    r"|Lincoln|Mazda|Mercedes|Nissan|Oldsmobile|Plymouth|Pontiac|Porsche|Renault|Saab|Subaru|Suzuki|Toyota|Volkswagen"
    r"|Volvo)\b"
)


def is_no_year(found: re.Match[str], setting: Setting) -> bool:
    """Whether the group `year` of `found` counts, numbers or names something."""
    if (
        BEFORE_CHRIST.match(setting.after)
        or _COUNTED.match(setting.after)
        or _NOT_A_YEAR_BEFORE.search(setting.before)
    ):
        return True
    if found[0] == found["year"] and _is_number(setting):
        return True
    the = found[0].lower().startswith("the")
    return _CAR.match(setting.after) is not None or (the and _CALLED_BY_YEAR.match(setting.after) is not None)


def _is_number(setting: Setting) -> bool:
    """Whether bare figures number or count: "Flight 1914", "has 2000 rooms"."""
    if _NUMBERED.search(setting.before) or _STREET.match(setting.after):
        return True
    return _HAS_SO_MANY.search(setting.before) is not None and _SO_MANY.match(setting.after) is not None
