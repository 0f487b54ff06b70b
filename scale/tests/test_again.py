"""Recurring runs, and two models in a row."""

import csv

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT

from sentiscope.rules import read_rules

with (ROOT / "public/samples/reviews.csv").open(newline="") as sample:
    TEXTS = [row["text"] for row in csv.DictReader(sample)][:120]
LABELS = read_rules().labels
FORMULA = "=SUM(1) is what it said. Useless."


def triple(row):
    return [row[f"sentiscope_{label}"] for label in LABELS]


@pytest.mark.parametrize("previous", ["first.parquet", "first.csv"])
def test_only_texts_that_the_same_model_has_not_scored_are_scored(run, tmp_path, previous):
    pq.write_table(pa.table({"text": [*TEXTS[:30], FORMULA]}), tmp_path / "first_week.parquet")
    pq.write_table(pa.table({"text": [FORMULA, *TEXTS[20:40], TEXTS[20]]}), tmp_path / "second_week.parquet")
    run(tmp_path / "first_week.parquet", output=previous)
    said, rows = run(tmp_path / "second_week.parquet", "--previous", tmp_path / previous)
    _, fresh = run(tmp_path / "second_week.parquet", output="fresh.parquet")
    assert "10 texts scored" in said
    for row, other in zip(rows, fresh, strict=True):
        assert triple(row) == pytest.approx(triple(other), abs=1e-6)
        assert {k: v for k, v in row.items() if not isinstance(v, float)} == {k: v for k, v in other.items() if not isinstance(v, float)}


def test_the_cascade_asks_the_accurate_model_where_the_small_one_is_unsure_and_tells_how_often(run, tmp_path):
    pq.write_table(pa.table({"text": TEXTS}), tmp_path / "in.parquet")
    base = str(ROOT / "public/models/sentiscope-base")
    _, small = run(tmp_path / "in.parquet", output="small.parquet")
    _, accurate = run(tmp_path / "in.parquet", output="base.parquet", model=base)
    said, rows = run(tmp_path / "in.parquet", "--cascade", "0.8", model=base)
    unsure = [max(triple(row)) < 0.8 for row in small]
    for row, sure_one, other, passed_on in zip(rows, small, accurate, unsure, strict=True):
        assert triple(row) == triple(other if passed_on else sure_one)
    agreed = sum(s["sentiscope_label"] == a["sentiscope_label"] for s, a, u in zip(small, accurate, unsure) if u)
    share = f"{sum(unsure) / len(TEXTS):.1%}"
    assert f"{sum(unsure)} texts ({share}) went on to sentiscope-base, which gave {agreed / sum(unsure):.1%} of them" in said
    assert {row["sentiscope_model"] for row in rows} == {
        f"{small[0]['sentiscope_model']} under 0.8 {accurate[0]['sentiscope_model']}"
    }
