"""Texts in, probabilities out: src/scorer/score.ts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .batches import plan_batches
from .encoder import Encoder
from .rules import Rules
from .windows import average_logits, cut_windows

#: Special tokens around a sequence.
SPECIALS = 2
#: 255 stands for 255 and more.
MOST_WINDOWS = 255


@dataclass(frozen=True)
class Scored:
    #: float32 [texts, 3], rows sum to 1
    probabilities: np.ndarray
    #: int32 [texts]: tokens scored, special ones included
    tokens: np.ndarray
    #: int32 [texts]: 1, or more for a text over the model's positions
    windows: np.ndarray


def score(encoder: Encoder, texts: Sequence[str], rules: Rules, batch_tokens: int) -> Scored:
    """
    Tokenises, cuts long texts into windows, plans batches, runs them and averages the windows' logits.

    Args:
        texts: at least one
        batch_tokens: most cells in one forward pass; 1 gives each text a pass of its own, and so the same bits in any company

    Raises:
        ArithmeticError: a row of logits is not finite or all equal; a broken session must not look like an answer
    """
    owners: list[int] = []
    sequences: list[list[int]] = []
    for i, ids in enumerate(encoder.encode(texts)):
        for start, end in cut_windows(len(ids), rules.positions - SPECIALS, rules.window_tokens - SPECIALS):
            owners.append(i)
            sequences.append(encoder.wrap(ids[start:end]))

    logits = np.empty((len(sequences), len(rules.labels)), np.float32)
    for batch in plan_batches([len(sequence) for sequence in sequences], batch_tokens):
        logits[batch] = encoder.forward([sequences[i] for i in batch])
    if not np.isfinite(logits).all() or (logits == logits[:, :1]).all(axis=1).any():
        raise ArithmeticError("The model's session is broken: it gives logits that are not finite or all equal.")

    windows = np.bincount(owners, minlength=len(texts)).astype(np.int32)
    lengths = [len(sequence) for sequence in sequences]
    tokens = np.bincount(owners, weights=lengths, minlength=len(texts)).astype(np.int32)
    averaged = np.empty((len(texts), len(rules.labels)))
    at = 0
    for i, count in enumerate(windows):
        weights = [length - SPECIALS for length in lengths[at : at + count]]
        averaged[i] = average_logits(list(logits[at : at + count]), weights)
        at += count
    return Scored(softmax(averaged), tokens, np.minimum(windows, MOST_WINDOWS))


def softmax(logits: np.ndarray) -> np.ndarray:
    """[rows, classes] of logits to float32 probabilities, shifted by the maximum so that no exponential overflows."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)
