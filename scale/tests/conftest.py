"""One local Spark session for all tests, and the job run in it."""

import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scale"))

from sentiscope.job import make_plan, score_file  # noqa: E402
from sentiscope.options import parse  # noqa: E402
from sentiscope.session import open_session  # noqa: E402

SMALL = str(ROOT / "public/models/sentiscope-small")


@pytest.fixture(scope="session")
def spark():
    session = open_session()
    yield session
    session.stop()


@pytest.fixture
def run(spark, tmp_path):
    """Runs the job with the small model, unless another is named. Returns what it said and the rows of a Parquet output."""

    def run_job(input: object, *more: object, text: str = "text", output: str = "out.parquet", model: str = SMALL):
        to = tmp_path / output
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        options = parse(
            ["--input", str(input), "--text", text, "--output", str(to), "--model", model, *map(str, more)]
        )
        said: list[str] = []
        score_file(spark, options, make_plan(options), scratch, said.append)
        rows = pq.read_table(to).to_pylist() if output.endswith(".parquet") else []
        return "\n".join(said), rows

    return run_job
