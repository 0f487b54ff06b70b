"""What an earlier output, of this job's or of the page's, knows already."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .csv_text import fuse
from .predicting import Plan
from .reading import Source, column, text_column
from .refusal import Refusal

READ = ("predicted", "negative", "neutral", "positive", "tokens", "windows", "flags", "model")


def read_previous(source: Source, text: str, plan: Plan) -> DataFrame:
    """
    The predictions in an earlier output that the same model, or cascade, made.

    Args:
        text: name of the column with the texts, as in the input

    Returns:
        PREDICTIONS, each text once

    Raises:
        Refusal: it is no output of ours, or has no such column
    """
    missing = [name for name in READ if f"sentiscope_{name}" not in source.columns]
    if missing:
        raise Refusal(f"{source.path} is no earlier output: it has no column sentiscope_{missing[0]}.")
    texts = text_column(source, text)
    if source.format in ("csv", "tsv"):
        texts = fuse(texts)
    ours = {name: column(f"sentiscope_{name}") for name in READ}
    flags = F.split(F.coalesce(ours["flags"], F.lit("")), " ")
    known = source.frame.where((ours["model"] == plan.key) & ours["predicted"].isNotNull()).select(
        F.unhex(F.sha2(texts.cast("binary"), 256)).alias("key"),
        *(ours[name].cast("float").alias(name) for name in plan.rules.labels),
        *(ours[name].cast("int").alias(name) for name in ("tokens", "windows")),
        F.array_contains(flags, "foreign").alias("foreign"),
        F.array_contains(flags, "uncertain").alias("uncertain"),
    )
    return known.where(F.col("key").isNotNull()).dropDuplicates(["key"])
