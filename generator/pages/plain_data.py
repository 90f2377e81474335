"""Any record of the model as plain data: names as they are in the model, nothing left out.

Records of facts (people, decisions, risks and so on) go into the open data field by
field, so that a field added to the model tomorrow is in the data tomorrow. Figures and
the tables they stand in have their own form, in `figure_data`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from generator.core.amounts import Amount, plain_number
from generator.core.figures import NOTHING_SAID, Context
from generator.core.identity import CaseId
from generator.core.periods import Period
from generator.core.scalars import Lines
from generator.pages.figure_data import Data, figure_data, line_data
from generator.pages.phrases import period_words

if TYPE_CHECKING:
    from collections.abc import Callable


def record_data(record: Any, source: str) -> Data:  # noqa: ANN401 - any record of the model
    """A record's fields by name; a `context` gives the place where it stands.

    Args:
        record: a dataclass of the model.
        source: the key of the document that its lines are those of.
    """
    line = getattr(record, "line", None)
    alone = NOTHING_SAID if line is None else Context(lines=line)
    context = getattr(record, "context", None) or alone
    data: Data = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "context":
            data |= {"source": context.source or source, "line": line_data(context.lines)}
        elif isinstance(value, Amount):
            data[field.name] = figure_data(value, context, source)
        else:
            data[field.name] = plain(value, source)
    return data


def plain(value: Any, source: str) -> Any:  # noqa: ANN401 - any value of the model
    """A value of the model as text, number, list or object."""
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    for kind, write in _FORMS:
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, tuple):
        return [plain(item, source) for item in value]
    return record_data(value, source) if is_dataclass(value) else value


def when_data(period: Period) -> Data:
    """A time: as pages write it, and its first and last day where it has them."""
    meant = period.meant
    return {
        "text": period_words(period),
        "starts": meant.start.isoformat() if meant.start else None,
        "ends": meant.end.isoformat() if meant.end else None,
    }


_AS_THEY_ARE = (str, int, bool)  # and not their kinds: a word of a list is a text too
# How single values are written; what is not here is text, a number, a list or a record.
_FORMS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Enum, lambda word: word.value),
    (Lines, line_data),
    (Period, when_data),
    (CaseId, str),
    (Decimal, plain_number),
    (date, date.isoformat),
)
