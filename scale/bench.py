"""
Texts a second, and texts for each second of a core, with one and with two executors of a core each, on a standalone cluster of
this machine.

    python scale/bench.py 8000

Takes turns, so that what else the machine does hits both; prints each turn and the medians. Texts are our everyday reviews, made
different by a number at their end. The time is that of the job's own scoring step, the start of its Python workers included.
"""

import csv
import re
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scale/tests"))

from cluster import start_cluster, submit  # noqa: E402

TURNS = 2


def make_input(path: Path, texts: int) -> None:
    with (ROOT / "public/samples/reviews.csv").open(newline="") as sample:
        reviews = [row["text"] for row in csv.DictReader(sample)]
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["text"])
        out.writerows([f"{reviews[i % len(reviews)]} {i // len(reviews)}"] for i in range(texts))


def measure(folder: Path, name: str, executors: int, model: str) -> tuple[float, float]:
    """Returns texts a second, and texts for each second that a core spent on scoring: the latter whatever else the machine does."""
    work = folder / name
    work.mkdir()
    with start_cluster(work, executors) as cluster:
        arguments = ["--input", str(folder / "in.csv"), "--text", "text", "--output", str(work / "out.parquet")]
        driver, _ = submit(cluster, ROOT / "scale/score.py", [*arguments, "--model", str(ROOT / "public/models" / model)], work / "log")
        driver.wait()
    found = re.search(r"([\d,]+) texts/s, ([\d,]+) for each second of a core", (work / "log").read_text())
    return tuple(float(figure.replace(",", "")) for figure in found.groups())


def main() -> None:
    texts = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        make_input(folder / "in.csv", texts)
        for model in ("sentiscope-base", "sentiscope-small"):
            found: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
            for turn in range(TURNS):
                for executors, rates in found.items():
                    rates.append(measure(folder, f"{model}-{executors}-{turn}", executors, model))
                    rate, core = rates[-1]
                    print(f"{model}, {executors} executors: {rate:,.0f} texts/s, {core:,.0f} for each second of a core", flush=True)
            one, two = (statistics.median(rate for rate, _ in rates) for rates in found.values())
            print(f"{model}, medians: {one:,.0f} and {two:,.0f} texts/s, {two / one:.2f}x", flush=True)


if __name__ == "__main__":
    main()
