// zh: 某公司停产：哪些产品和买家断供，有无替代来源，波及多少公司
// en: A company stops: what it makes and whom it supplies, who else could, and whom that hits in turn
// param: company Company "英伟达" who stops
// param: hops integer 3 how far to look for those hit in turn, at most 4
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: lost whether no other source is known
// column: name what it makes, or whom it supplies
// column: class what that is
// column: item what is supplied, where a report says so
// column: alternatives others known to make it, or to supply the same item to the same buyer
// column: substitutes things known to replace it
// column: dependants how many companies are hit in turn
// column: tiers the most hops to any of them
// example: kg query disruption -p company=华为 -p hops=2
// Of several ways in which one thing is stated the surest counts.
MATCH (x:Company)-[gone:PRODUCES|SUPPLIES]->(thing:Entity)
WHERE $company IN x.names AND gone.modality IN $modalities
WITH x, thing, type(gone) AS how, gone, CASE gone.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'potential' THEN 2
  WHEN 'rumoured' THEN 3 ELSE 4 END AS doubt
ORDER BY doubt, gone.id
WITH x, thing, how, collect(gone)[0] AS surest
WITH x, thing, how, coalesce(surest.item, '') AS item
OPTIONAL MATCH (other:Entity)-[o:PRODUCES|SUPPLIES]->(thing)
WHERE other <> x AND o.modality IN $modalities AND type(o) = how
WITH x, thing, how, item, other, o, CASE o.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'potential' THEN 2
  WHEN 'rumoured' THEN 3 ELSE 4 END AS doubt
ORDER BY doubt, o.id
WITH x, thing, how, item, other, collect(o)[0] AS surest
WITH x, how, item, thing,
  CASE WHEN how = 'PRODUCES' OR coalesce(surest.item, '') = item THEN other END AS other
WITH x, how, item, thing, other ORDER BY other.name, other.id
WITH x, how, item, thing, collect(DISTINCT other.name) AS alternatives
OPTIONAL MATCH (n:Entity)-[s:SUBSTITUTES]->(thing)
WHERE s.modality IN $modalities
WITH x, how, item, thing, alternatives, n ORDER BY n.name, n.id
WITH x, how, item, thing, alternatives, collect(DISTINCT n.name) AS substitutes
OPTIONAL MATCH path = (thing)((a)-[r:PART_OF|PRODUCES|RESTRICTS|SUPPLIES|LOCATED_IN|USES]-(b)
  WHERE r.modality IN $modalities AND (
    (startNode(r) = a AND NOT type(r) IN ['LOCATED_IN', 'USES'])
    OR (endNode(r) = a AND type(r) IN ['LOCATED_IN', 'PRODUCES', 'USES']))){1,4}(hit:Company)
WHERE hit.class = 'Company' AND hit <> x AND hit <> thing AND length(path) <= $hops
  AND NOT (how = 'PRODUCES' AND type(r[0]) = 'PRODUCES' AND endNode(r[0]) = thing)
  AND none(i IN range(0, size(r) - 2) WHERE type(r[i]) = 'PRODUCES' AND type(r[i + 1]) = 'PRODUCES'
    AND startNode(r[i]) = a[i] AND endNode(r[i + 1]) = b[i])
WITH how, item, thing, alternatives, substitutes, hit, min(length(path)) AS hop
WITH how, item, thing, alternatives, substitutes, count(hit) AS dependants,
  coalesce(max(hop), 0) AS tiers
RETURN size(alternatives) = 0 AS lost, thing.name AS name, thing.class AS class, item,
  alternatives, substitutes, dependants, tiers
ORDER BY lost DESC, dependants DESC, thing.id, item
