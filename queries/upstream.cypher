// zh: 一家公司的上游供应商，逐层列出
// en: The suppliers of a company, tier by tier upstream
// param: company Company "比亚迪" whose suppliers
// param: depth integer 3 how many tiers, at most 4
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: tier 1 for suppliers, 2 for theirs, and so on; the nearest where there are several
// column: supplier who stands upstream
// column: confidence of the surest chain: the product of its statements' confidences
// column: items what is supplied along that chain, where a report says so
// column: chain the companies along it, from the supplier down
// example: kg query upstream -p company=英伟达 -p depth=2
MATCH path = (s:Company)-[:SUPPLIES*1..4]->(c:Company)
WHERE $company IN c.names AND s <> c AND length(path) <= $depth
  AND all(r IN relationships(path) WHERE r.modality IN $modalities)
WITH s.id AS id, s.name AS supplier, length(path) AS tier,
  round(reduce(x = 1.0, r IN relationships(path) | x * r.confidence), 4) AS confidence,
  [r IN relationships(path) | coalesce(r.item, '')] AS items,
  [n IN nodes(path) | n.name] AS chain
ORDER BY id, tier, confidence DESC, chain
WITH id, supplier, collect({tier: tier, confidence: confidence, items: items, chain: chain})[0] AS best
RETURN best.tier AS tier, supplier, best.confidence AS confidence, best.items AS items,
  best.chain AS chain
ORDER BY tier, confidence DESC, supplier, id
