"""Words around and in people's names: titles, names that many share, words that no person is called."""

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir lord lady dame sheikh sheikha mullah maulvi mawlawi maulana haji
    hajji sayed president vice prime minister premier deputy foreign interior defence defense finance
    interim acting former secretary general gen lt lieutenant col colonel maj major capt captain brig
    brigadier adm admiral commander sgt sergeant marshal ambassador envoy special representative senator sen
    congressman congresswoman rep governor gov mayor chancellor judge justice chief executive chairman
    chairwoman spokesman spokeswoman spokesperson adviser advisor king queen prince princess pope bishop
    archbishop rabbi imam ayatollah speaker leader attorney state director head democrat republican gop
    press officer detective inspector commissioner external affairs national reverend rev hon nsa fm pm
    """.split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset("al bin bint ben da de del der di dos du el ibn la le ul ur van von".split())

# Borne by so many that sharing one of them alone shows nothing.
SHARED = frozenset(
    """
    abdul abdullah ahmad ahmed akbar akhtar ali amin amir anwar aziz bibi gul hamid hasan hassan husain
    hussain hussein ibrahim iqbal ismail jan kaur khan kim kumar lee malik mohamed mohammad mohammed
    muhammad mohammadi mullah nguyen omar park patel rahman rashid saeed salman shah sharma sheikh singh
    syed sayed wang li zhang tariq usman yusuf
    """.split()
)
# Names of families that stand first.
FAMILY_FIRST = frozenset(
    "chen chiang deng guo hu huang kim li lin liu mao moon park wang wu xi xu yang yao yue zhang zhao zhou".split()
)

# Capitalised words that begin sentences and are no names.
NO_NAMES = frozenset(
    """
    a about according after all also although an and another any as at because before both but by despite
    during each earlier even every few first following for former from he her here his how however i if in
    indeed instead it its last later many meanwhile more moreover most my neither no nor not now of on once
    one only or other others our over perhaps several she since so some still such than that the their then
    there these they this those though three through thus to today tomorrow two under unlike until we what
    when where whether which while who why with within without yes yet yesterday you your official officials
    source sources talks separately speaking asked monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december people police voters
    critics reports report experts analysts diplomats nonetheless particularly virtually simply throughout below
    nearly whatever anyone twelve thirty aides associates supporters delegates authorities investigators residents
    economists protesters projections
    """.split()
)
ORGANISATIONS = frozenset(
    """
    academy administration agency alliance army assembly association authority bank board bureau cabinet
    campaign center centre chamber church club coalition college command commission committee company
    congress corporation council court democrats department embassy emirate federation force forces
    foundation front fund government group house inc institute institution kremlin league mission ministry
    movement nation nations nato network office organisation organization parliament party pentagon police
    project republicans security senate service society state states street talibs taliban team treasury
    tribunal trust union university
    """.split()
)
COUNTRIES = frozenset(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
    belarus belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada chad chile china
    colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia finland france
    germany ghana greece guatemala haiti hungary iceland india indonesia iran iraq ireland israel italy
    japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania
    malaysia mali malta mexico moldova mongolia morocco mozambique myanmar namibia nepal netherlands
    nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal
    qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan
    sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine
    uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe us usa uk uae eu un
    """.split()
)
