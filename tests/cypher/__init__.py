"""Tests of questions in Cypher, on the embedded engine and on a real Neo4j."""
