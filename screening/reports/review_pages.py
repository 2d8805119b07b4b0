"""The sheets a reviewer works on: Alerts, Decided, and the hidden one with what the drop-downs offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from typing import Any

from screening.reports import alert_columns, alerts, review_sheet
from screening.reports.columns import Sheet
from screening.reports.result import RunFacts, Section
from screening.reports.sheets import Workbook, first_row, write_table
from screening.reports.standing import offers


class ReviewPages:
    """The alerts of a run: those to be decided, and those decided before.

    Args:
        run: The run's facts.
        found: Its alerts in their order.
        groups: For an entry (list, id) the entries of other lists that are the same party.
    """

    def __init__(
        self,
        run: RunFacts,
        found: Sequence[alerts.Alert],
        groups: Mapping[tuple[str, str], Sequence[tuple[str, str]]],
    ) -> None:
        self._run, self._groups, self._found = run, groups, found
        self.asked = [alert for alert in found if self._is(alert.alert_id, "asked")]
        self.decided = [alert for alert in found if not self._is(alert.alert_id, "asked")]

    def write(self, workbook: Workbook, sheet: Sheet, evidence_at: Mapping[str, int]) -> None:
        """Write Alerts and, where there is anything for it, Decided."""
        drop_downs = review_sheet.drop_downs(offers(self._run.review), first_row(workbook, sheet))
        write_table(workbook, sheet, self._open_rows(evidence_at), len(self.asked), drop_downs)
        if self.decided:
            write_table(workbook, alert_columns.DECIDED, self._decided_rows(evidence_at), len(self.decided))

    def write_choices(self, workbook: Workbook) -> None:
        """Write the hidden sheet the drop-downs take their words from."""
        review_sheet.write_choices(workbook, offers(self._run.review))

    def sections(self) -> list[Section]:
        """What the Summary says of alerts that were decided before: counted, not hidden."""
        if not self.decided:
            return []
        said = Counter(self._standing(alert.alert_id)["status"] for alert in self.decided)
        rows = [(status, number, "listed on the sheet Decided") for status, number in sorted(said.items())]
        return [Section("Decided before, raised again, not put before a reviewer", ("Status", "Alerts", ""), rows)]

    @property
    def open(self) -> int:
        """How many alerts nobody has decided on; a clearance that ends soon is put before a reviewer beside them."""
        return sum(self._is(alert.alert_id, "open") for alert in self._found)

    def _is(self, alert_id: str, what: str) -> bool:
        """A look-back decides nothing, so that all its alerts stand together."""
        standing = self._standing(alert_id)
        return bool(self._run.look_back) or bool(standing.get(what, standing.get("open", True)))

    def _standing(self, alert_id: str) -> Mapping[str, Any]:
        return self._run.standings.get(alert_id, {})

    def _open_rows(self, evidence_at: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        """The rows to be decided, each sealed where there is a store."""
        for row in self._rows(self.asked, evidence_at):
            if self._run.review and not self._run.look_back:
                row["seal"] = self._run.review.seal(self._run.run_id, row, self._standing(row["alert_id"]))
            yield row

    def _decided_rows(self, evidence_at: Mapping[str, int]) -> Iterator[dict[str, Any]]:
        for row in self._rows(self.decided, evidence_at):
            yield {**row, "_links": {}, "until": self._standing(row["alert_id"]).get("until")}

    def _rows(self, some: Sequence[alerts.Alert], evidence_at: Mapping[str, int]) -> Iterable[dict[str, Any]]:
        raised = self._run.started.astimezone(UTC)
        return alerts.rows(some, raised, self._groups, evidence_at, self._run.standings, among=self._found)
