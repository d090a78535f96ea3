"""Tests that a taken value has to pass, by the name that the lexicon gives them."""

# ruff: noqa: PLR2004 - how many digits a number has is what it is

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256

from parasocial.oversharing.national_ids import is_cccd, is_nric, is_philippine

_HOME_REGIONS = ("ID", "MY", "PH", "SG", "TH", "VN", "US", "GB", "AU", "KH", "LA", "MM", "BN")
_REGIONS = (
    *_HOME_REGIONS,
    *("CA", "IN", "DE", "FR", "IT", "ES", "NL", "BR", "ZA", "SE", "FI", "NZ", "CH", "PL", "BE"),
)
_DIGIT = re.compile(r"\d")
_NO_DIGIT = re.compile(r"\D")
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BIG_BRANDS = re.compile(r"3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|[3-6]\d{15}|2[2-7]\d{14}|6\d{18}")
_OLD_BRANDS = re.compile(r"4\d{12}|(?:5[06-9]|6)\d{10,18}|(?:1800|2131)\d{11}")
_FREE = re.compile(r"0?1?(?:800|900|300|888|877|866)\d{4,7}")
"""Numbers that are free or dear to call: an office's, never a person's."""
_CARD = re.compile(
    r"card|visa|master|amex|credit|debit|kartu|kad|thẻ|บัตร|\bcc\b|atm", re.IGNORECASE
)
_SEPARATED = re.compile(r"[ ().\-/]+")
_DATED = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){3}|(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d"
)
_ADDRESS_PARTS = re.compile(
    r"(?<!\w)(?:số|căn|phòng|lô|ngõ|hẻm|ngách|kiệt|đường|phố|thôn|ấp|xã|phường|quận|huyện|tp|"
    r"chung cư|tòa|kđt|khu|tổ|xóm)(?!\w)",
    re.IGNORECASE,
)
_THAI_PARTS = re.compile(
    r"บ้านเลขที่|เลขที่|หอพัก|หมู่บ้าน|หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|คอนโด|ตึก|ห้อง"
)
_HOMEWARD = re.compile(r"(?:pulang|uuwi|balik|pergi|pegi|ke) ?(?:rumah|bahay)?$", re.IGNORECASE)
_PLACES = re.compile(
    r"(?:Jakarta|Bandung|Kos|Medan|Surabaya|SMA|SMK|SD|SMP|TK|IPA|IPS|Teknik|Jogja)\b"
)
_NOT_PASSWORDS = re.compile(
    r"[\d.,:/%-]{1,3}|\d+(?:th|st|nd|rd|x|%|am|pm|min|years?)", re.IGNORECASE
)
_NOT_OWN = re.compile(r"(?<!\w)(?:nasa|bida|drama|series|movie)(?!\w)", re.IGNORECASE)


def passes(check: str, value: str, around: str) -> bool:
    """Whether *value* passes; *around* is the window in which it stands."""
    return not check or _CHECKS[check](value, around)


def digits_of(value: str) -> str:
    """The digits of a value; a letter o among digits is a zero."""
    return _NO_DIGIT.sub("", re.sub("o", "0", value, flags=re.IGNORECASE))


@lru_cache(maxsize=4096)
def _phone(value: str, strict: bool) -> bool:
    digits = digits_of(value)
    if not 7 <= len(digits) <= 15 or _DATED.fullmatch(value.strip()) or len(set(digits)) < 2:
        return False
    if _FREE.fullmatch(digits) and digits[0] in "01":
        return False
    core = re.sub("o", "0", value, flags=re.IGNORECASE)
    separators = len(_SEPARATED.findall(core.strip("()+ ")))
    if core.lstrip("( ").startswith("+"):
        return _possible(core)
    grouped = separators >= 2 and len(digits) >= 9
    if strict and not grouped and not (digits[0] == "0" and 9 <= len(digits) <= 11):
        return False
    if _valid(core, _REGIONS if grouped or not strict else _HOME_REGIONS):
        return True
    # Numbers kept free for stories and tests are none that a network gives out.
    like = digits[0] == "0" and 9 <= len(digits) <= 11
    return like or (not strict and separators >= 1 and len(digits) <= 13)


def _possible(value: str) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse(value, None)))
    except phonenumbers.NumberParseException:
        return False


def _valid(value: str, regions: tuple[str, ...]) -> bool:
    import phonenumbers

    for region in regions:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(value, region)):
                return True
        except phonenumbers.NumberParseException:
            return False
    return False


def _spoken(value: str, _: str) -> bool:
    """Digits in words: at least seven, counted by words and digits."""
    return sum(len(it) if it.isdigit() else 1 for it in re.split(r"[\s-]+", value)) >= 7 or (
        len(_DIGIT.findall(value)) >= 4
    )


def _card(value: str, around: str) -> bool:
    from stdnum import luhn

    digits = digits_of(value)
    if not luhn.is_valid(digits) or len(set(digits)) < 2:
        return False
    if _BIG_BRANDS.fullmatch(digits):
        return True
    return bool(_OLD_BRANDS.fullmatch(digits)) and bool(_CARD.search(around))


@lru_cache(maxsize=4096)
def _iban(value: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(value))


def _national_id(value: str, _: str) -> bool:
    from stdnum.id import nik
    from stdnum.my import nric
    from stdnum.th import pin

    bare = value.replace("-", "")
    return (
        is_nric(value)
        or is_philippine(value)
        or is_cccd(value)
        or (len(bare) == 12 and "-" in value and bool(nric.is_valid(bare)))
        or (len(bare) == 13 and bool(pin.is_valid(bare)))
        or (len(bare) == 16 and bool(nik.is_valid(bare)))
    )


def _wallet(value: str, _: str) -> bool:
    if value[:2].lower() == "0x":
        return True
    if value[:3].lower() == "bc1":
        return value in (value.lower(), value.upper())
    number = 0
    for letter in value:
        if letter not in _BASE58:
            return False
        number = number * 58 + _BASE58.index(letter)
    if number >= 2**200:
        return False
    body = number.to_bytes(25, "big")
    return sha256(sha256(body[:21]).digest()).digest()[:4] == body[21:]


def _coordinates(value: str, _: str) -> bool:
    north, _comma, east = value.partition(",")
    return abs(float(re.sub(r"[^\d.-]", "", north))) <= 90 and (
        abs(float(re.sub(r"[^\d.-]", "", east))) <= 180
    )


def _address(value: str, _: str) -> bool:
    return bool(_DIGIT.search(value)) and len(value) >= 8


def _address_vi(value: str, _: str) -> bool:
    return bool(_DIGIT.search(value)) and len(_ADDRESS_PARTS.findall(value)) >= 1 and "," in value


def _address_th(value: str, _: str) -> bool:
    return bool(_DIGIT.search(value)) and len(_THAI_PARTS.findall(value)) >= 2


def _digits(least: int) -> Callable[[str, str], bool]:
    return lambda value, _: len(_DIGIT.findall(value)) >= least


_CHECKS: dict[str, Callable[[str, str], bool]] = {
    "phone": lambda value, _: _phone(value, True),
    "phone_said": lambda value, _: _phone(value, False),
    "spoken": _spoken,
    "card": _card,
    "iban": lambda value, _: _iban(value),
    "national_id": _national_id,
    "wallet": _wallet,
    "coordinates": _coordinates,
    "address": _address,
    "address_vi": _address_vi,
    "address_th": _address_th,
    "digits1": _digits(1),
    "digits4": _digits(4),
    "digits7": _digits(7),
    "password": lambda value, _: len(value) >= 4 and not _NOT_PASSWORDS.fullmatch(value),
    "not_only_home": lambda value, _: not _HOMEWARD.search(value),
    "not_place": lambda value, _: not _PLACES.match(value),
    "own_health": lambda _, around: not _NOT_OWN.search(around),
}
