"""Long texts in windows: src/core/windows.ts."""

import numpy as np


def cut_windows(count: int, limit: int, window_size: int) -> list[tuple[int, int]]:
    """
    Cuts a text that is longer than the model's positions into equal windows.

    Args:
        count: tokens of the text without special ones
        limit: most such tokens that the model takes at once
        window_size: most such tokens in a window, at most `limit`

    Returns:
        [from, to) pairs covering the text in order, lengths differing by at most 1; one pair if it fits
    """
    if count <= limit:
        return [(0, count)]
    windows = -(-count // window_size)
    return [(i * count // windows, (i + 1) * count // windows) for i in range(windows)]


def average_logits(rows: list[np.ndarray], weights: list[int]) -> np.ndarray:
    """
    Mean of the windows' logits, each weighted by its tokens.

    Args:
        rows: [windows][classes]
        weights: tokens of each window; of an empty text 0, which counts as 1

    Returns:
        [classes], 64-bit
    """
    return np.average(np.asarray(rows, np.float64), axis=0, weights=[weight or 1 for weight in weights])
