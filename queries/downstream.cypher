// zh: 一家公司的下游客户，逐层列出
// en: The customers of a company, tier by tier downstream
// param: company Company "Momenta" whose customers
// param: depth integer 3 how many tiers, at most 4
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: tier 1 for customers, 2 for theirs, and so on; the nearest where there are several
// column: customer who stands downstream
// column: confidence of the surest chain: the product of its statements' confidences
// column: items what is supplied along that chain, where a report says so
// column: chain the companies along it, from the company down
// example: kg query downstream -p company=华为 -p modalities=asserted,planned
MATCH path = (s:Company)-[:SUPPLIES*1..4]->(c:Company)
WHERE $company IN s.names AND s <> c AND length(path) <= $depth
  AND all(r IN relationships(path) WHERE r.modality IN $modalities)
WITH c.id AS id, c.name AS customer, length(path) AS tier,
  round(reduce(x = 1.0, r IN relationships(path) | x * r.confidence), 4) AS confidence,
  [r IN relationships(path) | coalesce(r.item, '')] AS items,
  [n IN nodes(path) | n.name] AS chain
ORDER BY id, tier, confidence DESC, chain
WITH id, customer, collect({tier: tier, confidence: confidence, items: items, chain: chain})[0] AS best
RETURN best.tier AS tier, customer, best.confidence AS confidence, best.items AS items,
  best.chain AS chain
ORDER BY tier, confidence DESC, customer, id
