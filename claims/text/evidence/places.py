"""Countries with their people and cities: enough to know that who is in Islamabad is in Pakistan.

Not a gazetteer: a place that is missing is compared by its name alone.
"""

from dataclasses import dataclass

# country = other names and adjectives : cities
_WORLD = """
afghanistan = afghan afghans islamic_emirate : kabul kandahar herat jalalabad kunduz
albania = albanian : tirana
algeria = algerian : algiers
argentina = argentine argentinian : buenos_aires
armenia = armenian : yerevan
australia = australian : canberra sydney melbourne
austria = austrian : vienna
azerbaijan = azerbaijani : baku
bahrain = bahraini : manama
bangladesh = bangladeshi : dhaka
belarus = belarusian : minsk
belgium = belgian : brussels
brazil = brazilian : brasilia
britain = british uk united_kingdom england : london
bulgaria = bulgarian : sofia
canada = canadian : ottawa toronto
chile = chilean : santiago
china = chinese : beijing shanghai
colombia = colombian : bogota
cuba = cuban : havana
czech_republic = czech : prague
denmark = danish : copenhagen
egypt = egyptian : cairo
ethiopia = ethiopian : addis_ababa
finland = finnish : helsinki
france = french : paris
georgia = georgian : tbilisi
germany = german : berlin munich
greece = greek : athens
hungary = hungarian : budapest
india = indian : delhi new_delhi mumbai
indonesia = indonesian : jakarta
iran = iranian : tehran
iraq = iraqi : baghdad mosul basra
ireland = irish : dublin
israel = israeli : jerusalem tel_aviv
italy = italian : rome milan
japan = japanese : tokyo
jordan = jordanian : amman
kazakhstan = kazakh : astana nur-sultan almaty
kenya = kenyan : nairobi
kuwait = kuwaiti : kuwait_city
kyrgyzstan = kyrgyz : bishkek
lebanon = lebanese : beirut
libya = libyan : tripoli
malaysia = malaysian : kuala_lumpur
mexico = mexican : mexico_city
morocco = moroccan : rabat
myanmar = burmese : naypyidaw yangon
nepal = nepali nepalese : kathmandu
netherlands = dutch : amsterdam hague
nigeria = nigerian : abuja lagos
north_korea = north_korean : pyongyang
norway = norwegian : oslo
oman = omani : muscat
pakistan = pakistani pak : islamabad karachi lahore peshawar rawalpindi quetta
philippines = philippine filipino : manila
poland = polish : warsaw
portugal = portuguese : lisbon
qatar = qatari : doha
romania = romanian : bucharest
russia = russian kremlin : moscow st_petersburg
saudi_arabia = saudi : riyadh jeddah
serbia = serbian : belgrade
somalia = somali : mogadishu
south_africa = south_african : pretoria johannesburg
south_korea = south_korean : seoul
spain = spanish : madrid
sri_lanka = sri_lankan : colombo
sudan = sudanese : khartoum
sweden = swedish : stockholm
switzerland = swiss : geneva bern davos
syria = syrian : damascus aleppo
taiwan = taiwanese : taipei
tajikistan = tajik : dushanbe
thailand = thai : bangkok
tunisia = tunisian : tunis
turkey = turkish turkiye : ankara istanbul
turkmenistan = turkmen : ashgabat
ukraine = ukrainian : kyiv kharkiv odesa
united_arab_emirates = emirati uae : abu_dhabi dubai
united_states = us usa u.s america american states : washington new_york
uzbekistan = uzbek : tashkent samarkand
venezuela = venezuelan : caracas
vietnam = vietnamese : hanoi
yemen = yemeni : sanaa aden
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A country, or a city in it."""

    country: str
    city: str = ""

    def fits(self, other: "Place") -> bool:
        """Whether who is in one can be in the other: two cities of a country are two places."""
        return self.country == other.country and (not self.city or not other.city or self.city == other.city)


def _read_world() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for line in _WORLD.strip().splitlines():
        named, cities = line.split(":")
        country, others = named.split("=")
        country = country.strip()
        found |= {name.replace("_", " "): Place(country) for name in (country, *others.split())}
        found |= {city.replace("_", " "): Place(country, city) for city in cities.split()}
    return found


_PLACES = _read_world()


def place_of(name: str) -> Place | None:
    """Return the place that `name` names, or whose people it names; None where it names none that is known.

    >>> place_of("Islamabad").fits(place_of("Pakistani"))
    True
    """
    return _PLACES.get(" ".join(name.casefold().rstrip(".").removeprefix("the ").split()))
