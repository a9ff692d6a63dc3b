import pytest

from claims.text.attribution.offices import kind_of_office, offices_in


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Afghanistan's interim foreign minister, Amir Khan Muttaqi, arrived.",
            [("Afghanistan's interim foreign minister", "Amir Khan Muttaqi", True)],
        ),
        (
            "Amir Khan Muttaqi, the interim foreign minister of the Islamic Emirate, is likely to come.",
            [("the interim foreign minister of the Islamic Emirate", "Amir Khan Muttaqi", True)],
        ),
        ("Foreign Minister Shah Mahmood Qureshi came.", [("Foreign Minister", "Shah Mahmood Qureshi", False)]),
        ("He met Thomas West, who is tall, in Doha, the capital.", []),
        ("The talks in Kabul, the foreign minister said, were over.", []),
    ],
)
def test_an_office_is_given_to_the_name_beside_it(sentence, found):
    assert [(one.words, one.person, one.explains) for one in offices_in(sentence)] == found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Taliban foreign minister", ("foreign", "minister")),
        ("the acting Prime Minister", ("prime", "minister")),
        ("new US special envoy for Afghanistan", ("special", "envoy")),
        ("the talks", ()),
        ("", ()),
    ],
)
def test_the_kind_of_an_office_is_what_it_is_built_on(words, kind):
    assert kind_of_office(words) == kind
