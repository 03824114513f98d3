// Reads {schema, queries} on standard input, writes what Neo4j's language package says of each.
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { readFileSync } from "node:fs";

const { schema, queries } = JSON.parse(readFileSync(0, "utf8"));
const said = Object.entries(queries).map(([name, { text, parameters }]) => [
  name,
  lintCypherQuery(text, { ...schema, parameters }).diagnostics.map(
    ({ message, range }) => `line ${range.start.line + 1}: ${message}`,
  ),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(said)));
