"""The rules that speak against a comparison, in one table: why each does, and how much it weighs.

To add a rule: a small function in ``differences`` and an entry here. The page on methods is made
from this table.
"""

from __future__ import annotations

from generator.compare.against import BLOCKER, CAUTION, NOTE, Differing, Rule, whole_cases
from generator.compare.differences import (
    basis,
    cost_stated,
    council_size,
    council_type,
    delivered,
    depending,
    described,
    described_in_part,
    hoped,
    inexact,
    length,
    measure,
    no_amount,
    one_initiative,
    quality,
    questioned,
    same_money,
    unit,
    withheld,
    years,
)
from generator.core.words import Quality

RULES: tuple[Rule, ...] = (
    Rule(
        code="no-amount",
        title="No amount",
        about="Words such as “cost neutral”, or nothing, have no place on a scale. Always a "
        "blocker.",
        look=no_amount,
    ),
    Rule(
        code="withheld",
        title="Withheld",
        about="An amount that is kept from the public cannot be set beside another. Always a "
        "blocker.",
        look=withheld,
    ),
    Rule(
        code="unit",
        title="Unit",
        about="Pounds, people and percentages cannot share a scale. Always a blocker.",
        look=Differing(words=unit, differ=(BLOCKER, "They are counted in different units")),
    ),
    Rule(
        code="measure",
        title="Measure",
        about="A saving, an income and an investment are different things. A blocker where they "
        "differ, a caution where a paper does not say what its figure measures.",
        look=Differing(
            words=measure,
            differ=(BLOCKER, "They measure different things"),
            some=(CAUTION, "Not every paper says what its figure measures"),
            none=(CAUTION, "None of the papers says what its figure measures"),
        ),
    ),
    Rule(
        code="described",
        title="What the text describes",
        about="A form may call a saving what its text describes as income, as money from another "
        "fund, or as money in place of income that is given up. A blocker where the texts differ.",
        look=Differing(
            words=described,
            differ=(
                BLOCKER,
                "Some papers describe their figure as something other than they call it",
            ),
        ),
    ),
    Rule(
        code="basis",
        title="Basis",
        about="What comes again every year, what comes once and what falls in one year "
        "differ many times over. A blocker where papers differ, a caution where one does not say.",
        look=Differing(
            words=basis,
            differ=(BLOCKER, "They count differently over time"),
            some=(CAUTION, "Not every paper says how its figure counts over time"),
            none=(CAUTION, "None of the papers says whether its figure comes again every year"),
        ),
    ),
    Rule(
        code="length",
        title="Length of period",
        about="Two years bring more than one. A blocker where the lengths differ, and where one "
        "paper says for how long its figure counts and another does not; where none says, a "
        "caution.",
        look=Differing(
            words=length,
            differ=(BLOCKER, "They cover different lengths of time"),
            some=(BLOCKER, "Not every paper says for how long its figure counts"),
            none=(CAUTION, "None of the papers says for how long its figure counts"),
        ),
    ),
    Rule(
        code="gross-net",
        title="Gross against net",
        about="A net figure has costs or income taken off, a gross one has not. A blocker where "
        "they differ, a caution where one paper says and another does not, a note where none says.",
        look=Differing(
            words=quality(Quality.GROSS, Quality.NET),
            differ=(BLOCKER, "Some are gross and some are net"),
            some=(CAUTION, "Not every paper says whether its figure is gross or net"),
            none=(NOTE, "None of the papers says whether its figure is gross or net"),
        ),
    ),
    Rule(
        code="price-base",
        title="Price base",
        about="Money of each year includes rising prices, the prices of one year do not. A "
        "blocker where they differ, a caution where one paper says and another does not, a note "
        "where none says.",
        look=Differing(
            words=quality(Quality.CASH, Quality.REAL),
            differ=(
                BLOCKER,
                "Some are in the money of each year and some in the prices of one year",
            ),
            some=(CAUTION, "Not every paper says in which prices its figure is"),
            none=(NOTE, "None of the papers says in which prices its figure is"),
        ),
    ),
    Rule(
        code="capital-revenue",
        title="Capital against revenue",
        about="Day-to-day money and money for things that last come from different budgets. A "
        "blocker where they differ, a caution where one paper says and another does not.",
        look=Differing(
            words=quality(Quality.CAPITAL, Quality.REVENUE),
            differ=(BLOCKER, "Some are day-to-day money and some are for things that last"),
            some=(CAUTION, "Not every paper says whether it is day-to-day money or capital"),
        ),
    ),
    Rule(
        code="cashable",
        title="Cashable or not",
        about="A gain that leaves no money free is no smaller budget. A blocker where they "
        "differ, a caution where one paper says and another does not.",
        look=Differing(
            words=quality(Quality.CASHABLE, Quality.NON_CASHABLE),
            differ=(BLOCKER, "Some leave money free and some do not"),
            some=(CAUTION, "Not every paper says whether its figure leaves money free"),
        ),
    ),
    Rule(
        code="delivered",
        title="Target against delivered",
        about="What has come about is not set beside what is hoped for. A blocker where one is "
        "delivered and another is not yet, a caution where a paper does not say how sure it is.",
        look=Differing(
            words=delivered,
            differ=(BLOCKER, "Some are said to be delivered and some are not"),
            some=(CAUTION, "Not every paper says how sure its figure is"),
            none=(CAUTION, "None of the papers says how sure its figure is"),
        ),
    ),
    Rule(
        code="finding",
        title="A finding against a figure",
        about="Where a figure does not agree with its own parts, nobody can tell which of them "
        "to compare. A blocker for an error in the figure itself, else a caution.",
        look=questioned,
    ),
    Rule(
        code="same-money",
        title="The same money",
        about="A programme and its projects may print one amount twice. A caution: such figures "
        "can be looked at together but not added.",
        look=same_money,
    ),
    Rule(
        code="one-initiative",
        title="Sides of one initiative",
        about="Where councils do one thing together, each paper tells of its own council: its own "
        "share, its own contracts, its own start. A caution.",
        look=one_initiative,
    ),
    Rule(
        code="depends",
        title="One that depends on another",
        about="Where the paper of one case says that it depends on another, its amount may rest on "
        "the other too. A caution.",
        look=depending,
    ),
    Rule(
        code="described-in-part",
        title="What the text describes of a part",
        about="Of a figure of which the text describes a part as income, or as money from another "
        "fund, it may be open how much is saved. A caution.",
        look=Differing(
            words=described_in_part,
            differ=(CAUTION, "Some papers describe a part of their figure as something else"),
        ),
    ),
    Rule(
        code="certainty",
        title="How sure",
        about="A target, an estimate and what is agreed are not equally sure. A caution.",
        look=Differing(
            words=hoped, differ=(CAUTION, "The papers do not call their figures equally sure")
        ),
    ),
    Rule(
        code="years",
        title="Years of the figures",
        about="A pound of one year buys more or less than that of another. A caution.",
        look=Differing(words=years, differ=(CAUTION, "They are for different years")),
    ),
    Rule(
        code="plan-year",
        title="Plan year",
        about="Plans of different years were made under different budgets and rules. A caution.",
        look=Differing(
            words=lambda side: side.facts.plan_year,
            differ=(CAUTION, "They come from plans of different years"),
            among=whole_cases,
        ),
    ),
    Rule(
        code="council-type",
        title="Type of council",
        about="Counties, districts and unitary authorities do not run the same services. A "
        "caution where the types differ, a note where the register does not know one.",
        look=Differing(
            words=council_type,
            differ=(CAUTION, "The councils are of different types"),
            some=(NOTE, "The register does not know the type of every council"),
            among=whole_cases,
        ),
    ),
    Rule(
        code="council-size",
        title="Size of council",
        about="A larger council spends more and can save more. A note: amounts for each resident "
        "take it into account, as far as a service is for everybody.",
        look=Differing(
            words=council_size,
            differ=(NOTE, "The councils are of different sizes"),
            some=(NOTE, "The register does not know the size of every council"),
            among=whole_cases,
        ),
    ),
    Rule(
        code="kind",
        title="Kind of paper",
        about="A savings report, a briefing and an outline business case look differently at "
        "their figures. A caution.",
        look=Differing(
            words=lambda side: side.facts.kind.value,
            differ=(CAUTION, "They are different kinds of paper"),
            among=whole_cases,
        ),
    ),
    Rule(
        code="stage",
        title="Stage",
        about="A draft may still change. A caution where papers name different stages, a note "
        "where some name none.",
        look=Differing(
            words=lambda side: side.facts.stage or "",
            differ=(CAUTION, "They are at different stages"),
            some=(NOTE, "Not every case has its stage on record"),
            among=whole_cases,
        ),
    ),
    Rule(
        code="cost-stated",
        title="Cost of reaching it",
        about="An amount beside which no cost is printed may be smaller once that cost is known. A "
        "note.",
        look=Differing(
            words=cost_stated,
            differ=(NOTE, "Not every paper says what reaching its figure costs"),
            among=whole_cases,
        ),
    ),
    Rule(
        code="exactness",
        title="Exactness",
        about="“About”, “up to”, a range or a damaged print leave room that a scale does not "
        "show. A caution.",
        look=inexact,
    ),
)
