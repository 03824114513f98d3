// zh: 冲击传导：一项政策、技术、公司或地区出事，会波及哪些公司，几步，最弱一环如何
// en: Exposure: the companies that a shock to a policy, technology, company or place hits, by hop
// param: thing Entity "Momenta" what is restricted, stops or is missing
// param: hops integer 3 how far, at most 4
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: hop how many statements lead there; the fewest
// column: company who is hit
// column: modality of the weakest statement on the way
// column: confidence of that statement
// column: chain the names along the way, from the shock on
// column: relations what leads from one to the next
// column: sentences the first sentence that says so, for each
// example: kg query exposure -p thing=台积电 -p hops=2
// What is restricted, or the shock starts in, is hit as a whole: in its kinds, and in who is active
// in it. What is missing hits who uses it, what it is part of and who makes it; a company that is
// hit, whom it supplies and what it makes. Makers of one thing do not hit each other.
MATCH path = (root:Entity)((o)-[ban:RESTRICTS]->(t) WHERE ban.modality IN $modalities){0,1}(whole:Entity)((x)<-[k:ACTIVE_IN|TYPE_OF]-(y)
  WHERE k.modality IN $modalities AND (type(k) = 'TYPE_OF' OR y.class = 'Company')){0,4}(first:Entity)((a)-[r:PART_OF|PRODUCES|RESTRICTS|SUPPLIES|LOCATED_IN|USES]-(b)
  WHERE r.modality IN $modalities AND (
    (startNode(r) = a AND NOT type(r) IN ['LOCATED_IN', 'USES'])
    OR (endNode(r) = a AND type(r) IN ['LOCATED_IN', 'PRODUCES', 'USES']))){0,4}(hit:Company)
WHERE $thing IN root.names AND NOT $thing IN hit.names AND hit.class = 'Company'
  AND length(path) <= $hops
  AND none(i IN range(0, size(r) - 2) WHERE type(r[i]) = 'PRODUCES' AND type(r[i + 1]) = 'PRODUCES'
    AND startNode(r[i]) = a[i] AND endNode(r[i + 1]) = b[i])
WITH hit, path, relationships(path) AS r, length(path) AS hop, head([m IN ['past', 'rumoured', 'potential', 'planned', 'asserted']
    WHERE any(x IN relationships(path) WHERE x.modality = m)]) AS modality
WITH hit, path, r, hop, modality, reduce(c = 1.0, x IN r | CASE WHEN x.modality = modality AND x.confidence < c
    THEN x.confidence ELSE c END) AS confidence
WITH hit, hop, modality, confidence, r, [n IN nodes(path) | n.name] AS chain, CASE modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'potential' THEN 2
    WHEN 'rumoured' THEN 3 ELSE 4 END AS doubt
ORDER BY hit.id, hop, doubt, confidence DESC, chain, [x IN r | x.id]
WITH hit, collect({hop: hop, modality: modality, confidence: confidence, chain: chain,
  relations: [x IN r | type(x)], sentences: [x IN r | x.quotes[0]]})[0] AS way
RETURN way.hop AS hop, hit.name AS company, way.modality AS modality, way.confidence AS confidence,
  way.chain AS chain, way.relations AS relations, way.sentences AS sentences
ORDER BY hop, modality, confidence DESC, company, hit.id
