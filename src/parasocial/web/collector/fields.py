"""What a save says, read and checked against the form that it names."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from parasocial.study.instrument import Form
from parasocial.study.instrument.answers import Checks, Problem, State, state_of
from parasocial.study.instrument.routing import holds
from parasocial.study.plan import Quota
from parasocial.study.store import Save
from parasocial.study.store.acts import FINAL


class Body(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The JSON of a save: everything that was answered so far.

    Attributes:
        form: The fingerprint of the form that was seen.
        page: Where somebody was, for going on later.
        tab: Which of several open pages it came from.
    """

    form: Annotated[str, Meta(max_length=64)]
    language: Annotated[str, Meta(max_length=20)]
    answers: dict[Annotated[str, Meta(max_length=40)], Any]
    page: Annotated[int, Meta(ge=0, le=1_000)] = 0
    tab: Annotated[str, Meta(max_length=40)] = ""


DECODER = msgspec.json.Decoder(Body)


class NotTaken(Exception):
    """A save that is not kept.

    Attributes:
        status: 400 for what is no save, 422 for answers that the form cannot have.
        problems: Which items, and why; never what was answered.
    """

    def __init__(self, status: int, said: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(said)
        self.status, self.problems = status, list(problems)


class Reading:
    """The forms that were ever fielded, each with its checks, and the study's quotas."""

    def __init__(self, forms: Mapping[str, Form], quotas: Sequence[Quota]) -> None:
        self._forms = dict(forms)
        self._checks = {name: Checks(form.instrument) for name, form in forms.items()}
        self._quotas = tuple(quotas)

    def form(self, fingerprint: str) -> Form | None:
        """The form of that fingerprint; None where it was never fielded here."""
        return self._forms.get(fingerprint)

    def save(self, name: bytes, seq: int, raw: bytes, us: int) -> Save:
        """One save, validated.

        Raises:
            NotTaken: It is no save, names another form, or holds an answer that cannot be.
        """
        try:
            body = DECODER.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise NotTaken(400, "This is no save.") from None
        checks = self._checks.get(body.form)
        if checks is None:
            raise NotTaken(422, "This form was never fielded here. Load the page again.")
        if body.language not in self._forms[body.form].codes:
            raise NotTaken(422, "The form has no such language.")
        final = seq == FINAL
        problems = checks.problems(body.answers, final=final)
        if problems:
            raise NotTaken(422, "Some answers cannot be taken.", problems)
        ends: State = state_of(checks.instrument, body.answers) if final else "started"
        cells = tuple(it.name for it in self._quotas if holds(it.when, body.answers))
        return Save(name, seq, body.form, body.language, sha256(raw).digest(), raw, us, ends, cells)
