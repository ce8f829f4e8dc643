"""All layers of dragoman against the bare models, characters a second on one core, the same texts, turn by turn."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import resource
import statistics
import time
from collections.abc import Callable, Sequence

from benchmarks.texts import of_length

ROUNDS, CHARACTERS = 3, 120_000


def rate(run: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    began = time.process_time()
    run(texts)
    return sum(map(len, texts)) / (time.process_time() - began)


def bare_english() -> Callable[[Sequence[str]], object]:
    import spacy

    from pipeline.nlp import ENGLISH_MODEL

    nlp = spacy.load(ENGLISH_MODEL)
    return lambda texts: list(nlp.pipe(texts))


def bare_russian() -> Callable[[Sequence[str]], object]:
    """slovnet's NER, morphology and syntax as its authors run them: sentence by sentence, in batches."""
    from razdel import sentenize, tokenize

    from pipeline.nlp import _slovnet

    ner, morph, syntax = _slovnet("NER", "ner"), _slovnet("Morph", "morph"), _slovnet("Syntax", "syntax")

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            ner(text)
            words = [[token.text for token in tokenize(sentence.text)] for sentence in sentenize(text)]
            list(morph.map(words))
            list(syntax.map(words))

    return run


def ours(language: str) -> Callable[[Sequence[str]], object]:
    from pipeline import analyse

    return lambda texts: [analyse(text, language=language) for text in texts]


def main() -> None:
    for language, bare in (("en", bare_english()), ("ru", bare_russian())):
        texts, mine = of_length(language, CHARACTERS), ours(language)
        mine(texts[:2])
        bare(texts[:2])
        pairs = [(rate(mine, texts), rate(bare, texts)) for _ in range(ROUNDS)]
        ratio = statistics.median(a / b for a, b in pairs)
        a, b = (statistics.median(column) / 1000 for column in zip(*pairs, strict=True))
        print(
            f"annotate {language}: all layers {a:.0f} kchar/s, bare model {b:.0f} kchar/s, "
            f"ratio {ratio:.2f} (wanted 0.80)"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"annotate: peak memory with both languages and the bare models {peak:.0f} MiB")


if __name__ == "__main__":
    main()
