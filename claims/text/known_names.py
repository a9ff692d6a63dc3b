"""Cities and news agencies that datelines name: enough to tell "ISLAMABAD:" from "BACKGROUND:".

Not a gazetteer: a city that is missing keeps its bare dateline in the text, where nothing is lost.
"""

import re

_CITIES = frozenset(
    """
    abu dhabi, abuja, accra, addis ababa, aden, ahmedabad, aleppo, algiers, almaty, amman, amritsar, amsterdam,
    ankara, antananarivo, ashgabat, asmara, astana, asuncion, athens, atlanta, auckland, baghdad, baku, bamako,
    bamiyan, bangkok, bangui, banjul, barcelona, basra, beijing, beirut, belfast, belgrade, bengaluru, berlin,
    bern, bhopal, bishkek, bogota, bonn, boston, brasilia, bratislava, brazzaville, brisbane, brussels,
    bucharest, budapest, buenos aires, bujumbura, cairo, canberra, cape town, caracas, chandigarh, chennai,
    chicago, chisinau, chittagong, colombo, conakry, copenhagen, dakar, damascus, dar es salaam, dallas, davos,
    delhi, denver, detroit, dhaka, djibouti, dnipro, doha, donetsk, dubai, dublin, dushanbe, edinburgh, erbil,
    faisalabad, frankfurt, freetown, gaborone, gaza, gaza city, geneva, ghazni, glasgow, gujranwala,
    guatemala city, guwahati, gwadar, hamburg, hanoi, harare, havana, helmand, helsinki, herat, hiroshima,
    ho chi minh city, hong kong, honolulu, houston, hyderabad, istanbul, islamabad, izmir, jaipur, jakarta,
    jalalabad, jammu, jeddah, jerusalem, johannesburg, juba, kabul, kampala, kandahar, karachi, kathmandu,
    khartoum, kharkiv, kherson, kigali, kingston, kinshasa, kolkata, kuala lumpur, kunduz, kuwait city, kyiv,
    kyoto, la paz, lagos, lahore, lashkar gah, libreville, lilongwe, lima, lisbon, ljubljana, lome, london,
    los angeles, luanda, lucknow, lusaka, luxembourg, lviv, lyon, madrid, malabo, male, managua, manama,
    manchester, manila, maputo, mariupol, marseille, maseru, mazar-e-sharif, mazar-i-sharif, mecca, medina,
    melbourne, mexico city, miami, milan, minneapolis, minsk, mogadishu, monrovia, montevideo, montreal,
    moscow, mosul, multan, mumbai, munich, muscat, nairobi, naples, nassau, naypyidaw, ndjamena, n'djamena,
    new delhi, new york, niamey, nicosia, nouakchott, nur-sultan, odesa, osaka, oslo, ottawa, ouagadougou,
    panama city, paramaribo, paris, patna, perth, peshawar, philadelphia, phnom penh, podgorica,
    port moresby, port-au-prince, prague, pretoria, pristina, pul-e-khumri, pune, pyongyang, quetta, quito,
    rabat, ramallah, rawalpindi, reykjavik, riga, rio de janeiro, riyadh, rome, samarkand, san francisco,
    san jose, san juan, san salvador, sana'a, sanaa, santiago, santo domingo, sao paulo, sarajevo, seattle,
    seoul, shanghai, sharm el-sheikh, sialkot, singapore, skopje, sochi, sofia, srinagar, st petersburg,
    st. petersburg, stockholm, strasbourg, sydney, taipei, tallinn, taloqan, tashkent, tbilisi, tegucigalpa,
    tehran, tel aviv, the hague, thimphu, tirana, tokyo, toronto, tripoli, tunis, turin, ulaanbaatar,
    united nations, vatican city, vienna, vientiane, vilnius, vladivostok, warsaw, washington, wellington,
    windhoek, yangon, yaounde, yerevan, zagreb, zaporizhzhia, zaranj, zurich
    """.replace("\n", " ").split(",")
)
_KNOWN_CITIES = frozenset(" ".join(name.split()) for name in _CITIES)

_AGENCIES = frozenset(
    """
    aa, aap, afp, agence france presse, agence france-presse, agencies, anadolu, anadolu agency, ani, ansa, ap,
    app, associated press, belga, bernama, bloomberg, bss, cna, dpa, efe, fars, ians, ina, inp, interfax, irna,
    isna, khaama press, kuna, kyodo, mehr, mena, nni, online, pajhwok, petra, ppi, pti, qna, reuters, ria
    novosti, sana, spa, sputnik, tasnim, tass, the associated press, ukrinform, uni, united news of india, upi,
    wafa, wam, xinhua, yonhap
    """.replace("\n", " ").split(",")
)
_KNOWN_AGENCIES = frozenset(" ".join(name.split()) for name in _AGENCIES)


def is_city(name: str) -> bool:
    """Whether `name` is a city that datelines are known to name.

    >>> is_city("New Delhi"), is_city("Background")
    (True, False)
    """
    return name.casefold().replace("’", "'") in _KNOWN_CITIES


def is_agency(credit: str) -> bool:
    """Whether a credit names known agencies only, one or several.

    >>> is_agency("AFP/Reuters"), is_agency("laughs")
    (True, False)
    """
    names = re.split(r"/|, | and | & ", credit.casefold())
    return all(name.strip() in _KNOWN_AGENCIES for name in names)
