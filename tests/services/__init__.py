"""Real parts that tests start: a browser, a graph database."""
