"""The charts of trade flows as PNG or SVG files, by matplotlib: an extra (``pip install "screening[pictures]"``)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from screening.errors import SettingsError
from screening.reports.flow_charts import COLOURS

if TYPE_CHECKING:
    import polars as pl

FOLDER: Final = "pictures"
_SIZE: Final = (11.0, 4.6)
_MILLION: Final = 1e6


def check() -> None:
    """Refuse before anything is read where matplotlib is not installed.

    Raises:
        SettingsError: It is not.
    """
    if find_spec("matplotlib") is None:
        raise SettingsError(
            "pictures need matplotlib, which is not installed", remedy='pip install "screening[pictures]"'
        )


def draw(
    charts: Sequence[tuple[str, str, str, Any, str, pl.DataFrame]], folder: Path, kinds: Sequence[str]
) -> list[Path]:
    """Draw one picture for each chart and kind into ``folder/pictures``.

    Args:
        charts: For each its file name without ending, title, currency, the day that is marked and its
            name, and its points: ``period, value, direct, onward, low, mean, high``.
        folder: The run folder.
        kinds: ``png``, ``svg``.

    Returns:
        The files, in order.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    written = []
    with mpl.rc_context({"svg.hashsalt": "screening", "font.family": "DejaVu Sans", "font.size": 9}):
        for name, title, currency, mark, told, points in charts:
            figure = Figure(figsize=_SIZE, layout="constrained")
            _draw(figure, title, currency, mark, told, points)
            for kind in kinds:
                path = target / f"{name}.{kind}"
                canvas = FigureCanvasSVG(figure) if kind == "svg" else FigureCanvasAgg(figure)
                about = {"Date": None} if kind == "svg" else {}
                canvas.print_figure(path, format=kind, dpi=110, metadata=about)
                written.append(path)
    return written


def _draw(figure: Any, title: str, currency: str, mark: Any, told: str, points: pl.DataFrame) -> None:
    axes = figure.subplots()
    days = points.get_column("period").to_list()

    def millions(name: str) -> list[float]:
        return [float("nan") if value is None else value / _MILLION for value in points.get_column(name).to_list()]

    axes.fill_between(
        days, millions("low"), millions("high"), color=f"#{COLOURS['band']}", label="baseline, eight periods in ten"
    )
    axes.plot(days, millions("value"), color=f"#{COLOURS['value']}", linewidth=2, label="to the hub (left)")
    if points.get_column("onward").null_count() < points.height:
        axes.plot(days, millions("onward"), color=f"#{COLOURS['onward']}", linewidth=2, label="onward (left)")
    axes.axvline(mark, color=f"#{COLOURS['mark']}", linewidth=3, alpha=0.7)
    axes.annotate(told, (mark, 1), xycoords=("data", "axes fraction"), ha="center", va="bottom", fontsize=8)
    axes.set_ylabel(f"{currency} million")
    axes.set_ylim(bottom=0)
    axes.set_title(
        title.replace("$", r"\$"), fontweight="bold", loc="left", pad=16
    )  # a dollar sign would be mathematics
    handles, labels = axes.get_legend_handles_labels()
    if points.get_column("direct").null_count() < points.height:
        other = axes.twinx()
        other.plot(
            days,
            millions("direct"),
            color=f"#{COLOURS['direct']}",
            linewidth=1.6,
            linestyle="--",
            label="direct (right)",
        )
        other.set_ylim(bottom=0)
        other.set_ylabel(f"direct, {currency} million")
        more = other.get_legend_handles_labels()
        handles, labels = handles + more[0], labels + more[1]
        other.spines["top"].set_visible(False)
    axes.spines["top"].set_visible(False)
    figure.legend(handles, labels, loc="outside lower center", ncols=4, frameon=False)
