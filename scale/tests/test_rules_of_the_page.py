"""The pieces that the page has too, without Spark."""

import numpy as np
import pytest

from sentiscope.batches import plan_batches
from sentiscope.foreign import create_foreign
from sentiscope.rules import read_rules
from sentiscope.result import own_names
from sentiscope.windows import average_logits, cut_windows

rules = read_rules()
looks_foreign = create_foreign(rules.foreign)


@pytest.mark.parametrize(
    ("count", "windows"),
    [
        (0, [(0, 0)]),
        (510, [(0, 510)]),
        (511, [(0, 170), (170, 340), (340, 511)]),
        (762, [(0, 254), (254, 508), (508, 762)]),
    ],
)
def test_a_text_over_the_positions_is_cut_into_equal_windows(count, windows):
    assert cut_windows(count, 510, 254) == windows


def test_windows_weigh_by_their_tokens_and_an_empty_text_counts_as_one():
    rows = [np.float32([1, 0, 0]), np.float32([0, 1, 0])]
    assert average_logits(rows, [3, 1]).tolist() == [0.75, 0.25, 0]
    assert average_logits(rows[:1], [0]).tolist() == [1, 0, 0]


def test_a_batch_is_sorted_by_length_and_bounded_by_cells():
    assert plan_batches([5, 2, 2, 9, 3], 8) == [[1, 2], [4], [0], [3]]
    assert plan_batches([5, 2, 2], 1) == [[1], [2], [0]]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The battery lasts two days and I am very happy with it.", False),
        ("Der Akku hält leider nur einen Tag und die Kamera ist nicht gut.", True),
        ("Очень плохой товар, не покупайте", True),
        ("とても良い商品です。また買います。", True),
        ("non di il per sono", False),
        ("👍👍👍👍👍👍👍👍👍", False),
    ],
)
def test_a_text_that_is_not_english_is_told_by_its_script_or_its_small_words(text, foreign):
    assert looks_foreign(text) is foreign


def test_our_columns_step_aside_for_the_sources_own():
    assert own_names(["Sentiscope_Label", "sentiscope_label_2"], ["label", "row"]) == ["sentiscope_label_3", "sentiscope_row"]
