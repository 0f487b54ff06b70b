"""
The page and the job on the same file.

fixtures/page.csv is what the page exports after scoring fixtures/reviews.csv with the small model, and fixtures/spark.parquet what
this job writes. e2e/scale-result.spec.ts holds the page to the first and lets it open the second.
"""

import csv
import json

import pyarrow.parquet as pq
import pytest
from conftest import ROOT

FIXTURES = ROOT / "scale/tests/fixtures"
PROBABILITIES = [f"sentiscope_{name}" for name in ("negative", "neutral", "positive", "confidence")]
TOLERANCE = json.loads((ROOT / "public/models/sentiscope-small/probes.json").read_text("utf-8"))["tolerance"]["q8"]
#: Under this top probability the small model is uncertain.
UNCERTAIN = 0.6


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def take_numbers(row: dict) -> list[float]:
    """Takes the probabilities out of a row; -1 stands for none."""
    return [-1 if found in (None, "") else float(found) for found in (row.pop(name) for name in PROBABILITIES)]


def expect_same(rows: list[dict], others: list[dict]) -> None:
    assert list(rows[0]) == list(others[0])
    for row, other in zip(rows, others, strict=True):
        found, wanted = take_numbers(row), take_numbers(other)
        assert found == pytest.approx(wanted, abs=TOLERANCE)
        if abs(wanted[3] - UNCERTAIN) > TOLERANCE:  # else it may be uncertain in one place only
            assert row == other


def test_the_csv_is_the_one_that_the_page_exports(run, tmp_path):
    run(FIXTURES / "reviews.csv", "--given", "label", output="out.csv")
    expect_same(read(tmp_path / "out.csv"), read(FIXTURES / "page.csv"))
    # Readers forgive much: the bytes themselves, up to the probabilities.
    ours, theirs = (path.read_bytes().split(b"\r\n") for path in (tmp_path / "out.csv", FIXTURES / "page.csv"))
    assert [line.partition(b",0.")[0] for line in ours] == [line.partition(b",0.")[0] for line in theirs]


def test_the_parquet_that_the_page_opens_in_its_tests_is_the_one_that_the_job_writes(run):
    _, rows = run(FIXTURES / "reviews.csv", "--given", "label")
    expect_same(rows, pq.read_table(FIXTURES / "spark.parquet").to_pylist())
