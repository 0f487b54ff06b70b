"""What can't be done is said in a sentence, before any text is scored."""

import os
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT

from sentiscope.refusal import Refusal


@pytest.fixture
def good(tmp_path):
    pq.write_table(pa.table({"text": ["Good.", "Bad."], "stars": [5, 1]}), tmp_path / "good.parquet")
    return tmp_path / "good.parquet"


def refused(run, *arguments, **options) -> str:
    with pytest.raises(Refusal) as refusal:
        run(*arguments, **options)
    return str(refusal.value)


def test_a_wrong_column_lists_those_there_are(run, good):
    assert refused(run, good, text="review") == f"{good} has no column “review”. It has: text, stars."
    assert refused(run, good, "--given", "star").endswith("It has: text, stars.")


def test_nothing_there(run, tmp_path):
    assert refused(run, tmp_path / "none.csv") == f"There is no file at {tmp_path}/none.csv."


def test_empty_inputs(run, tmp_path):
    (tmp_path / "empty.csv").touch()
    assert refused(run, tmp_path / "empty.csv") == f"{tmp_path}/empty.csv is empty."
    (tmp_path / "names.csv").write_text("id,text\n")
    assert refused(run, tmp_path / "names.csv") == f"{tmp_path}/names.csv has columns but no rows."
    (tmp_path / "blank.csv").write_text('id,text\n1,\n2," "\n')
    assert refused(run, tmp_path / "blank.csv") == f"None of the 2 rows of {tmp_path}/blank.csv has a text in “text”."


def test_unreadable_files(run, good, tmp_path):
    (tmp_path / "not.parquet").write_text("not at all" * 10)
    assert refused(run, tmp_path / "not.parquet").startswith(f"{tmp_path}/not.parquet can't be read as parquet: ")
    damaged = bytearray(good.read_bytes())
    damaged[4:40] = bytes(36)
    (tmp_path / "damaged.parquet").write_bytes(damaged)
    assert refused(run, tmp_path / "damaged.parquet").startswith(f"{tmp_path}/damaged.parquet can't be read as parquet: ")
    (tmp_path / "data.bin").write_text("text\nGood.\n")
    assert "Name it with --format" in refused(run, tmp_path / "data.bin")
    (tmp_path / "nested.jsonl").write_text('{"text": {"a": 1}}\n')
    assert "holds lists or objects, not texts" in refused(run, tmp_path / "nested.jsonl")


def test_an_output_that_is_there_is_left_alone(run, good, tmp_path):
    (tmp_path / "out.parquet").write_text("mine")
    assert refused(run, good) == f"{tmp_path}/out.parquet is there already. Name another --output, or take that one away."
    assert (tmp_path / "out.parquet").read_text() == "mine"


def test_an_earlier_output_that_is_none(run, good):
    assert refused(run, good, "--previous", good) == f"{good} is no earlier output: it has no column sentiscope_predicted."


def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess:
    """The script itself, as a user starts it; these refusals come before Spark."""
    command = [sys.executable, str(ROOT / "scale/score.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


def test_the_script_ends_with_the_sentence_and_a_code(good, tmp_path):
    wanted = ["--input", good, "--text", "text", "--output", tmp_path / "out.parquet"]
    ended = start(*wanted, "--model", tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"There is no model in {tmp_path}: onnx/model_quantized.onnx is missing.")
    ended = start(*wanted, JAVA_HOME=str(tmp_path))
    assert (ended.returncode, ended.stderr) == (1, f"There is no Java in JAVA_HOME, {tmp_path}. Spark needs Java 17 or newer.\n")
    ended = start(*wanted[:-1], tmp_path / "out.xlsx")
    assert ended.returncode == 2
    assert "must end in .parquet or .csv" in ended.stderr
    assert start(*wanted, "--cascade", "7").returncode == 2
