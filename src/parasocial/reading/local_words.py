"""Words in localised dates: months, halves of the day, time zones.

Months and halves of the day are the union of CLDR's wide and abbreviated forms for en, de, nl,
es, ro, lt, ca, id, ms, fil, vi, th, fr, pt, it, pl, ru, uk, sv, da, nb, cs
and tr. No form means two different months.
"""

from typing import Final

_MONTHS = """
ene enero gen gener gennaio ian ianuarie jan janeiro januar januari january janv janvier jän
jänner led leden ledna oca ocak saus sausio sausis sty styczeń stycznia січ січень січня янв
январь января ม.ค มกราคม
| feb febbraio febr febrer febrero februar februari februarie february fev fevereiro févr
février lut lutego luty peb pebrero vas vasario vasaris úno únor února şub şubat лют лютий
лютого февр февраль февраля ก.พ กุมภาพันธ์
| bře březen března kov kovas kovo maart mac mar marca march maret mars marso mart martie
marts marzec marzo març março mrt mär märz бер березень березня мар март марта มี.ค มีนาคม
| abr abril apr april aprile aprilie avr avril bal balandis balandžio dub duben dubna kwi
kwiecień kwietnia nis nisan апр апрель апреля квіт квітень квітня เม.ย เมษายน
| geg gegužė gegužės kvě květen května mag maggio mai maig maio maj maja may mayo mayıs mei
май мая трав травень травня พ.ค พฤษภาคม
| birž birželio birželis cze czerwca czerwiec giu giugno haz haziran hun hunyo iun iunie juin
jun june junho juni junio juny červen června čvn июн июнь июня черв червень червня มิ.ย
มิถุนายน
| hul hulyo iul iulie juil juill juillet jul julai julho juli julio juliol july liep liepa
liepos lip lipca lipiec lug luglio tem temmuz července červenec čvc июл июль июля лип липень
липня ก.ค กรกฎาคม
| ag ago agost agosto agt agu agustus août aug august augusti augustus ağu ağustos ogo ogos
rugp rugpjūtis rugpjūčio sie sierpień sierpnia srp srpen srpna авг август августа серп
серпень серпня ส.ค สิงหาคม
| eyl eylül rugs rugsėjis rugsėjo sep sept september septembre septembrie septiembre set
setembre setembro settembre setyembre wrz wrzesień września zář září вер вересень вересня
сент сентябрь сентября ก.ย กันยายน
| eki ekim oct october octobre octombrie octubre okt oktober oktubre ott ottobre out outubro
paź październik października spal spalio spalis říj říjen října жовт жовтень жовтня окт
октябрь октября ต.ค ตุลาคม
| kas kasım lapkr lapkritis lapkričio lis listopad listopada listopadu nob nobyembre noi
noiembrie nov november novembre novembro noviembre лист листопад листопада нояб ноябрь
ноября พ.ย พฤศจิกายน
| ara aralık dec december decembrie des desember desembre dez dezember dezembro dic dicembre
diciembre dis disember disyembre déc décembre gru grudnia grudzień gruod gruodis gruodžio
pro prosince prosinec груд грудень грудня дек декабрь декабря ธ.ค ธันวาคม
"""

MONTHS: Final = {
    word: number for number, words in enumerate(_MONTHS.split("|"), 1) for word in words.split()
}

BEFORE_NUMBER: Final = frozenset({"tháng", "thg"})
"""Words that make the number after them a month (Vietnamese has no other names)."""

AM: Final = frozenset({"pg", "sa", "vorm", "priešpiet", "ก่อนเที่ยง"})
PM: Final = frozenset({"ptg", "ch", "nachm", "popiet", "หลังเที่ยง"})
"""Halves of the day beside am and pm, which are found however they are spelt."""

_H = 60
OFFSETS: Final[dict[str, tuple[int, ...]]] = {
    "UTC": (0,), "GMT": (0,), "Z": (0,), "WET": (0,), "WEST": (_H,), "BST": (_H,),
    "CET": (_H,), "MEZ": (_H,), "CEST": (2 * _H,), "MESZ": (2 * _H,),
    "EET": (2 * _H,), "OEZ": (2 * _H,), "EEST": (3 * _H,), "OESZ": (3 * _H,),
    "MSK": (3 * _H,), "TRT": (3 * _H,), "IDT": (3 * _H,), "IST": (330, _H, 2 * _H),
    "NST": (-210,), "NDT": (-150,), "AST": (-4 * _H, 3 * _H), "ADT": (-3 * _H,),
    "EST": (-5 * _H,), "EDT": (-4 * _H,), "CST": (-6 * _H, 8 * _H), "CDT": (-5 * _H,),
    "MST": (-7 * _H,), "MDT": (-6 * _H,), "PST": (-8 * _H, 8 * _H), "PDT": (-7 * _H,),
    "AKST": (-9 * _H,), "AKDT": (-8 * _H,), "HST": (-10 * _H,),
    "BRT": (-3 * _H,), "ART": (-3 * _H,), "CLT": (-4 * _H,), "CLST": (-3 * _H,),
    "COT": (-5 * _H,), "PET": (-5 * _H,), "VET": (-4 * _H,),
    "WAT": (_H,), "CAT": (2 * _H,), "SAST": (2 * _H,), "EAT": (3 * _H,),
    "GST": (4 * _H,), "PKT": (5 * _H,), "NPT": (345,), "MMT": (390,),
    "WIB": (7 * _H,), "ICT": (7 * _H,), "WITA": (8 * _H,), "WIT": (9 * _H,),
    "SGT": (8 * _H,), "MYT": (8 * _H,), "PHT": (8 * _H,), "PHST": (8 * _H,), "HKT": (8 * _H,),
    "JST": (9 * _H,), "KST": (9 * _H,), "AWST": (8 * _H,), "ACST": (570,), "ACDT": (630,),
    "AEST": (10 * _H,), "AEDT": (11 * _H,), "NZST": (12 * _H,), "NZDT": (13 * _H,),
}  # fmt: skip
"""Zone abbreviations, in minutes east of UTC; commonest first where one name has several."""
