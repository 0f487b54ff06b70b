"""Tokenizer and session of one model: the only module that knows onnxruntime and tokenizers."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

os.environ["TOKENIZERS_PARALLELISM"] = "false"  # read when the library is loaded; Spark runs one task a core

import numpy as np
import onnxruntime
from tokenizers import Tokenizer


@dataclass(frozen=True)
class Encoder:
    """A loaded model, as scoring needs it."""

    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession
    head: int
    tail: int

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Token ids of each text without special tokens."""
        return [encoding.ids for encoding in self.tokenizer.encode_batch(texts, add_special_tokens=False)]

    def wrap(self, ids: list[int]) -> list[int]:
        """Puts the model's special tokens around one window."""
        return [self.head, *ids, self.tail]

    def forward(self, sequences: list[list[int]]) -> np.ndarray:
        """
        One forward pass over sequences padded to the longest.

        Returns:
            logits, float32 [sequences, 3]
        """
        longest = max(map(len, sequences))
        ids = np.zeros((len(sequences), longest), np.int64)
        mask = np.zeros_like(ids)
        for row, sequence in enumerate(sequences):
            ids[row, : len(sequence)] = sequence
            mask[row, : len(sequence)] = 1
        return self.session.run(["logits"], {"input_ids": ids, "attention_mask": mask})[0]


@cache
def open_encoder(weights: str, tokenizer: str) -> Encoder:
    """
    Loads a model once in each Python worker, which Spark keeps for task after task.

    Args:
        weights: path of the ONNX file
        tokenizer: path of tokenizer.json
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    words = Tokenizer.from_file(tokenizer)
    words.no_truncation()
    words.no_padding()
    head, tail = words.encode("").ids
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    return Encoder(words, session, head, tail)
