"""Whether Spark can start at all."""

import os
import re
import shutil
import subprocess

from .refusal import Refusal

NEEDED = 17


def check_java() -> None:
    """
    Raises:
        Refusal: there is no Java, or one that Spark does not run on
    """
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{home}/bin" if home else None)
    if java is None:
        place = f"in JAVA_HOME, {home}" if home else "on the PATH"
        raise Refusal(f"There is no Java {place}. Spark needs Java {NEEDED} or newer.")
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    if version and int(version[1]) < NEEDED:
        raise Refusal(f"{java} is Java {version[1]}. Spark needs Java {NEEDED} or newer.")
