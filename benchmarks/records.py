"""The records of the benchmarks' inputs, as the platforms write them; all invented, seeded."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

LETTERS = "abcdefghijklmnopqrstuvwxyz"
CODE = LETTERS + LETTERS.upper() + "0123456789-_"
HARD = ["日本語", "grüße", '"quoted"', "café", "🎉", "a},{b", "salt&pepper"]
OWN_CHANNEL = "UCNaraInventedNaraInvent"
EGO, OTHER = "Nara Invented", "Kiru Invented"
CHANNELS = 3_000
TAIL = 0.6  # few channels get most of the watching

# What stands before, between and after the records of a file.
JSON = ("[", ",", "\n]")
PAGE = (
    "<html><head><title>My Activity History</title><style>"
    + ".mdl-grid{display:flex}" * 2_000
    + '</style></head><body><div class="mdl-grid">',
    "",
    "</div></body></html>",
)
COMMENTS = (
    "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text",
    "",
    "\n\n\n",
)
_THREAD = {"participants": [{"name": OTHER}, {"name": EGO}], "messages": ["here"], "title": OTHER}
_BEFORE, _AFTER = json.dumps(_THREAD, indent=2).split('"here"')
THREAD = (_BEFORE, ",", _AFTER)
_LINE = """{
  "header": "YouTube",
  "title": "Watched %s",
  "titleUrl": "https://www.youtube.com/watch?v\\u003d%s",
  "subtitles": [{
    "name": "%s",
    "url": "https://www.youtube.com/channel/%s"
  }],
  "time": "%s",
  "products": ["YouTube"],
  "activityControls": ["YouTube watch history"]
}"""
_CELL = (
    '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
    '<div class="header-cell mdl-cell mdl-cell--12-col">'
    '<p class="mdl-typography--title">YouTube<br></p></div>'
    '<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">Watched\u00a0'
    '<a href="https://www.youtube.com/watch?v=%s">%s</a><br>'
    '<a href="https://www.youtube.com/channel/%s">%s</a><br>%s CET</div>'
    '<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 '
    'mdl-typography--text-right"></div>'
    '<div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption">'
    "<b>Products:</b><br>&emsp;YouTube<br><b>Why is this here?</b><br>&emsp;This activity was "
    "saved to your Google Account because the following settings were on:&nbsp;YouTube watch "
    "history.&nbsp;You can control these settings &nbsp;"
    '<a href="https://myaccount.google.com/activitycontrols">here</a>.</div></div></div>'
)
_MESSAGE = """    {
      "sender_name": "%s",
      "timestamp_ms": %d,
      "content": "%s",%s
      "is_geoblocked_for_viewer": false,
      "is_unsent_image_by_messenger_kid_parent": false
    }"""
_HEART = """
      "reactions": [
        {
          "reaction": "\\u00e2\\u009d\\u00a4",
          "actor": "%s"
        }
      ],"""


class Maker:
    """Records, newest first."""

    def __init__(self, seed: int) -> None:
        self._dice = dice = random.Random(seed)
        self._at = datetime(2026, 11, 1, tzinfo=UTC)
        self._words = HARD + [
            "".join(dice.choices(LETTERS, k=dice.randint(2, 10))) for _ in range(5_000)
        ]
        self.channels = [
            (" ".join(dice.choices(self._words[len(HARD) :], k=2)).title(), "UC" + self.code(22))
            for _ in range(CHANNELS)
        ]

    def code(self, length: int) -> str:
        """An id."""
        return "".join(self._dice.choices(CODE, k=length))

    def channel(self) -> tuple[str, str]:
        """The name and id of a channel."""
        return self.channels[min(int(self._dice.paretovariate(TAIL)) - 1, CHANNELS - 1)]

    def words(self) -> str:
        """Three to eleven words."""
        return " ".join(self._dice.choices(self._words, k=self._dice.randint(3, 11)))

    def before(self, mean_seconds: float) -> datetime:
        """A moment before the last one."""
        self._at -= timedelta(seconds=self._dice.expovariate(1 / mean_seconds))
        return self._at

    def line(self) -> str:
        """A line of watch-history.json."""
        name, channel = self.channel()
        at = self.before(120).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return _LINE % (_escaped(self.words()), self.code(11), _escaped(name), channel, at)

    def cell(self) -> str:
        """A cell of watch-history.html."""
        name, channel = self.channel()
        at = self.before(120).strftime("%b %d, %Y, %I:%M:%S %p").replace(" 0", " ")
        return _CELL % (self.code(11), _marked(self.words()), channel, _marked(name), at)

    def comment(self) -> str:
        """A row of comments.csv under a video that may not have been watched."""
        text = self.words().replace('"', "'")
        at = self.before(400).isoformat(timespec="microseconds")
        quoted = f'"{{""text"":""{text}""}}"'
        return f"\n{OWN_CHANNEL},{at},0,Ugx{self.code(23)},,{self.code(11)},{quoted}"

    def message(self) -> str:
        """A message of a thread of two; every fifth has a reaction to it."""
        dice = self._dice
        sender, other = (EGO, OTHER) if dice.random() < 0.5 else (OTHER, EGO)
        heart = _HEART % other if dice.random() < 0.2 else ""
        at = int(self.before(300).timestamp() * 1_000)
        return _MESSAGE % (sender, at, _latin(self.words()), heart)

    def subscriptions(self) -> Iterator[str]:
        """Rows of subscriptions.csv."""
        yield "Channel Id,Channel Url,Channel Title\n"
        for name, channel in self.channels[:200]:
            yield f"{channel},http://www.youtube.com/channel/{channel},{name}\n"


def _escaped(text: str) -> str:
    text = text.replace('"', '\\"').replace("=", "\\u003d")
    return text.replace("&", "\\u0026").replace("'", "\\u0027")


def _latin(text: str) -> str:
    """As Meta writes it: each byte of UTF-8 as a character of its own."""
    bytes_ = "".join(c if c < "\x80" else f"\\u{ord(c):04x}" for c in text.encode().decode("latin"))
    return bytes_.replace('"', '\\"')


def _marked(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
