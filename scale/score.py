"""Scores a column of texts with the page's own model on Apache Spark: see README.md beside this file, and --help."""

import sys
import tempfile
from pathlib import Path

from sentiscope.java import check_java
from sentiscope.options import parse
from sentiscope.refusal import Refusal


def main(arguments: list[str] | None = None) -> int:
    """
    Returns:
        0, or 1 after a sentence on stderr
    """
    options = parse(arguments)
    try:
        check_java()
        from sentiscope.job import make_plan, score_file
        from sentiscope.session import open_session

        plan = make_plan(options)
        spark = open_session()
        try:
            with tempfile.TemporaryDirectory(prefix="sentiscope-") as scratch:
                score_file(spark, options, plan, Path(scratch), say)
        finally:
            spark.stop()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
