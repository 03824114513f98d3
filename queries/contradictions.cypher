// zh: 语气矛盾：同一关系，一处断言，另一处否认、传闻或已成过去
// en: Claims that contradict each other in modality: asserted here, denied, rumoured or past there
// param: thing Entity null only claims about it; all if none is given
// column: subject who or what
// column: relation stands in which relation
// column: object to what
// column: modalities the ways it is meant, the surest first
// column: sentences one sentence for each
// column: files the report of each
// column: same_report whether one report alone says several
// example: kg query contradictions -p thing=比亚迪
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.modality IS NOT NULL AND ($thing IS NULL OR $thing IN a.names OR $thing IN b.names)
WITH a, type(r) AS relation, b, r, CASE r.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1
  WHEN 'potential' THEN 2 WHEN 'rumoured' THEN 3 WHEN 'past' THEN 4 ELSE 5 END AS doubt
ORDER BY doubt, r.id
WITH a, relation, b, collect(r) AS claims
WHERE size(claims) > 1
RETURN a.name AS subject, relation, b.name AS object, [r IN claims | r.modality] AS modalities,
  [r IN claims | r.quotes[0]] AS sentences, [r IN claims | r.files[0]] AS files,
  any(f IN claims[0].files WHERE any(r IN claims[1..] WHERE f IN r.files)) AS same_report
ORDER BY subject, a.id, relation, object, b.id
