"""One run from path to path."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .files import exists
from .model import open_model, ship
from .predicting import PREDICTIONS, Plan, predict
from .previous import read_previous
from .reading import Rows, column, number_rows, open_source
from .refusal import Refusal, root_cause
from .result import distinct_texts, own_names, put_together
from .rules import read_rules
from .session import is_local, share_work, ship_code
from .writing import write


class Counts(NamedTuple):
    """What was scored in this run."""

    texts: int
    tokens: int
    passed_on: int
    agreed: int
    #: Of the forward passes and what belongs to them, all tasks together.
    cpu_seconds: float


def make_plan(options: argparse.Namespace) -> Plan:
    """
    Raises:
        Refusal: a model is missing
    """
    rules = read_rules()
    accurate = open_model(options.model)
    if options.cascade is None:
        return Plan(rules, accurate, None, 0.0, rules.batch_tokens)
    small = open_model(options.small_model)
    return Plan(rules, small, accurate, options.cascade or small.uncertain_below, rules.batch_tokens)


def score_file(spark: SparkSession, options: argparse.Namespace, plan: Plan, scratch: Path, say: Callable[[str], None]) -> None:
    """
    Scores every text of the input once and writes all its rows. Whatever can be wrong with a path, a column or a file is found
    before the first text is scored.

    Args:
        scratch: a folder of this machine's for what is shipped
        say: takes a line for the user

    Raises:
        Refusal: the input, the earlier output, the output or the work itself
    """
    started = time.monotonic()
    context = spark.sparkContext
    if exists(spark, options.output):
        raise Refusal(f"{options.output} is there already. Name another --output, or take that one away.")
    source = open_source(
        spark, options.input, format=options.format, delimiter=options.delimiter, single_line=options.single_line
    )
    if options.given and options.given not in source.columns:
        raise Refusal(f"{source.path} has no column “{options.given}”. It has: {', '.join(source.columns)}.")
    known = None
    if options.previous:
        known = read_previous(open_source(spark, options.previous), options.text, plan)
    share_work(spark, 0)
    context.setJobDescription("Count the rows")
    rows = number_rows(spark, source, options.text)
    say(counted(rows))
    share_work(spark, rows.count)
    ship_code(spark, scratch)
    for model, folder in zip((plan.model, plan.second), folders(options), strict=False):
        if model:
            ship(context, model, folder, scratch)

    texts = distinct_texts(rows)
    new = texts if known is None else texts.join(known, "key", "left_anti")
    # Sorted, so that neighbours are of a length. Kept, so that a text is scored once, whatever is asked of the answers.
    scored = predict(new.sortWithinPartitions(F.length("text")), plan).persist(StorageLevel.DISK_ONLY)
    try:
        context.setJobDescription("Score the texts")
        scoring = time.monotonic()
        counts = count_scored(scored)
        say(scored_line(plan, rows, counts, time.monotonic() - scoring))
        predictions = scored.select(*(field.split()[0] for field in PREDICTIONS.split(", ")))
        if known is not None:
            predictions = predictions.unionByName(known)
        result = put_together(rows, texts, predictions, plan, options.given)
        context.setJobDescription("Write the rows")
        one_file = options.one_file or (is_local(spark) and not options.folder)
        number = own_names(rows.columns, list(plan.rules.exported))[list(plan.rules.exported).index("row")]
        format = options.output.rstrip("/").rsplit(".", 1)[-1]
        write(spark, result, number, rows.count, options.output, format=format, one_file=one_file)
    except Exception as error:
        raise Refusal(f"The run broke off, and nothing was written: {root_cause(error)}") from error
    finally:
        scored.unpersist()
    seconds = time.monotonic() - started
    say(f"Written to {options.output}: {rows.count:,} rows in {seconds:.1f} s, {rows.count / seconds:,.0f} rows/s.")


def folders(options: argparse.Namespace) -> tuple[Path, ...]:
    """Of the plan's models, in its order."""
    return (options.model,) if options.cascade is None else (options.small_model, options.model)


def count_scored(scored: DataFrame) -> Counts:
    found = scored.agg(
        F.count("*"),
        F.coalesce(F.sum("tokens"), F.lit(0)),
        F.count_if(column("passed_on")),
        F.count_if(column("passed_on") & column("agreed")),
        F.coalesce(F.sum("cpu_ms") / 1000, F.lit(0.0)),
    ).first()
    return Counts(*found)


def counted(rows: Rows) -> str:
    skipped = f", {rows.skipped:,} lines that are no JSON objects left out" if rows.skipped else ""
    return f"{rows.count:,} rows, {rows.empty:,} of them without text{skipped}."


def scored_line(plan: Plan, rows: Rows, counts: Counts, seconds: float) -> str:
    rest = rows.count - rows.empty - counts.texts
    core = f", {counts.texts / counts.cpu_seconds:,.0f} for each second of a core" if counts.cpu_seconds else ""
    line = (
        f"{counts.texts:,} texts scored ({counts.tokens:,} tokens) in {seconds:.1f} s, {counts.texts / seconds:,.0f} texts/s{core}; "
        f"{rest:,} rows repeat one of them or were known from the earlier output."
    )
    if plan.second and counts.texts:
        share = counts.passed_on / counts.texts
        agreed = f", which gave {counts.agreed / counts.passed_on:.1%} of them the small model's label" if counts.passed_on else ""
        line += f"\nCascade under {plan.pass_on_below:g}: {counts.passed_on:,} texts ({share:.1%}) went on to {plan.second.id}{agreed}."
    return line
