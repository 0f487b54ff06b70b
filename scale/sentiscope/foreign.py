"""Whether a text looks not to be English: src/importer/foreign.ts, with the same words."""

import re
from collections.abc import Callable

LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
#: Letters of a text that are looked at, in UTF-16 units, as JavaScript counts.
LOOKED_AT = 600


def create_foreign(rules: dict) -> Callable[[str], bool]:
    """
    Args:
        rules: 'foreign' of rules.json
    """
    shared = set(rules["shared"].split())
    english = set(rules["english"].split()) - shared
    other = set(rules["other"].split()) - shared - english

    def looks_foreign(text: str) -> bool:
        part = head(text)
        units = utf16_units(part)
        if units < 8:
            return False
        if not part.isascii():
            letters = sum(map(str.isalpha, part))
            # Scripts without spaces say much in few letters.
            if letters >= 8 and letters - len(LATIN.findall(part)) > 0.5 * letters:
                return True
        if units < rules["leastLetters"]:
            return False
        words = words_of(part.lower())
        if len(words) < rules["leastWords"]:
            return False
        ours = sum(word in english for word in words)
        theirs = sum(word in other for word in words)
        if ours == 0:
            return theirs >= 2 and theirs >= 0.12 * len(words)
        return theirs > 4 * ours and theirs >= 6

    return looks_foreign


def words_of(text: str) -> list[str]:
    """Runs of letters and apostrophes: [\\p{L}']+, which `re` has no name for."""
    return "".join(c if c.isalpha() or c == "'" else " " for c in text).split()


def utf16_units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def head(text: str) -> str:
    """The beginning that is looked at; half of a pair at its end is no letter and is left out."""
    if utf16_units(text) <= LOOKED_AT:
        return text
    if text.isascii():
        return text[:LOOKED_AT]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * LOOKED_AT].decode("utf-16-le", "ignore")
