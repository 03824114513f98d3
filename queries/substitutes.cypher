// zh: 替代关系：新旧技术或产品各有谁支持，谁两边下注
// en: What replaces what, who backs the new and who the old, and who backs both
// param: thing Entity null either of the two; all if none is given
// param: modalities modalities ["asserted", "planned", "potential"] which statements count
// column: new what replaces
// column: old what is replaced
// column: modality how the replacing is meant
// column: backs_new who makes, uses or funds makers of the new
// column: backs_old who makes, uses or funds makers of the old
// column: backs_both who is on both sides
// column: sentence the sentence that says so
// column: file the report it stands in
// example: kg query substitutes -p thing=EML
MATCH (new:Entity)-[r:SUBSTITUTES]->(old:Entity)
WHERE r.modality IN $modalities AND ($thing IS NULL OR $thing IN new.names OR $thing IN old.names)
OPTIONAL MATCH (n:Entity)-[p:PRODUCES|USES]->(new)
WHERE p.modality IN $modalities
OPTIONAL MATCH (nf:Entity)-[f:INVESTS_IN]->(n)
WHERE f.modality IN $modalities
WITH new, old, r, [x IN collect(n.name) + collect(nf.name) | x] AS names
WITH new, old, r, CASE WHEN names = [] THEN [null] ELSE names END AS names
UNWIND names AS name
WITH new, old, r, name ORDER BY name
WITH new, old, r, collect(DISTINCT name) AS backs_new
OPTIONAL MATCH (o:Entity)-[p:PRODUCES|USES]->(old)
WHERE p.modality IN $modalities
OPTIONAL MATCH (of:Entity)-[f:INVESTS_IN]->(o)
WHERE f.modality IN $modalities
WITH new, old, r, backs_new, [x IN collect(o.name) + collect(of.name) | x] AS names
WITH new, old, r, backs_new, CASE WHEN names = [] THEN [null] ELSE names END AS names
UNWIND names AS name
WITH new, old, r, backs_new, name ORDER BY name
WITH new, old, r, backs_new, collect(DISTINCT name) AS backs_old
RETURN new.name AS new, old.name AS old, r.modality AS modality, backs_new, backs_old,
  [x IN backs_new WHERE x IN backs_old] AS backs_both, r.quotes[0] AS sentence, r.files[0] AS file
ORDER BY size(backs_new) + size(backs_old) DESC, new, old, r.id
