"""What ends a run, said to the person who started it."""


class Refusal(Exception):
    """Its text is a sentence: what is wrong, where, what to do. The run ends with exit code 1."""


def root_cause(error: Exception) -> str:
    """The innermost reason of an error of Spark's, Java's or a Python worker's, in one line."""
    java = getattr(error, "java_exception", None)
    while java is not None and java.getCause() is not None:
        java = java.getCause()
    said = (java.getMessage() or java.toString()) if java is not None else str(error)
    lines = [line.strip() for line in said.split("\n\tat ")[0].splitlines() if line.strip()]
    if any("Traceback (most recent" in line for line in lines):
        lines = [line for line in lines if not line.startswith("SQLSTATE")][-1:]
    return lines[0] if lines else type(error).__name__
