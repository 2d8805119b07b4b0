"""Official formats read into snapshots; their store, updates and differences."""
