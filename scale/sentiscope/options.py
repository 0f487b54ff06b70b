"""The command line."""

import argparse
from pathlib import Path

MODELS = Path(__file__).parents[2] / "public" / "models"
FORMATS = ("csv", "tsv", "jsonl", "parquet")


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """
    Raises:
        SystemExit: with 2 and a sentence on stderr, as argparse does
    """
    parser = argparse.ArgumentParser(
        prog="score.py",
        description="Scores a column of texts with the page's own model on Apache Spark. "
        "Paths are any that Spark reads: files, folders, patterns, hdfs:, s3a: and so on.",
    )
    parser.add_argument("--input", required=True, metavar="PATH", help="CSV, TSV, JSONL or Parquet")
    parser.add_argument("--text", required=True, metavar="COLUMN", help="the column with the texts")
    parser.add_argument("--output", required=True, metavar="PATH", help="ends in .parquet or .csv; must not be there yet")
    parser.add_argument(
        "--model", type=Path, default=MODELS / "sentiscope-base", metavar="FOLDER", help="default: public/models/sentiscope-base"
    )
    parser.add_argument(
        "--cascade",
        nargs="?",
        type=probability,
        const=0.0,
        metavar="THRESHOLD",
        help="let the small model score every text, and --model those whose top probability is under the threshold; "
        "without a number, those that the small model's card calls uncertain",
    )
    parser.add_argument(
        "--small-model", type=Path, default=MODELS / "sentiscope-small", metavar="FOLDER", help="default: public/models/sentiscope-small"
    )
    parser.add_argument("--previous", metavar="PATH", help="an earlier output, of this job or the page: its texts are not scored again")
    parser.add_argument("--given", metavar="COLUMN", help="the column with labels that the file gives: negative, neutral, positive")
    parser.add_argument("--format", choices=FORMATS, help="of the input, where its name does not end in it")
    parser.add_argument("--delimiter", metavar="CHARACTER", help="between the cells of a CSV; default: a comma")
    parser.add_argument("--single-line", action="store_true", help="no cell of the CSV holds a line break: read a large file in pieces")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--one-file", action="store_true", help="write a file, as the page opens it: the default on one machine")
    shape.add_argument("--folder", action="store_true", help="write a folder of files, a million rows each: the default on a cluster")
    options = parser.parse_args(arguments)
    if not options.output.rstrip("/").endswith((".parquet", ".csv")):
        parser.error(f"--output {options.output} must end in .parquet or .csv")
    return options


def probability(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not over 0 and up to 1")
    return value
