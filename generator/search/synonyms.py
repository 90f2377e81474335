"""What residents say, beside what councils write: a short list, kept by hand.

The search page asks for both, counts the resident's own word as the better find, and says
which other words it has looked for. A row is added where people search for something that
the papers call otherwise, never to push one case up. Words are in small letters; a word that
is only an ending away (library, libraries) needs no row.
"""

from __future__ import annotations

from typing import Final

# (what people type, what papers write)
SYNONYMS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    # what happens to a service
    (("cut", "cuts", "cutting", "cutbacks", "axe", "axed", "slash", "slashed"), ("saving",)),
    (
        ("close", "closing", "closed", "closure", "closures", "shut", "shutting", "shuts"),
        ("re-purposing", "other uses", "fewer"),
    ),
    (
        ("merge", "merging", "merged", "merger", "mergers", "joining up", "combining"),
        ("sharing", "shared services", "integrated"),
    ),
    (
        ("outsourcing", "outsourced", "privatisation", "privatising", "privatised", "contractors"),
        ("commissioning", "provider"),
    ),
    (("selling off", "sell off", "sold off"), ("disposal", "selling")),
    (
        ("job losses", "job cuts", "redundancy", "redundancies", "redundant", "sacked", "layoffs"),
        ("posts", "restructure", "staffing"),
    ),
    (("fine", "fines", "fined"), ("enforcement", "penalty")),
    (("raffle", "lotto"), ("lottery",)),
    (("advert", "adverts", "ads", "billboard", "billboards"), ("advertising",)),
    (("charity", "charities"), ("voluntary", "good causes")),
    # people
    (
        (
            *("elderly", "pensioner", "pensioners", "old people", "old peoples", "old folks"),
            *("old folk", "seniors", "oap", "oaps", "grandma", "grandparents"),
        ),
        ("older people",),
    ),
    (("kid", "kids", "toddler", "toddlers", "baby", "babies"), ("children",)),
    (("mum", "mums", "dads", "new mothers"), ("parents", "families")),
    (("problem families", "antisocial", "anti social"), ("troubled families",)),
    (
        ("disabled", "special needs", "autism", "autistic", "downs syndrome"),
        ("learning disabilities", "disabilities"),
    ),
    (("boss", "bosses", "chief exec", "chief executives"), ("senior managers", "chief executive")),
    # services and places
    (
        (
            *("nursery", "nurseries", "playgroup", "playgroups", "sure start", "baby group"),
            *("baby groups", "toddler group", "toddler groups", "family hub", "family hubs"),
        ),
        ("children's centres",),
    ),
    (("midwife", "midwives", "baby clinic"), ("health visiting",)),
    (("gp", "gps", "doctor", "doctors", "hospital", "hospitals"), ("nhs", "health")),
    (("care home", "care homes", "nursing home", "nursing homes"), ("placements", "care")),
    (("home help", "home helps", "home care"), ("care", "stay independent")),
    (("fell", "falling over", "trips and falls"), ("falls",)),
    (
        (
            *("lamppost", "lampposts", "lamp post", "lamp posts", "streetlight", "streetlights"),
            *("street lamp", "street lamps"),
        ),
        ("street lighting", "street lights"),
    ),
    (
        (
            *("bin", "bins", "wheelie bin", "wheelie bins", "dustbin", "dustbins", "rubbish"),
            *("refuse", "recycling", "bin lorries", "tip", "dump"),
        ),
        ("waste",),
    ),
    (("vans", "lorries", "fleet"), ("vehicles",)),
    (("pothole", "potholes", "roadworks"), ("highways", "roads")),
    (("school bus", "school buses", "school run"), ("school transport",)),
    (("house", "houses", "housing", "flats"), ("homes",)),
    (
        (
            *("call centre", "call centres", "phone", "phones", "phone line", "phone lines"),
            *("phoning", "ring", "ringing", "helpline", "reception", "switchboard"),
        ),
        ("customer services", "telephone"),
    ),
    (("computer", "computers", "software"), ("ict", "computing")),
    (("hr", "personnel"), ("human resources",)),
    (("electricity", "energy bill", "energy bills"), ("energy",)),
)
