"""What no message to an officer may say: the words of the libraries and of programming."""

from __future__ import annotations

import re

# Words of the library that reads fields, of the one that checks them, and of Python.
WORDS = (
    *("yaml", "mapping", "mappings", "scalar", "scalars", "sequence", "sequences", "node", "nodes"),
    *("token", "tokens", "anchor", "anchors", "alias", "aliases", "tag", "tags", "flow", "stream"),
    *("directive", "indentation", "indent", "simple key", "block collection", "end of stream"),
    *("parse", "parsed", "parser", "parsing", "validate", "validation", "validator", "pydantic"),
    *("type error", "value error", "key error", "keyword", "argument", "attribute", "schema"),
    *("string", "strings", "str", "int", "integer", "integers", "float", "decimal", "boolean"),
    *("bool", "dict", "dictionary", "tuple", "array", "object", "instance", "dataclass", "model"),
    *("null", "nan", "exception", "traceback", "regex", "regular expression", "pattern", "literal"),
    *("utf8", "unicode", "codec", "encoding error", "character escape", "markdown-it", "inline"),
    *("expected key", "input should", "extra inputs", "field required", "libyaml", "ruamel"),
    *("__init__", "constructor", "syntax", "invalid", "malformed", "illegal", "default"),
)
_WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, WORDS))})(?![\w-])", re.IGNORECASE)
# Words that are Python's in this spelling and English in any other.
_EXACT = re.compile(r"\b(?:None|True|False|NaN|Error|Traceback)\b|<class|\bat 0x|object at")


def forbidden_words(text: str) -> list[str]:
    """The words in ``text`` that no officer should have to read."""
    return [*_WORDS.findall(text), *_EXACT.findall(text)]


def without_quotations(text: str) -> str:
    """The text without what it quotes from a file, in which any word may stand."""
    return re.sub(r"“.*”", "“”", text)
