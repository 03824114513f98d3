// zh: 两份报告之间的变化：新增、不再提及、语气改变、双方都说
// en: What changed between two reports: new claims, claims no longer made, and modality that moved
// param: before text "quantum.md" the earlier report, by file name or id
// param: after text "quantum_technology_en.md" the later one
// param: thing Entity null only claims about it; all if none is given
// column: change "moved", "new", "dropped" or "kept"
// column: subject who or what
// column: relation stands in which relation
// column: object to what
// column: earlier how the earlier report means it
// column: later how the later one does
// column: sentence the sentence of the later report, or of the earlier where there is none
// example: kg query report-changes -p before=bci_industry.md -p after=bci_policy_outlook.md
MATCH (before:Report)
WHERE $before IN [before.id, before.file]
MATCH (after:Report)
WHERE $after IN [after.id, after.file] AND before <> after
MATCH (a:Entity)-[r]->(b:Entity)
WHERE (before.id IN r.reports OR after.id IN r.reports)
  AND ($thing IS NULL OR $thing IN a.names OR $thing IN b.names)
WITH before, after, a, type(r) AS relation, b, r ORDER BY r.modality, r.id
WITH before, after, a, relation, b,
  [x IN collect(r) WHERE before.id IN x.reports] AS old, [x IN collect(r) WHERE after.id IN x.reports] AS new
WITH a, relation, b, old, new,
  [x IN old | x.modality] AS earlier, [x IN new | x.modality] AS later,
  [x IN new | head([i IN range(0, size(x.reports) - 1) WHERE x.reports[i] = after.id | x.quotes[i]])] AS said,
  [x IN old | head([i IN range(0, size(x.reports) - 1) WHERE x.reports[i] = before.id | x.quotes[i]])] AS had
WITH a, relation, b, earlier, later, head(said + had) AS sentence,
  CASE WHEN size(earlier) = 0 THEN 'new' WHEN size(later) = 0 THEN 'dropped'
    WHEN earlier = later THEN 'kept' ELSE 'moved' END AS change
RETURN change, a.name AS subject, relation, b.name AS object, earlier, later, sentence
ORDER BY CASE change WHEN 'moved' THEN 0 WHEN 'new' THEN 1 WHEN 'dropped' THEN 2 ELSE 3 END,
  subject, a.id, relation, object, b.id
