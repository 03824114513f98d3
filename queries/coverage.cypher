// zh: 各报告的证据覆盖：给出多少关系、数字和交易，多少只有它说
// en: Evidence by report: how many statements, figures and deals it gives, and how many only it does
// column: file the report
// column: title its title
// column: date its date, where it tells one
// column: publisher who published it
// column: statements how many statements it gives evidence for
// column: alone how many of them no other report does
// column: relations how many relations of the ontology it uses
// column: things how many things it states something of
// column: figures how many forecasts and observations
// column: deals how many deals
// column: surely the mean confidence of its statements
// example: kg query coverage
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.reports IS NOT NULL
UNWIND r.reports AS id
WITH DISTINCT id, a, r, b
WITH id, count(r) AS statements, count(DISTINCT type(r)) AS relations,
  sum(CASE WHEN all(x IN r.reports WHERE x = id) THEN 1 ELSE 0 END) AS alone,
  sum(toInteger(round(r.confidence * 10000))) AS sure,
  collect(DISTINCT a.id) AS subjects, collect(DISTINCT b.id) AS objects
WITH collect({id: id, statements: statements, relations: relations, alone: alone, sure: sure,
  things: size(subjects) + size([x IN objects WHERE NOT x IN subjects])}) AS counts
OPTIONAL MATCH (f:Forecast|Observation|Deal)
UNWIND coalesce(f.reports, [null]) AS id
WITH DISTINCT counts, f, id
WITH counts, id, count(f) AS told, sum(CASE WHEN f:Deal THEN 1 ELSE 0 END) AS deals
WITH counts, collect({id: id, figures: told - deals, deals: deals}) AS tellings
MATCH (report:Report)
WITH report, head([c IN counts WHERE c.id = report.id]) AS c,
  head([t IN tellings WHERE t.id = report.id]) AS t
RETURN report.file AS file, report.name AS title, report.date AS date,
  report.publisher AS publisher, coalesce(c.statements, 0) AS statements,
  coalesce(c.alone, 0) AS alone, coalesce(c.relations, 0) AS relations,
  coalesce(c.things, 0) AS things, coalesce(t.figures, 0) AS figures,
  coalesce(t.deals, 0) AS deals,
  CASE WHEN c.statements > 0 THEN round(1.0 * c.sure / c.statements / 10000, 3) END AS surely
ORDER BY statements DESC, file, report.id
