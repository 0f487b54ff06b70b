"""Spark, set up for this work."""

import os
import shutil
import sys
from pathlib import Path

from pyspark import SparkConf
from pyspark.sql import SparkSession

#: Texts of an Arrow batch, and of a block in the page.
BATCH_TEXTS = 2048
#: Texts of a task: seconds of work, so that a lost worker costs little and the bar moves.
TASK_TEXTS = 4096
MOST_TASKS = 10_000

#: Without these the answer would be wrong or the work not shared; a user's own settings do not touch them.
SETTINGS = {
    "spark.sql.caseSensitive": "true",  # "Text" and "text" are two columns
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH_TEXTS),
    # Spark would put small tables into few tasks: texts are small, scoring them is not.
    "spark.sql.adaptive.coalescePartitions.enabled": "false",
    # Rows are numbered by the pieces of files, in two passes: these must not follow the number of workers of the moment.
    "spark.sql.files.minPartitionNum": "200",
    # The page's Parquet reader takes either; other readers have given up on INT96.
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
}

#: What a user may set otherwise, with spark-submit --conf.
DEFAULTS = {
    "spark.app.name": "Sentiscope",
    "spark.ui.showConsoleProgress": "true",
    "spark.log.level": "FATAL",  # a failure is told in a sentence
}


def open_session() -> SparkSession:
    """The session that spark-submit prepared, or one of this machine's cores."""
    conf = SparkConf()
    if not conf.contains("spark.master"):
        conf.setMaster("local[*]")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in DEFAULTS.items():
        conf.setIfMissing(name, value)
    conf.setAll(SETTINGS.items())
    return SparkSession.builder.config(conf=conf).getOrCreate()


def is_local(spark: SparkSession) -> bool:
    master = spark.sparkContext.master
    return master == "local" or master.startswith("local[")


def share_work(spark: SparkSession, rows: int) -> None:
    """Chooses how many tasks shuffles feed: from now on, for all that is planned."""
    least = 2 * spark.sparkContext.defaultParallelism
    tasks = min(MOST_TASKS, max(least, -(-rows // TASK_TEXTS)))
    spark.conf.set("spark.sql.shuffle.partitions", tasks)


def ship_code(spark: SparkSession, scratch: Path) -> None:
    """Gives this package to every executor."""
    package = Path(__file__).parent
    archive = shutil.make_archive(str(scratch / package.name), "zip", package.parent, package.name)
    spark.sparkContext.addPyFile(archive)
