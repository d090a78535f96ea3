"""One named peer over many texts: run by its own interpreter, prints how long it took as JSON.

``python oversharing_peer.py NAME TEXTS.json [FOUND.json]``; knows nothing of parasocial.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Spans = list[tuple[str, int, int]]
_KINDS = {
    "phone": "phone",
    "phone_number": "phone",
    "email": "email",
    "email_address": "email",
    "credit_card": "card",
    "iban_code": "iban",
    "ssn": "document",
    "us_ssn": "document",
    "social_security_number": "document",
    "address": "address",
}


def scrubadub() -> Callable[[str], Spans]:
    import scrubadub

    scrubber = scrubadub.Scrubber()
    return lambda text: [(it.type, it.beg, it.end) for it in scrubber.iter_filth(text)]


def datafog() -> Callable[[str], Spans]:
    from datafog.processing.text_processing.regex_annotator.regex_annotator import RegexAnnotator

    annotator = RegexAnnotator()
    return lambda text: [
        (it.label, it.start, it.end) for it in annotator.annotate_with_spans(text)[1].spans
    ]


def presidio() -> Callable[[str], Spans]:
    import tldextract
    from presidio_analyzer import PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    # Its e-mail recogniser asks for a list of domains over the network; the bundled one will do.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
    tldextract.extract = tldextract.tldextract.TLD_EXTRACTOR
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    known = [
        it for it in registry.recognizers if isinstance(it, PatternRecognizer | PhoneRecognizer)
    ]

    def find(text: str) -> Spans:
        every = (one for it in known for one in it.analyze(text, it.supported_entities, None) or ())
        return [(it.entity_type, it.start, it.end) for it in every]

    return find


def main(name: str, path: str, found_path: str = "") -> None:
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    find = {"scrubadub": scrubadub, "datafog": datafog, "presidio": presidio}[name]()
    find("call me at +65 8120 1826")
    begun = time.perf_counter()
    found = [find(text) for text in texts]
    seconds = time.perf_counter() - begun
    if found_path:
        kept = [
            sorted({(_KINDS[kind.lower()], a, b) for kind, a, b in it if kind.lower() in _KINDS})
            for it in found
        ]
        Path(found_path).write_text(json.dumps(kept), encoding="utf-8")
    print(json.dumps({"seconds": seconds, "rows": len(texts), "stages": {"find": seconds}}))


if __name__ == "__main__":
    main(*sys.argv[1:])
