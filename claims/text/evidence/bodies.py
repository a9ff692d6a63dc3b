"""Bodies known by several names: who read of "Islamic State" read of ISIS. A desk's own aliases go before these.

Short names that are words as well (WHO, IS, US) are left out: they cannot be told from these by their letters.
"""

from claims.text.evidence.aliases import Alias, Aliases

# The name that is meant = other names.
_NAMES = """
ISIS = ISIL, Islamic State, Daesh, Islamic State of Iraq and Syria, Islamic State of Iraq and the Levant
ISKP = ISIS-K, Islamic State Khorasan, Islamic State Khorasan Province
TTP = Pakistani Taliban, Tehreek-e-Taliban Pakistan, Tehrik-i-Taliban Pakistan, Tehrik-e-Taliban Pakistan
al-Qaeda = al-Qaida, al Qaida, al Qaeda
al-Shabab = al-Shabaab, al Shabaab, al Shabab
Hezbollah = Hizbullah, Hizbollah, Hizballah
IRGC = Islamic Revolutionary Guard Corps, Revolutionary Guards, Revolutionary Guard
PKK = Kurdistan Workers' Party
YPG = People's Protection Units
FARC = Revolutionary Armed Forces of Colombia
UN = United Nations, U.N.
EU = European Union
NATO = North Atlantic Treaty Organization, North Atlantic Treaty Organisation
IMF = International Monetary Fund
WTO = World Trade Organization, World Trade Organisation
IAEA = International Atomic Energy Agency
ICC = International Criminal Court
ICJ = International Court of Justice
ICRC = International Committee of the Red Cross
WFP = World Food Programme, World Food Program
UNHCR = UN refugee agency, UN High Commissioner for Refugees
OIC = Organisation of Islamic Cooperation, Organization of Islamic Cooperation
SCO = Shanghai Cooperation Organisation, Shanghai Cooperation Organization
ASEAN = Association of Southeast Asian Nations
OPEC = Organization of the Petroleum Exporting Countries
FATF = Financial Action Task Force
ADB = Asian Development Bank
FBI = Federal Bureau of Investigation
CIA = Central Intelligence Agency
DHS = Department of Homeland Security, Homeland Security
CDC = Centers for Disease Control and Prevention, Centers for Disease Control
FDA = Food and Drug Administration
ISI = Inter-Services Intelligence
IDF = Israel Defense Forces, Israel Defence Forces, Israeli Defense Forces, Israeli Defence Forces
PLO = Palestine Liberation Organization, Palestine Liberation Organisation
PTI = Pakistan Tehreek-e-Insaf
BJP = Bharatiya Janata Party
FIFA = Federation of International Football Associations
IOC = International Olympic Committee
ICAO = International Civil Aviation Organization, International Civil Aviation Organisation
"""

BODY_ALIASES = tuple(
    Alias(surface.strip(), name.strip())
    for line in _NAMES.strip().splitlines()
    for name, _, others in [line.partition(" = ")]
    for surface in others.split(",")
)
BODIES = Aliases.of(BODY_ALIASES)
BODY_NAMES = frozenset(one.name for one in BODY_ALIASES)


def with_bodies(aliases: list[Alias]) -> Aliases:
    """Return `aliases` with the bodies that everybody knows, but for other names that `aliases` give a meaning.

    >>> known = with_bodies([Alias("Homeland Security", "Jeh Johnson")])
    >>> [name.text for name in known.names_in("Homeland Security denied it to the United Nations.", None)]
    ['Jeh Johnson', 'UN']
    """
    taken = {alias.surface.casefold() for alias in aliases}
    return Aliases.of([*aliases, *(one for one in BODY_ALIASES if one.surface.casefold() not in taken)])
