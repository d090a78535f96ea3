"""A Telegram group as large as a creator's: `python benchmarks/crowd.py FILE --messages N`."""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

GROUP, OWNER = 1_500_000_001, "user4242"
START, SPAN = 1_700_000_000, 40_000_000  # seconds
_PEOPLE = 40  # messages per person, in the mean
_TEXT = (
    "thank you so much this was lovely when is the next one I made it twice and my sister too "
    "what flour did use hello from Bandung good morning everyone haha same here can we have "
    "more of these please it worked for me nice one love the music where do get that pan"
)
_WORDS = _TEXT.split()


def messages(count: int, seed: int = 11) -> Iterator[dict[str, object]]:
    """Fans by Zipf's law; one line in thirty is the owner's, and mostly answers somebody."""
    dice = random.Random(seed)
    people = max(count // _PEOPLE, 20)
    at, every = float(START), SPAN / count
    for number in range(1, count + 1):
        at += 2 * every * dice.random()
        mine = not number % 30
        who = min(int(dice.paretovariate(0.7)), people) + dice.randrange(people) // 3
        said: dict[str, object] = {
            "id": number,
            "type": "message",
            "date": f"2024-01-01T{_clock(int(at))}",
            "date_unixtime": str(int(at)),
            "from": "Mila Bakes" if mine else f"Fan {who}",
            "from_id": OWNER if mine else f"user{10_000 + who}",
        }
        if (mine and number % 4) or dice.random() < 0.1:
            said["reply_to_message_id"] = max(number - dice.randrange(1, 40), 1)
        said["text"] = " ".join(dice.choices(_WORDS, k=dice.choice((1, 2, 4, 6, 8, 11))))
        yield said


def _clock(at: int) -> str:
    return f"{at // 3600 % 24:02}:{at // 60 % 60:02}:{at % 60:02}"


def write(path: Path, count: int) -> None:
    """One chat's file, as Telegram Desktop nests it."""
    head = {"name": "Teatime", "type": "public_supergroup", "id": GROUP}
    with path.open("w", encoding="utf-8") as out:
        out.write(json.dumps(head)[:-1] + ', "messages": [\n')
        for number, said in enumerate(messages(count)):
            out.write((",\n" if number else "") + json.dumps(said, ensure_ascii=False))
        out.write("\n]}\n")


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("path", type=Path)
    said.add_argument("--messages", type=int, default=1_000_000)
    asked = said.parse_args()
    write(asked.path, asked.messages)
    print(asked.path)


if __name__ == "__main__":
    main()
