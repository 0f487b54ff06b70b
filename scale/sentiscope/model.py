"""A model's files, its key, and how they reach the executors."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from .refusal import Refusal

WEIGHTS = "onnx/model_quantized.onnx"
NEEDED = (WEIGHTS, "tokenizer.json", "config.json", "calibration.json")


@dataclass(frozen=True)
class Model:
    """A model as the executors know it: names of shipped files, no paths of the driver's machine."""

    id: str
    #: Names the weights and the number format as the page does: predictions of equal keys may stand for each other.
    key: str
    #: Names under SparkFiles, made from the content: another version never meets them.
    weights: str
    tokenizer: str
    #: A top probability under it is called uncertain, 0 to 1.
    uncertain_below: float


def open_model(folder: Path) -> Model:
    """
    Raises:
        Refusal: a file is missing, or its labels are not ours
    """
    for name in NEEDED:
        if not (folder / name).is_file():
            raise Refusal(f"There is no model in {folder}: {name} is missing. Name a folder like public/models/sentiscope-base with --model.")
    classes = json.loads((folder / "config.json").read_text("utf-8")).get("id2label", {})
    if list(classes.values()) != ["negative", "neutral", "positive"]:
        raise Refusal(f"The model in {folder} answers {', '.join(classes.values()) or 'nothing'}; negative, neutral, positive are needed, in this order.")
    calibration = json.loads((folder / "calibration.json").read_text("utf-8"))
    model_id = folder.resolve().name
    weights = digest(folder / WEIGHTS)
    return Model(
        id=model_id,
        key=f"{model_id} q8 {weights}",
        weights=f"{model_id}-{weights}.onnx",
        tokenizer=f"{model_id}-{digest(folder / 'tokenizer.json')}.json",
        uncertain_below=calibration["uncertainBelow"],
    )


def ship(context, model: Model, folder: Path, scratch: Path) -> None:
    """Gives both files to every executor, once each, under the names that `model` has for them."""
    for source, name in ((WEIGHTS, model.weights), ("tokenizer.json", model.tokenizer)):
        shutil.copyfile(folder / source, scratch / name)
        context.addFile(str(scratch / name))


def digest(path: Path) -> str:
    """The first 16 hex digits of a file's SHA-256, as the page's keys have them."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
