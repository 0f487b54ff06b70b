"""Which sequences share a forward pass: src/core/batches.ts."""


def plan_batches(lengths: list[int], max_tokens: int) -> list[list[int]]:
    """
    Sorted by length, because a batch is padded to its longest, and cut by tokens, because that is what time and memory follow.

    Args:
        lengths: tokens of each sequence, at least 1
        max_tokens: most cells (rows x longest) in a batch; a longer sequence goes alone

    Returns:
        indices into `lengths`, each exactly once, shortest batches first
    """
    batches: list[list[int]] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        # Sorted, so that the newcomer is the longest: it decides the padded size.
        if batches and (len(batches[-1]) + 1) * lengths[i] <= max_tokens:
            batches[-1].append(i)
        else:
            batches.append([i])
    return batches
