"""SMS Backup & Restore: ``sms-*.xml`` and ``calls-*.xml`` of an Android phone.

Both sides of everything, in milliseconds. A group's messages are MMS with all its numbers.
"""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from .model import SAID, Being, Beings, Deed, Files, other
from .shapes import local, when

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"


def native(being: Being) -> str:
    """The number."""
    return being.number


def files(me: Being, beings: Beings, deeds: Sequence[Deed], *, exported: int) -> Files:
    """The two files."""
    texts, calls = [], []
    for deed in deeds:
        them = beings[other(me, deed) or me.key]
        if deed.form != "chat" or not (them.number or them.kind == "group"):
            continue
        if deed.channel == "call":
            calls.append(_call(me, them, deed))
        elif deed.channel in SAID:
            texts.append(_mms(me, beings, them, deed) if them.members else _sms(me, them, deed))
    stamp = f"{when(exported):%Y%m%d%H%M%S}"
    return {
        f"sms-{stamp}.xml": _file("smses", texts, exported),
        f"calls-{stamp}.xml": _file("calls", calls, exported),
    }


def _file(root: str, rows: Sequence[str], exported: int) -> bytes:
    about = f'count="{len(rows)}" backup_set="0" backup_date="{exported // 1000}" type="full"'
    return f"{_HEAD}<{root} {about}>\n{''.join(rows)}</{root}>\n".encode()


def _attributes(**named: object) -> str:
    return " ".join(f"{name}={quoteattr(str(value))}" for name, value in named.items())


def _common(me: Being, them: Being, deed: Deed) -> dict[str, object]:
    return {
        "date": deed.at // 1000,
        "readable_date": f"{local(deed.at, me.zone):%d %b %Y %H:%M:%S}",
        "contact_name": them.name or "(Unknown)",
    }


def _sms(me: Being, them: Being, deed: Deed) -> str:
    sent = deed.actor == me.key
    row = _attributes(
        protocol=0,
        address=them.number,
        type=2 if sent else 1,
        subject="null",
        body=deed.text or "",
        read=1,
        status=-1,
        **_common(me, them, deed),
    )
    return f"  <sms {row} />\n"


def _mms(me: Being, beings: Beings, room: Being, deed: Deed) -> str:
    sent = deed.actor == me.key
    others = [beings[key] for key in room.members if key != me.key]
    named = _common(me, room, deed) | {"contact_name": ", ".join(being.name for being in others)}
    head = _attributes(
        ct_t="application/vnd.wap.multipart.related",
        msg_box=2 if sent else 1,
        address="~".join(being.number for being in others),
        m_type=128 if sent else 132,
        text_only=1,
        **named,
    )
    part = _attributes(seq=0, ct="text/plain", name="null", text=deed.text or "")
    sender = "insert-address-token" if sent else beings[deed.actor].number
    to = [beings[key].number for key in room.members if key != deed.actor]
    addresses = [(sender, 137), *((number, 151) for number in to)]
    listed = "".join(
        f"      <addr {_attributes(address=number, type=kind, charset=106)} />\n"
        for number, kind in addresses
    )
    return (
        f"  <mms {head}>\n    <parts>\n      <part {part} />\n    </parts>\n"
        f"    <addrs>\n{listed}    </addrs>\n  </mms>\n"
    )


def _call(me: Being, them: Being, deed: Deed) -> str:
    kind = 2 if deed.actor == me.key else 1 if deed.ms else 3  # an incoming one of 0 s was missed
    row = _attributes(
        number=them.number,
        duration=(deed.ms or 0) // 1000,
        type=kind,
        presentation=1,
        **_common(me, them, deed),
    )
    return f"  <call {row} />\n"
