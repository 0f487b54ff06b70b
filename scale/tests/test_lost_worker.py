"""A cluster of two workers loses one of them in the middle of 200,000 rows."""

import csv
import itertools

import pyarrow as pa
import pyarrow.parquet as pq
from cluster import active_stages, kill, start_cluster, submit, wait_for
from conftest import ROOT, SMALL

ROWS = 200_000
#: Different ones: beginnings of our reviews, so that they are short.
TEXTS = 4_000


def make_input(folder) -> None:
    folder.mkdir()
    with (ROOT / "public/samples/reviews.csv").open(newline="") as sample:
        words = [row["text"].split() for row in csv.DictReader(sample)]
    texts = [" ".join(words[i % len(words)][: 5 + i // len(words)]) + f" {i}" for i in range(TEXTS)]
    repeated = list(itertools.islice(itertools.cycle(texts), ROWS))
    for part in range(4):
        rows = range(part * ROWS // 4, (part + 1) * ROWS // 4)
        pq.write_table(pa.table({"n": list(rows), "text": [repeated[i] for i in rows]}), folder / f"{part}.parquet")


def test_the_output_is_complete_and_equal_to_the_undisturbed_one(tmp_path):
    make_input(tmp_path / "in")

    def start(cluster, output: str):
        arguments = ["--input", str(tmp_path / "in"), "--text", "text", "--output", str(tmp_path / output), "--model", SMALL]
        return submit(cluster, ROOT / "scale/score.py", arguments, tmp_path / f"{output}.log")

    def check(driver, output: str):
        assert driver.wait(600) == 0, (tmp_path / f"{output}.log").read_text()[-4000:]

    with start_cluster(tmp_path, workers=2) as cluster:
        driver, _ = start(cluster, "whole.parquet")
        check(driver, "whole.parquet")

        driver, address = start(cluster, "hurt.parquet")
        wait_for(lambda: any(is_half_scored(stage) for stage in active_stages(address)))
        kill(cluster.workers[1])
        check(driver, "hurt.parquet")

    whole, hurt = (pq.read_table(tmp_path / name) for name in ("whole.parquet", "hurt.parquet"))
    assert hurt.num_rows == ROWS
    assert hurt["sentiscope_row"].to_pylist() == list(range(1, ROWS + 1))
    assert hurt["n"].to_pylist() == list(range(ROWS))
    assert hurt["sentiscope_label"].null_count == 0
    assert hurt.equals(whole)
    assert f"{TEXTS:,} texts scored" in (tmp_path / "hurt.parquet.log").read_text()


def is_half_scored(stage: dict) -> bool:
    return stage.get("description") == "Score the texts" and stage["numTasks"] > 40 and stage["numCompleteTasks"] >= stage["numTasks"] / 3
