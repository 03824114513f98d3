// zh: 政策敞口：受限的技术、产品、行业或公司，其制造商和下游买家，逐步列出最弱一环
// en: Policy exposure: what a policy restricts, who makes or uses that, and who buys from them
// param: policy Policy null the policy; all of them if none is given
// param: hops integer 3 how many statements after the restriction, at most 3
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: policy the policy
// column: restricts what it restricts
// column: hop how many statements lead to the company, the restriction not counted
// column: company who is hit; empty where nobody is known to hang on what is restricted
// column: modality of the weakest statement on the way, the restriction included
// column: confidence of that statement
// column: chain the names along the way, from the policy on
// column: sentence the sentence that restricts
// example: kg query policy-exposure -p hops=2
// A kind of what is restricted is restricted too, and so is who is active in a restricted industry;
// from there it goes on as in exposure.cypher.
MATCH (p:Policy)-[ban:RESTRICTS]->(target:Entity)
WHERE ($policy IS NULL OR $policy IN p.names) AND ban.modality IN $modalities
OPTIONAL MATCH path = (target)((x)<-[k:ACTIVE_IN|TYPE_OF]-(y)
  WHERE k.modality IN $modalities AND (type(k) = 'TYPE_OF' OR y.class = 'Company')){0,3}(first:Entity)((a)-[r:PART_OF|PRODUCES|RESTRICTS|SUPPLIES|LOCATED_IN|USES]-(b)
  WHERE r.modality IN $modalities AND (
    (startNode(r) = a AND NOT type(r) IN ['LOCATED_IN', 'USES'])
    OR (endNode(r) = a AND type(r) IN ['LOCATED_IN', 'PRODUCES', 'USES']))){0,3}(hit:Company)
WHERE hit.class = 'Company' AND length(path) <= $hops
  AND none(i IN range(0, size(r) - 2) WHERE type(r[i]) = 'PRODUCES' AND type(r[i + 1]) = 'PRODUCES'
    AND startNode(r[i]) = a[i] AND endNode(r[i + 1]) = b[i])
WITH p, target, hit, ban, length(path) AS hop, [ban] + coalesce(relationships(path), []) AS r,
  coalesce([n IN nodes(path) | n.name], [target.name]) AS names
WITH p, target, hit, ban, hop, names, r, head([m IN ['past', 'rumoured', 'potential', 'planned', 'asserted']
    WHERE any(x IN r WHERE x.modality = m)]) AS modality
WITH p, target, hit, ban, hop, [p.name] + names AS chain, modality,
  reduce(c = 1.0, x IN r | CASE WHEN x.modality = modality AND x.confidence < c
    THEN x.confidence ELSE c END) AS confidence,
  CASE modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'potential' THEN 2
    WHEN 'rumoured' THEN 3 ELSE 4 END AS doubt
ORDER BY p.id, target.id, hit.id, hop, doubt, confidence DESC, chain
WITH p, target, hit, ban, collect({hop: hop, modality: modality, confidence: confidence, chain: chain})[0] AS way
RETURN p.name AS policy, target.name AS restricts, way.hop AS hop, hit.name AS company,
  way.modality AS modality, way.confidence AS confidence, way.chain AS chain,
  ban.quotes[0] AS sentence
ORDER BY policy, p.id, coalesce(hop, 9), restricts, target.id, company, hit.id, ban.id
