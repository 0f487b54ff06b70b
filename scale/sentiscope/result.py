"""Rows and predictions put together, in the page's own schema."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from .predicting import Plan
from .reading import Rows, column, is_empty

TYPES = {"text": "string", "probability": "float", "integer": "int"}


def own_names(columns: list[str], exported: list[str]) -> list[str]:
    """Our columns under names that the source does not use, case aside: "sentiscope_label", else "sentiscope_label_2" and so on."""
    taken = {name.lower() for name in columns}
    names = []
    for plain in (f"sentiscope_{name}" for name in exported):
        name, i = plain, 2
        while name in taken:
            name, i = f"{plain}_{i}", i + 1
        names.append(name)
    return names


def text_key() -> Column:
    """The SHA-256 of `text`; null where there is nothing to score."""
    return F.when(~is_empty(), F.unhex(F.sha2(F.col("text").cast("binary"), 256)))


def distinct_texts(rows: Rows) -> DataFrame:
    """Each text once: `key`, `text`, and `first`, the row where it stands first."""
    keyed = rows.frame.select(text_key().alias("key"), "text", "row").where(F.col("key").isNotNull())
    return keyed.groupBy("key", "text").agg(F.min("row").alias("first"))


def put_together(rows: Rows, texts: DataFrame, predictions: DataFrame, plan: Plan, given: str | None) -> DataFrame:
    """
    Args:
        texts: distinct_texts(rows)
        predictions: PREDICTIONS, one for each of `texts`
        given: column of the source whose negative, neutral and positive, case aside, are given labels

    Returns:
        the source's own columns, then ours, and nothing else; rows in any order
    """
    known = texts.select("key", "first").join(predictions, "key")
    joined = rows.frame.withColumn("key", text_key()).join(known, "key", "left")
    ours = own_columns(plan, F.col("own")[given] if given else F.lit(None))
    types = plan.rules.exported
    names = own_names(rows.columns, list(types))
    return joined.select("own.*", *(ours[name].cast(TYPES[types[name]]).alias(own) for name, own in zip(types, names)))


def own_columns(plan: Plan, given: Column) -> dict[str, Column]:
    """By name without prefix: docs/storage.md says what each holds."""
    labels = plan.rules.labels
    top = F.greatest(*labels)
    label = F.when(column("negative") == top, labels[0]).when(column("neutral") == top, labels[1])
    predicted = F.when(top.isNotNull(), label.otherwise(labels[2]))
    told = F.lower(F.trim(given.cast("string")))
    marks = {
        "empty": is_empty(),
        "duplicate": F.col("row") > F.col("first"),
        "foreign": F.col("foreign"),
        "long": F.col("windows") > 1,
        "uncertain": F.col("uncertain"),
    }
    return {
        "label": predicted,
        "predicted": predicted,
        **{name: column(name) for name in labels},
        "confidence": top,
        "corrected": F.lit(None),
        "given": F.when(told.isin(labels), told),
        "flags": F.concat_ws(" ", *(F.when(marks[name], name) for name in plan.rules.flags)),
        "tokens": F.col("tokens"),
        "windows": F.col("windows"),
        "row": F.col("row"),
        "model": F.lit(plan.key),
    }
