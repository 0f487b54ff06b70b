"""The models' own files say what the job must answer."""

import csv
import json

import numpy as np
import pytest
from conftest import ROOT

from sentiscope.encoder import open_encoder
from sentiscope.rules import read_rules
from sentiscope.scoring import score

#: Share of labels: another CPU rounds int8 products another way.
TOLERANCE = 0.01


def read(model: str, name: str) -> dict:
    return json.loads((ROOT / "public/models" / model / name).read_text("utf-8"))


@pytest.mark.parametrize("model", ["sentiscope-base", "sentiscope-small"])
def test_the_probe_set_comes_out_within_its_tolerance(model):
    folder = ROOT / "public/models" / model
    encoder = open_encoder(str(folder / "onnx/model_quantized.onnx"), str(folder / "tokenizer.json"))
    probes = read(model, "probes.json")
    rules = read_rules()
    found = score(encoder, [probe["text"] for probe in probes["probes"]], rules, rules.batch_tokens)
    difference = np.abs(found.probabilities - [probe["fp32"] for probe in probes["probes"]]).max()
    assert difference <= probes["tolerance"]["q8"]
    assert [rules.labels[i] for i in found.probabilities.argmax(axis=1)] == [probe["label"] for probe in probes["probes"]]


def test_as_many_labels_equal_the_full_precision_ones_as_the_metrics_say(run, tmp_path):
    """All 2,000 reviews, the accurate model."""
    model = "sentiscope-base"
    reference = read(model, "reference.json")["logits"]
    promised = read(model, "metrics.json")["deviation from fp32 on our reviews"]["q8"]["sameLabel"]
    labels = read_rules().labels
    full = {}
    with (tmp_path / "both.csv").open("w", newline="") as both:
        out = csv.writer(both)
        out.writerow(["id", "text"])
        for name, logits in reference.items():
            for row in csv.DictReader((ROOT / "public/samples" / name).open(newline="")):
                out.writerow([f"{name} {row['id']}", row["text"]])
                full[f"{name} {row['id']}"] = labels[int(np.argmax(logits[row["id"]]))]
    _, rows = run(tmp_path / "both.csv", model=str(ROOT / "public/models" / model))
    assert len(rows) == len(full) == 2000
    same = sum(row["sentiscope_label"] == full[row["id"]] for row in rows) / len(rows)
    assert same == pytest.approx(promised, abs=TOLERANCE)
