"""Who writes below one creator's videos: the creator, a helper, and fans who come and go."""

from dataclasses import dataclass
from functools import cache

from invented.almanac import dice
from invented.cast import EGO
from invented.creators import channels

HOST = next(channel for channel in channels() if channel.live)
HANDLE = "@kaptenpanciterbang"
TEAM_ID, TEAM = "UCTimPanciTerbangXXXX001", "@tim.panci"
FANS = 260
WEEKS = 34
_NAMES = (
    "adit bunga cahyo dewi eka farah gita hana ilham joko kirana lintang mira nanda okta putra "
    "rangga sekar tara umar vina wisnu yani zaki anggun bimo ayu gilang nisa rio"
)
_FIRST = _NAMES.split()
_THINGS = "wajan sutil serbet cobek ulekan dandang rantang gayung panci kukus"
_SECOND = _THINGS.split()


@dataclass(frozen=True)
class Fan:
    """Somebody who writes.

    Attributes:
        id: Their channel.
        number: Their number on Telegram.
        keen: How much they write, 1 being most.
        came: The week in which they first may write.
        member: Pays the channel.
        warm: How familiar they sound.
    """

    id: str
    handle: str
    number: int
    keen: float
    came: int
    member: bool
    warm: float


@cache
def fans() -> tuple[Fan, ...]:
    """Everybody, the keenest first; ego is among them."""
    rng = dice("channel", "fans")
    them = [Fan(EGO.channel_id, "@narasewindu", 400_000_001, 0.5, 0, member=False, warm=0.5)]
    for n in range(FANS):
        name = f"@{_FIRST[n % len(_FIRST)]}.{_SECOND[n // len(_FIRST)]}"
        came = 0 if n < 40 else rng.randrange(WEEKS)
        keen = 1 / (n + 1) ** 0.75
        them.append(
            Fan(
                f"UCfanContoh{n:04d}XXXXXXXXX", name, 410_000_000 + n, keen, came,
                member=rng.random() < 0.15, warm=rng.random(),
            )
        )  # fmt: skip
    return tuple(them)
