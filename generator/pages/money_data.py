"""Tables, figures, claims and benefits as open data: each figure with all that it counts.

A table's cell repeats what its row, column and table say of it, so that a program can
take a cell by itself and still know what it measures, for which period and on which
basis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.figures import Context
from generator.core.naming import context_of_headline, context_of_split
from generator.core.once import once
from generator.pages.figure_data import Data, context_data, figure_data
from generator.pages.headline import headline_view
from generator.pages.plain_data import plain

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.figures import Axis, Benefit, Claim, Figure, Headline, Split, Table


@once
def headline_data(case: Case) -> Data:
    """The headline and its parts; where there is none its state says so."""
    headline, text = case.headline, headline_view(case).text
    if headline is None:
        state = "unreadable" if "headline" in case.unreadable else "absent"
        nothing = {"printed": "", "amount": None, "state": state}
        return nothing | context_data(Context(), case.source) | {"text": text, "splits": []}
    return {
        **figure_data(headline.amount, context_of_headline(headline), case.source),
        **({"unit_of_print": headline.unit.label} if headline.unit else {}),
        "certainty": headline.certainty.value,
        "described": plain(headline.described, case.source),
        "text": text,
        "note": headline.text,
        "splits": [_split_data(split, headline, case.source) for split in headline.splits],
    }


def table_data(table: Table, source: str) -> Data:
    """A finance table, row by row."""
    unit = table.context.counts_in
    rows = []
    for number, (row, amounts) in enumerate(zip(table.rows, table.amounts, strict=True)):
        cells = [
            {"column": column.id}
            | figure_data(amount, table.context_at(number, place), table.context.source or source)
            for place, (column, amount) in enumerate(zip(table.columns, amounts, strict=True))
        ]
        rows.append(_axis_data(row) | {"cells": cells})
    return {
        "id": table.id,
        "title": table.title,
        "unit_of_print": unit.label,
        **context_data(table.context, source),
        "note": table.note,
        "columns": [_axis_data(column) for column in table.columns],
        "rows": rows,
    }


def prose_figure_data(figure: Figure, source: str) -> Data:
    """A figure that stands in the document's prose."""
    return {
        "id": figure.id,
        "what": figure.what,
        **figure_data(figure.amount, figure.context, source),
        "certainty": figure.certainty.value,
        "note": figure.note,
    }


def claim_data(claim: Claim, source: str) -> Data:
    """A claim of the appraisal."""
    return {
        "id": claim.id,
        "claim": claim.claim.value,
        "what": claim.what,
        **figure_data(claim.value, claim.context, source),
    }


def benefit_data(benefit: Benefit, source: str) -> Data:
    """A benefit without money, with its baseline and its targets."""
    context = benefit.context
    targets = []
    for target in benefit.targets:
        when = Context(period=target.period or benefit.by)
        targets.append(
            {"label": target.label} | figure_data(target.amount, when.over(context), source)
        )
    baseline = figure_data(benefit.baseline, context, source) if benefit.baseline else None
    return {
        "id": benefit.id,
        "benefit": benefit.benefit,
        "category": benefit.category,
        **context_data(Context(period=benefit.by).over(context), source),
        "baseline": baseline,
        "targets": targets,
        "note": benefit.note,
    }


def _split_data(split: Split, headline: Headline, source: str) -> Data:
    figure = figure_data(split.amount, context_of_split(headline, split), source)
    return {"by": split.by.value, "name": split.name, **figure}


def _axis_data(axis: Axis) -> Data:
    """A row or column: its label as typed, what it is, and what is said of it alone."""
    said = {"confidence": axis.confidence, "category": axis.category, "note": axis.note}
    return {
        "id": axis.id,
        "label": axis.label,
        "part": axis.part.value,
        **{key: text for key, text in said.items() if text},
    }
