"""Where goods come from, pass and go to: by columns of countries, ports and places, and by who sells them."""

from __future__ import annotations

from functools import partial

import polars as pl

from screening.intake import customs_ports as ports
from screening.intake.coded import Coded
from screening.intake.country_cells import country_in, placed
from screening.intake.customs_beyond import go_beyond
from screening.intake.customs_border_posts import POST, noted_post, post_in
from screening.intake.customs_columns import RoleColumns
from screening.intake.customs_routes import unloaded_at


class WayColumns(RoleColumns):
    """Reads the way of goods from the columns that say something of it."""

    def _countries(self, out: dict[str, pl.Series]) -> None:
        for role in ("origin", "trading_country"):
            out[role] = self._mapped(role, country_in, pl.String, "country")
        for role in ("dispatch", "destination"):
            out[role] = self._each_mapped(role, lambda source: ports.reader(source.written), pl.String, "country")
        out["via"] = self._each_mapped(
            "via", lambda source: ports.passed(source.written), pl.String, "country", plain=ports.is_no_route
        )
        towns = self._mapped("destination", lambda cell: placed(cell)[1], pl.String)
        ends = [self._column(each).read(unloaded_at, pl.String) for each in self._sources("via")]
        out["delivery_place"] = self._first([out["delivery_place"], towns, *ends], pl.String)
        if self._sources("partner"):
            partner = self._mapped("partner", country_in, pl.String, "country")
            for role, way in (("dispatch", "import"), ("destination", "export")):
                there = pl.when(out["direction"] == way).then(partner)
                out[role] = pl.select(pl.coalesce(out[role], there)).to_series()
        if home := self._layout.home:  # imports go where the customs office is, exports come from there
            for role, inward in (("destination", "import"), ("dispatch", "export")):
                here = pl.when(out["direction"] == inward).then(pl.lit(home))
                out[role] = pl.select(pl.coalesce(out[role], here)).to_series()
        self._ports(out)
        self._two_places(out)
        self._posts(out)
        go_beyond(self, out)

    def _two_places(self, out: dict[str, pl.Series]) -> None:
        """Of two places of delivery in one cell the first is passed; see `ports.passing`."""
        place = out["delivery_place"]
        marked = place.str.contains("/", literal=True).fill_null(value=False)
        if not marked.any():
            return
        cells = Coded(pl.select(pl.when(marked).then(place).otherwise(pl.lit(""))).to_series())
        told = [ports.passing(cell) if cell else None for cell in cells.values]
        passed, country, written = (
            cells.spread(pl.Series([each and each[at] for each in told], dtype=pl.String)) for at in range(3)
        )
        out["destination"] = pl.select(pl.coalesce(out["destination"], country)).to_series()
        elsewhere = passed.ne_missing(out["dispatch"]) & passed.ne_missing(out["destination"])
        out["via"] = pl.select(pl.coalesce(out["via"], pl.when(elsewhere).then(passed))).to_series()
        out["delivery_place"] = pl.select(pl.coalesce(written, place)).to_series()

    def _posts(self, out: dict[str, pl.Series]) -> None:
        """The country in which goods pass a border, where no column says what they pass: of a post of the country they
        come from or go to the one behind the border, if it is another than both. And notes on the posts for the flags.
        """
        ends = pl.DataFrame({name: out[name] for name in ("dispatch", "destination")})
        for source in self._sources(POST):
            column = self._column(source)
            self.tell(column.read(partial(noted_post, source.rank), pl.String))
            known = ends.with_columns(
                here=column.read(ports.of_post, pl.String),
                there=column.read(lambda cell: post.leads_to or None if (post := post_in(cell)) else None, pl.String),
            )
            at_an_end, goes_on = (
                pl.any_horizontal(pl.col(*ends.columns).eq_missing(pl.col(side))) for side in ("here", "there")
            )
            told = pl.when(at_an_end & ~goes_on).then(pl.coalesce("there", "here")).otherwise("here")
            out["via"] = pl.select(pl.coalesce(out["via"], known.select(told).to_series())).to_series()

    def _ports(self, out: dict[str, pl.Series]) -> None:
        """Where no country of dispatch or destination is said, those of the ports; and a third country in which goods
        arrive or are unloaded as one that they pass.
        """
        loading = self._sources("loading_place")
        ends = (("destination", ports.ARRIVAL), ("delivery_place", ports.DISCHARGE))
        discharge = [each for role, rank in ends for each in self._sources(role) if each.rank == rank]
        if not (loading or discharge):
            return
        loaded, discharged = (
            self._first([self._column(each).read(ports.reader(each.written), pl.String) for each in sources], pl.String)
            for sources in (loading, discharge)
        )
        said = pl.DataFrame({name: out[name] for name in ("dispatch", "via", "destination")}).with_columns(
            loaded=loaded, discharged=discharged
        )
        came_from = pl.coalesce("dispatch", "loaded")
        third = (pl.col("discharged") != pl.col("destination")) & pl.col("discharged").ne_missing(came_from)
        found = said.select(
            came_from,
            pl.coalesce("via", pl.when(third).then("discharged")),
            pl.coalesce("destination", "discharged"),
        )
        out |= {name: found.get_column(name) for name in found.columns}
        for each in self._sources("exporter_country") if loading else ():  # exports from a port that no table knows
            theirs = pl.when(out["direction"] == "export").then(self._column(each).read(country_in, pl.String))
            out["dispatch"] = pl.select(pl.coalesce(out["dispatch"], theirs)).to_series()
