"""What the routes of one collector share: the forms, the store, and the one writer."""

import msgspec

from parasocial.study.instrument import Form
from parasocial.study.instrument.surveyjs import surveyjs
from parasocial.study.plan import Study
from parasocial.study.store import Store, Writer
from parasocial.web.collector.fields import Reading


class Collector:
    """A fielded study: its form, its store and the one writer.

    Args:
        study: Its quotas, and where people go on afterwards.
        form: What is seen now; forms seen earlier are still answered.
        store: Where answers are kept.
    """

    def __init__(self, study: Study, form: Form, store: Store) -> None:
        store.keep_form(form)
        self.study, self.form, self.store = study, form, store
        self.reading = Reading(store.forms(), study.quotas)
        self.writer = Writer(store.line(), {it.name: it.at_most for it in study.quotas})
        self.request = study.request()
        self._drawn: dict[str, bytes] = {}

    def close(self) -> None:
        """Write what waits, and close."""
        self.writer.close()
        self.store.close()

    def drawn(self, form: Form) -> bytes:
        """A form as the browser draws it, made once."""
        if form.fingerprint not in self._drawn:
            self._drawn[form.fingerprint] = msgspec.json.encode(surveyjs(form))
        return self._drawn[form.fingerprint]
