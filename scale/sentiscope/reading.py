"""A file or folder as a table of texts with row numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, MapType, StructType

from .files import files_under
from .refusal import Refusal, root_cause

FORMATS = {
    "csv": "csv",
    "tsv": "csv",
    "jsonl": "json",
    "ndjson": "json",
    "json": "json",
    "parquet": "parquet",
}
T = TypeVar("T")
CORRUPT = "sentiscope_corrupt_record"
#: What the page's trim() takes for blank.
BLANK = r"\A[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*\z"


@dataclass(frozen=True)
class Source:
    """A path that has been looked at, not read."""

    path: str
    format: str
    frame: DataFrame

    @property
    def columns(self) -> list[str]:
        return [name for name in self.frame.columns if name != CORRUPT]


@dataclass(frozen=True)
class Rows:
    """
    The rows of a source, counted once.

    `frame` has `own` (a struct of the source's own columns), `text` (NULs out) and `row` (from 1, files in the order of their
    names, records left out not counted).
    """

    frame: DataFrame
    columns: list[str]
    count: int
    empty: int
    #: Lines that are no JSON objects: left out.
    skipped: int


def column(name: str) -> Column:
    """A column by its very name, dots and backticks included."""
    return F.col(f"`{name.replace('`', '``')}`")


def open_source(
    spark: SparkSession, path: str, *, format: str | None = None, delimiter: str | None = None, single_line: bool = False
) -> Source:
    """
    Finds out how a path is to be read, and its columns.

    Args:
        path: anything Spark reads: a file, a folder, a pattern, on any file system
        format: a key of FORMATS; None asks the names
        delimiter: CSV; None is a comma, in .tsv a tab
        single_line: CSV: no cell holds a line break, so that a large file can be read in pieces

    Raises:
        Refusal: nothing is there, nothing is in it, or it can't be read
    """
    files = files_under(spark, path)
    if not files:
        raise Refusal(f"There is no file at {path}.")
    if not any(size for _, size in files):
        raise Refusal(f"{path} is empty.")
    named = format or extension(path) or extension(files[0][0])
    if named not in FORMATS:
        raise Refusal(f"{path} does not say what it holds. Name it with --format: csv, tsv, jsonl or parquet.")
    reader = spark.read.option("encoding", "UTF-8")
    if FORMATS[named] == "csv":
        reader = reader.options(
            header=True,
            sep=delimiter or ("\t" if named == "tsv" else ","),
            escape='"',  # RFC 4180: a quote in quotes is doubled
            multiLine=not single_line,
        )
    elif FORMATS[named] == "json":
        reader = reader.options(mode="PERMISSIVE", columnNameOfCorruptRecord=CORRUPT)
    frame = reading(path, named, lambda: reader.format(FORMATS[named]).load(path))
    if not [name for name in frame.columns if name != CORRUPT]:
        raise Refusal(f"{path} can't be read as {named}: it has no columns.")
    return Source(path, named, frame)


def extension(name: str) -> str:
    """The key of FORMATS that a name ends in, compression aside; '' where it ends in none."""
    parts = name.rstrip("/").lower().rsplit("/", 1)[-1].split(".")
    if parts[-1] in ("gz", "bz2", "zst", "lz4", "snappy", "deflate"):
        parts.pop()
    return parts[-1] if parts[-1] in FORMATS else ""


def text_column(source: Source, name: str) -> Column:
    """
    The texts of a column as the page reads them: anything but a text is written as one, NULs are taken out.

    Raises:
        Refusal: there is no such column, or it holds lists or objects
    """
    if name not in source.columns:
        listed = ", ".join(source.columns)
        raise Refusal(f"{source.path} has no column “{name}”. It has: {listed}.")
    if isinstance(source.frame.schema[name].dataType, (ArrayType, MapType, StructType)):
        raise Refusal(f"Column “{name}” of {source.path} holds lists or objects, not texts.")
    return F.translate(column(name).cast("string"), "\0", "")


def number_rows(spark: SparkSession, source: Source, text: str) -> Rows:
    """
    Counts the rows piece by piece, which gives every row its number without sorting.

    Spark reads a file in pieces, and pieces in an order of its own. A row's number is what the pieces before its own hold, in
    the order of files and places, and its place in the piece.

    Raises:
        Refusal: there is no row, or no row with a text, or a file can't be read to its end
    """
    texts = text_column(source, text)
    frame = source.frame
    skipped = 0
    if CORRUPT in frame.columns:
        # The texts are counted beside: Spark refuses to read nothing but its own remarks.
        counted = frame.agg(F.count(column(CORRUPT)).alias("skipped"), F.count(texts).alias("texts"))
        skipped = reading(source.path, source.format, counted.first).skipped
        frame = frame.where(column(CORRUPT).isNull())
    placed = frame.select(
        F.struct(*[cell(source, name).alias(name) for name in source.columns]).alias("own"),
        texts.alias("text"),
        F.col("_metadata.file_path").alias("file"),
        F.col("_metadata.file_block_start").alias("start"),
        F.monotonically_increasing_id().alias("place"),
    )
    pieces = reading(
        source.path,
        source.format,
        lambda: placed.groupBy("file", "start")
        .agg(F.min("place").alias("first"), F.count("*").alias("rows"), F.count_if(is_empty()).alias("empty"))
        .collect(),
    )
    pieces.sort(key=lambda piece: (piece.file, piece.start))
    rows = sum(piece.rows for piece in pieces)
    empty = sum(piece.empty for piece in pieces)
    if rows == 0:
        raise Refusal(f"{source.path} has columns but no rows.")
    if rows == empty:
        raise Refusal(f"None of the {rows:,} rows of {source.path} has a text in “{text}”.")
    before = accumulate((piece.rows for piece in pieces), initial=0)
    offsets = spark.createDataFrame(
        [(piece.file, piece.start, offset - piece.first + 1) for piece, offset in zip(pieces, before)],
        "file string, start bigint, offset bigint",
    )
    numbered = placed.join(F.broadcast(offsets), ["file", "start"]).select(
        "own", "text", (F.col("place") + F.col("offset")).alias("row")
    )
    return Rows(numbered, source.columns, rows, empty, skipped)


def cell(source: Source, name: str) -> Column:
    """A cell of the source's own. A CSV has no nulls, as the page reads it: nothing between two commas is an empty text."""
    return F.coalesce(column(name), F.lit("")) if FORMATS[source.format] == "csv" else column(name)


def is_empty() -> Column:
    """Whether `text` has nothing to score."""
    return F.col("text").isNull() | F.col("text").rlike(BLANK)


def reading(path: str, format: str, job: Callable[[], T]) -> T:
    """Complaints of Spark's and of Py4J's about a file as a sentence."""
    try:
        return job()
    except (PySparkException, Py4JJavaError) as error:
        raise Refusal(f"{path} can't be read as {format}: {root_cause(error)}") from error
