"""CSV as the page writes it: src/archive/export/csv.ts and src/core/defuse.ts, as expressions that Spark runs by itself."""

from collections.abc import Callable, Iterator

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, DataType, FloatType, MapType, StringType, StructType

from .reading import column

#: What a spreadsheet would run or read as a formula, full-width forms included; and the quote prefix itself.
FUSE = r"\A[=+\-@\t\r\n'＝＋－＠]"
PLAIN_NUMBER = r"(?i)\A[+-](\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\z"
#: JavaScript's \s.
BLANK = r"[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
#: Blanks at the ends too: some readers trim what is not quoted.
NEEDS_QUOTES = rf'[",\r\n;\t]|\A{BLANK}|{BLANK}\z'


def defuse(text: Column) -> Column:
    """Puts an apostrophe before a text that a spreadsheet would take for a formula; -5 and +3.2 are numbers and stay."""
    return F.when(text.rlike(FUSE) & ~text.rlike(PLAIN_NUMBER), F.concat(F.lit("'"), text)).otherwise(text)


def fuse(text: Column) -> Column:
    """Takes the apostrophe off: fuse(defuse(text)) is text, for every text."""
    return F.regexp_replace(text, r"\A'", "")


def quote(text: Column) -> Column:
    """An empty text is quoted, so that it can be told from a cell that holds nothing."""
    quoted = F.concat(F.lit('"'), F.replace(text, F.lit('"'), F.lit('""')), F.lit('"'))
    return F.when((text == "") | text.rlike(NEEDS_QUOTES), quoted).otherwise(text)


def cell(name: str, type: DataType) -> Column:
    """A cell as it stands between two commas; null is nothing."""
    value = column(name)
    if isinstance(type, (ArrayType, MapType, StructType)):
        value, type = F.to_json(value), StringType()
    if isinstance(type, FloatType):
        text = F.format_string("%.6f", value)
    elif isinstance(type, StringType):
        text = quote(defuse(value))
    else:
        text = quote(value.cast("string"))
    return F.coalesce(F.when(value.isNotNull(), text), F.lit(""))


def to_lines(frame: DataFrame) -> DataFrame:
    """
    Returns:
        one column, `value`: the lines of RFC 4180 without their ends; the first of each partition has the names, after a byte
        order mark, since Excel misreads UTF-8 without one
    """
    lines = frame.select(F.concat_ws(",", *(cell(f.name, f.dataType) for f in frame.schema)).alias("value"))
    one = frame.sparkSession.range(1)
    names = one.select(F.concat_ws(",", *(quote(defuse(F.lit(name))) for name in frame.columns)).alias("value"))
    return lines.mapInArrow(create_header("\ufeff" + names.first().value), "value string")


def create_header(header: str) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def add(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        first = next(batches, None)
        schema = first.schema if first else pa.schema([("value", pa.string())])
        yield pa.RecordBatch.from_arrays([pa.array([header], schema.types[0])], schema=schema)
        if first:
            yield first
        yield from batches

    return add
