"""The masthead with long names, in a real browser."""

import pytest

from tests.factories import make_analyst

pytestmark = pytest.mark.django_db(transaction=True)

# Whether each place and the name of the product stand whole inside the masthead, one line each.
IS_WHOLE = """masthead => {
  const { top, bottom } = masthead.getBoundingClientRect();
  const parts = [masthead.querySelector(".brand"), ...masthead.querySelectorAll(".nav a")];
  const isIn = (part) => part.getBoundingClientRect().top >= top && part.getBoundingClientRect().bottom <= bottom;
  const name = new Range();
  name.selectNodeContents(parts[0]);
  return parts.every(isIn) && parts.every((part) => part.offsetHeight >= 40) && name.getClientRects().length === 1;
}"""


@pytest.mark.parametrize("width", [390, 800, 1280])
@pytest.mark.parametrize("name", ["reviewer", "Konstantinopolitanischer the Second of Nowhere"])
def test_a_long_name_of_a_person_breaks_nothing(page, sit, width, name):
    analyst = make_analyst()
    analyst.first_name = name
    analyst.save(update_fields=["first_name"])
    page.set_viewport_size({"width": width, "height": 800})

    sit(analyst)

    assert page.locator(".masthead").evaluate(IS_WHOLE)
    assert page.evaluate("document.documentElement.scrollWidth") == width
