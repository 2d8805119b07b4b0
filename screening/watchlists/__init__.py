"""Official formats read into snapshots; their store, updates and differences."""

from screening.watchlists.snapshot import Snapshot

__all__ = ["Snapshot"]
