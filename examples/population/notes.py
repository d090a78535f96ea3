"""What a person would say of their ties: who is whom across platforms, and how close it feels.

How close a tie feels rises with its hours, among people with how even it is, and with creators
with how lonely somebody is. That it does is an assumption.
"""

import json
from collections.abc import Sequence

import numpy as np

from . import truth
from .rows import Floats, Rows
from .world import Cast

_CLOSEST = 10


def closeness(cast: Cast, ties: Rows) -> Floats:
    """How close each tie feels to ego, in [0, 1]; of ties without regard to the platform."""
    share = truth.theta(ties)
    even = np.nan_to_num(2 * np.minimum(share, 1 - share))
    people = ties["alter"] < len(cast.people)
    leaning = np.where(people, 2 * even, 0.4 * cast.people.lonely[ties["ego"]])
    return 1 / (1 + np.exp(2 - 0.5 * np.log(ties["hours"] + 0.1) - leaning))


def written(cast: Cast, ties: Rows, accounts: Sequence[str]) -> str:
    """The notes of one person as a TOML file, about people and about whom they feel closest to.

    *accounts* are what platforms call the alters of *ties*, which are the person's.
    """
    alters, felt = truth.whole(ties)["alter"], closeness(cast, truth.whole(ties))
    close = {int(alters[at]): felt[at] for at in np.argsort(-felt, kind="stable")[:_CLOSEST]}
    blocks, first = ["# What somebody invented says of their ties.\n"], dict[int, str]()
    for tie, account, brand in zip(ties, accounts, truth.of_brands(cast, ties), strict=True):
        alter, said = int(tie["alter"]), dict[str, str]()
        if alter >= len(cast.people) and alter not in close:
            continue
        if (known := first.setdefault(alter, account)) != account:
            said["same_as"] = json.dumps(known, ensure_ascii=False)
        elif alter in close:
            said |= {"kind": '"brand"'} if brand else {}
            said["closeness"] = f"{close[alter]:.2f}"
        if said:
            lines = [f"[accounts.{json.dumps(account, ensure_ascii=False)}]"]
            lines += [f"{name} = {value}" for name, value in said.items()]
            blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
