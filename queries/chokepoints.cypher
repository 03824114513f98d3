// zh: 卡点：只有一家已知来源的环节，有多少公司依赖它，隔多少层
// en: Chokepoints: what has one known source, how many companies hang on it, through how many tiers
// param: hops integer 4 how far to look for dependants, at most 4
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: name the thing with one known maker, or the company with one known supplier
// column: class what it is
// column: source the one that is known
// column: dependants how many companies hang on it, the source not counted
// column: tiers the most hops to any of them
// column: companies their names, the nearest first
// example: kg query chokepoints -p hops=2
MATCH (s:Entity)-[given:PRODUCES|SUPPLIES]->(thing:Entity)
WHERE given.modality IN $modalities
WITH thing, collect(DISTINCT s) AS sources
WHERE size(sources) = 1
WITH thing, sources[0] AS source
MATCH path = (thing)((a)-[r:PART_OF|PRODUCES|RESTRICTS|SUPPLIES|LOCATED_IN|USES]-(b)
  WHERE r.modality IN $modalities AND (
    (startNode(r) = a AND NOT type(r) IN ['LOCATED_IN', 'USES'])
    OR (endNode(r) = a AND type(r) IN ['LOCATED_IN', 'PRODUCES', 'USES']))){1,4}(hit:Company)
WHERE hit.class = 'Company' AND hit <> thing AND hit <> source AND length(path) <= $hops
  AND NOT (type(r[0]) = 'PRODUCES' AND endNode(r[0]) = thing)
  AND none(i IN range(0, size(r) - 2) WHERE type(r[i]) = 'PRODUCES' AND type(r[i + 1]) = 'PRODUCES'
    AND startNode(r[i]) = a[i] AND endNode(r[i + 1]) = b[i])
WITH thing, source, hit, min(length(path)) AS hop ORDER BY thing.id, hop, hit.id
WITH thing, source, collect(hit.name) AS companies, max(hop) AS tiers
RETURN thing.name AS name, thing.class AS class, source.name AS source,
  size(companies) AS dependants, tiers, companies
ORDER BY dependants DESC, tiers DESC, thing.id
