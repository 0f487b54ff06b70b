"""Results to a file or a folder."""

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .csv_text import to_lines
from .files import delete, move, move_only_file
from .reading import column

#: Rows of a part file in a folder.
PART_ROWS = 1_000_000
#: Bytes of a row group: small enough for the page, which unpacks one at a time.
GROUP_BYTES = 16 * 1024 * 1024


def write(spark: SparkSession, result: DataFrame, row: str, rows: int, path: str, *, format: str, one_file: bool) -> None:
    """
    Writes all rows in order, beside the path first, so that no half output is ever taken for a whole one.

    Args:
        row: name of the column that holds the row's number, from 1
        rows: how many there are
        one_file: a file, as the page opens it; else a folder of part files, in order
    """
    parts = 1 if one_file else -(-rows // PART_ROWS)
    # Numbers without gaps say which part a row belongs to; a sort would have to look at all of them first.
    part = F.floor((column(row) - 1) * parts / rows).cast("int")
    ordered = result.repartitionById(parts, part).sortWithinPartitions(column(row))
    beside = f"{path.rstrip('/')}.unfinished"
    delete(spark, beside)
    try:
        if format == "csv":
            to_lines(ordered).write.option("lineSep", "\r\n").text(beside)
        else:
            ordered.write.option("parquet.block.size", GROUP_BYTES).parquet(beside)
        if one_file:
            move_only_file(spark, beside, path)
        else:
            move(spark, beside, path)
    except BaseException:
        delete(spark, beside)
        raise
