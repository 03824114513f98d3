"""Pages of the graph: one file that opens offline, shows the chain and leads to the sentences."""
