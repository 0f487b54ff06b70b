"""The rules of the page: numbers, names and word lists that both read from src/core/rules.json."""

import json
from dataclasses import dataclass
from pathlib import Path

from .refusal import Refusal

RULES = Path(__file__).parents[2] / "src" / "core" / "rules.json"


@dataclass(frozen=True)
class Rules:
    """Plain values, so that they travel to the executors with the code."""

    #: The three classes, in the order of every probability triple.
    labels: list[str]
    #: Bits of a row's flags by name; the names are written in this order.
    flags: dict[str, int]
    #: Most tokens in one forward pass, special ones included.
    positions: int
    #: Most tokens in a window of a longer text, special ones included.
    window_tokens: int
    #: Most cells (texts x longest) in one forward pass: 1, each text alone.
    batch_tokens: int
    #: Columns of an export by name, in order: 'text', 'probability' or 'integer'.
    exported: dict[str, str]
    foreign: dict


def read_rules() -> Rules:
    """
    Raises:
        Refusal: the file is not where a checkout has it
    """
    try:
        found = json.loads(RULES.read_text("utf-8"))
    except OSError as error:
        raise Refusal(f"The page's rules are missing: {RULES}. Run score.py from a whole checkout.") from error
    return Rules(
        labels=found["labels"],
        flags=found["flags"],
        positions=found["positions"],
        window_tokens=found["windowTokens"],
        batch_tokens=found["batchTokens"]["wasm"],
        exported=found["exported"],
        foreign=found["foreign"],
    )
