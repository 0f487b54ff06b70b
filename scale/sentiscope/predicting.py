"""Scores distinct texts on the executors."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame

from .encoder import Encoder, open_encoder
from .foreign import create_foreign
from .model import Model
from .rules import Rules
from .scoring import Scored, score

#: What is known of a distinct text; `key` is its SHA-256.
PREDICTIONS = (
    "key binary, negative float, neutral float, positive float, tokens int, windows int, foreign boolean, uncertain boolean"
)
#: The same and how it came about: whether the text went on to the second model of a cascade, whether both named one label, and
#: the text's share of the processor time, in ms.
SCORED = f"{PREDICTIONS}, passed_on boolean, agreed boolean, cpu_ms float"


@dataclass(frozen=True)
class Plan:
    """How texts are scored; travels to the executors."""

    rules: Rules
    model: Model
    #: Cascade: gets the texts whose top probability is under `pass_on_below`.
    second: Model | None
    #: 0 to 1
    pass_on_below: float
    #: Most cells in one forward pass.
    batch_tokens: int

    @property
    def key(self) -> str:
        """The key of the model that answers, or of both and the threshold: equal keys, equal answers."""
        if self.second is None:
            return self.model.key
        return f"{self.model.key} under {self.pass_on_below:g} {self.second.key}"


def predict(texts: DataFrame, plan: Plan) -> DataFrame:
    """
    Args:
        texts: `key` and `text`, each text once; partitions are what a task scores

    Returns:
        SCORED, one row for each text, in any order
    """
    return texts.select("key", "text").mapInArrow(create_worker(plan), SCORED)


def create_worker(plan: Plan) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        looks_foreign = create_foreign(plan.rules.foreign)
        for model in filter(None, (plan.model, plan.second)):
            encoder_of(model)  # before the clock starts
        for batch in batches:
            if batch.num_rows > 0:
                yield answer(plan, batch, looks_foreign)

    return work


def answer(plan: Plan, batch: pa.RecordBatch, looks_foreign: Callable[[str], bool]) -> pa.RecordBatch:
    texts = batch.column("text").to_pylist()
    started = time.process_time()
    found = score_with(plan, plan.model, texts)
    top = found.probabilities.max(axis=1).astype(np.float64)
    uncertain = top < plan.model.uncertain_below
    passed_on = np.zeros(len(texts), bool)
    agreed = np.ones(len(texts), bool)
    if plan.second:
        passed_on = top < plan.pass_on_below
        rows = np.flatnonzero(passed_on)
        if rows.size:
            second = score_with(plan, plan.second, [texts[i] for i in rows])
            agreed[rows] = second.probabilities.argmax(axis=1) == found.probabilities[rows].argmax(axis=1)
            found.probabilities[rows] = second.probabilities
            uncertain[rows] = second.probabilities.max(axis=1).astype(np.float64) < plan.second.uncertain_below
    foreign = [looks_foreign(text) for text in texts]
    cpu_ms = 1000 * (time.process_time() - started) / len(texts)
    return pa.RecordBatch.from_arrays(
        [
            batch.column("key"),
            *(pa.array(found.probabilities[:, i]) for i in range(3)),
            pa.array(found.tokens),
            pa.array(found.windows),
            pa.array(foreign),
            pa.array(uncertain),
            pa.array(passed_on),
            pa.array(agreed),
            pa.array(np.full(len(texts), cpu_ms, np.float32)),
        ],
        names=[field.split()[0] for field in SCORED.split(", ")],
    )


def score_with(plan: Plan, model: Model, texts: list[str]) -> Scored:
    return score(encoder_of(model), texts, plan.rules, plan.batch_tokens)


def encoder_of(model: Model) -> Encoder:
    return open_encoder(SparkFiles.get(model.weights), SparkFiles.get(model.tokenizer))
