"""What is worked out once for a record is worked out anew for every other record."""

from __future__ import annotations

from dataclasses import dataclass

from generator.core.once import LAST, once


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    name: str


def test_the_same_record_is_not_asked_twice() -> None:
    asked: list[str] = []

    @once
    def name_of(record: Record, council: Record) -> str:
        asked.append(record.name)
        return f"{record.name} of {council.name}"

    record, council = Record(name="Depot"), Record(name="Anytown")
    assert name_of(record, council) == name_of(record, council) == "Depot of Anytown"
    assert asked == ["Depot"]
    assert name_of(record, Record(name="Otherton")) == "Depot of Otherton"
    assert asked == ["Depot", "Depot"]


def test_a_record_that_is_equal_is_another_record() -> None:
    asked: list[Record] = []
    once(asked.append)(first := Record(name="Depot"))
    remembered = once(asked.append)
    remembered(first)
    remembered(Record(name="Depot"))
    assert len(asked) == 3


def test_no_more_than_the_last_few_records_are_held() -> None:
    asked: list[Record] = []
    remembered = once(asked.append)
    records = [Record(name=f"{number}") for number in range(LAST + 1)]
    for record in (*records, records[0]):
        remembered(record)
    assert asked == [*records, records[0]]
