"""What goes in and what comes out."""

import datetime
import json

import pyarrow as pa
import pyarrow.parquet as pq

GOOD = "I love it, the best purchase in years."
BAD = "Awful. It broke on the first day."
OURS = {"sentiscope_" + name for name in "label predicted negative neutral positive confidence corrected given flags tokens windows row model".split()}


def test_repeats_blanks_and_long_texts_keep_their_rows_and_are_flagged(run, tmp_path):
    texts = [GOOD, "", BAD, GOOD, " \u00a0", "It was fine. " * 200]
    pq.write_table(pa.table({"n": [1, 2, 3, 4, 5, 6], "text": texts, "day": [datetime.date(2026, 1, 1)] * 6}), tmp_path / "in.parquet")
    said, rows = run(tmp_path / "in.parquet")
    assert "6 rows, 2 of them without text." in said
    assert "3 texts scored" in said
    assert [row["text"] for row in rows] == texts
    assert [row["n"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [row["sentiscope_row"] for row in rows] == [1, 2, 3, 4, 5, 6]
    flags = [row["sentiscope_flags"] for row in rows]
    assert flags[1] == flags[4] == "empty"
    assert "duplicate" not in flags[0] and "duplicate" in flags[3]
    assert "long" in flags[5] and rows[5]["sentiscope_windows"] == 4
    assert rows[1]["sentiscope_label"] is None and rows[1]["sentiscope_negative"] is None and rows[1]["sentiscope_tokens"] is None
    assert [rows[i]["sentiscope_label"] for i in (0, 2, 3)] == ["positive", "negative", "positive"]
    assert set(rows[0]) == {"n", "text", "day"} | OURS


def test_csv_with_line_breaks_quotes_and_names_of_ours(run, tmp_path):
    (tmp_path / "in.csv").write_text(
        f'\ufefftext,sentiscope_label,"a.b`c"\r\n"{GOOD}\nSaid ""yes"".",old,=1+1\r\n{BAD},,\'quoted\r\n', "utf-8", newline=""
    )
    run(tmp_path / "in.csv", output="out.csv")
    content = (tmp_path / "out.csv").read_bytes().decode("utf-8")
    assert content.startswith("\ufefftext,sentiscope_label,a.b`c,sentiscope_label_2,sentiscope_predicted,")
    _, first, second, end = content.split("\r\n")
    assert end == ""
    assert first.startswith(f'"{GOOD}\nSaid ""yes"".",old,\'=1+1,positive,positive,0.')
    assert second.startswith(f'{BAD},"",\'\'quoted,negative,negative,0.')


def test_lines_that_are_no_json_are_left_out_and_told(run, tmp_path):
    lines = [json.dumps({"text": GOOD, "stars": 5}), "{broken", json.dumps({"text": BAD, "more": {"a": [1]}})]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    said, rows = run(tmp_path / "in.jsonl")
    assert "2 rows, 0 of them without text, 1 lines that are no JSON objects left out." in said
    assert [(row["text"], row["sentiscope_row"]) for row in rows] == [(GOOD, 1), (BAD, 2)]
    assert rows[1]["more"] == {"a": [1]}


def test_a_folder_is_read_in_the_order_of_its_names_and_written_as_one(run, tmp_path):
    (tmp_path / "in").mkdir()
    for i, name in enumerate("cab"):
        texts = [f"{name} {n}" for n in range(1 + 40 * i)]
        pq.write_table(pa.table({"text": texts}), tmp_path / "in" / f"{name}.parquet")
    said, rows = run(tmp_path / "in", "--folder", "--given", "text")
    assert [row["text"] for row in rows] == [f"a {n}" for n in range(41)] + [f"b {n}" for n in range(81)] + ["c 0"]
    assert [row["sentiscope_row"] for row in rows] == list(range(1, 124))
    assert (tmp_path / "out.parquet").is_dir()


def test_given_labels_are_taken_by_our_names(run, tmp_path):
    pq.write_table(pa.table({"text": [GOOD, BAD, "So so."], "stars": [" Positive", "1", "neutral"]}), tmp_path / "in.parquet")
    _, rows = run(tmp_path / "in.parquet", "--given", "stars")
    assert [row["sentiscope_given"] for row in rows] == ["positive", None, "neutral"]
