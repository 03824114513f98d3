// zh: 谁投资了谁的供应商：客户自投、对手入股还是第三方资本
// en: Who puts money into whose supplier: the customer itself, a rival of it, or somebody else
// param: company Company null whose suppliers; everybody's if none is given
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: investor whose money
// column: supplier in whom
// column: customer whom that supplies
// column: who "customer", "rival" of the customer, "supplier" of it, or "other"
// column: items what is supplied
// column: told how the investment is known: INVESTS_IN, ACQUIRES, OWNS or a deal's round
// column: sentence the sentence that tells of it
// example: kg query investors-in-suppliers -p company=比亚迪
MATCH (i:Entity)-[v:INVESTS_IN|ACQUIRES|OWNS]->(s:Company)-[t:SUPPLIES]->(c:Company)
WHERE v.modality IN $modalities AND t.modality IN $modalities AND s <> c AND i <> s
  AND ($company IS NULL OR $company IN c.names)
WITH i, s, c, t, type(v) AS told, v.quotes[0] AS sentence
ORDER BY coalesce(t.item, '')
WITH i, s, c, told, sentence, [x IN collect(DISTINCT coalesce(t.item, '')) WHERE x <> ''] AS items
RETURN i.name AS investor, s.name AS supplier, c.name AS customer,
  CASE WHEN i = c THEN 'customer'
    WHEN EXISTS { MATCH (i)-[:COMPETES_WITH]-(c) } THEN 'rival'
    WHEN EXISTS { MATCH (i)-[:SUPPLIES]->(c) } THEN 'supplier' ELSE 'other' END AS who,
  items, told, sentence
ORDER BY customer, c.id, supplier, s.id, investor, i.id, told, sentence
UNION ALL
MATCH (i:Entity)<-[:INVESTED_BY]-(d:Deal)-[:ABOUT]->(s:Company)-[t:SUPPLIES]->(c:Company)
WHERE d.modality IN $modalities AND t.modality IN $modalities AND s <> c AND i <> s
  AND ($company IS NULL OR $company IN c.names)
WITH i, s, c, t, coalesce(d.round, 'deal') AS told, d.quotes[0] AS sentence
ORDER BY coalesce(t.item, '')
WITH i, s, c, told, sentence, [x IN collect(DISTINCT coalesce(t.item, '')) WHERE x <> ''] AS items
RETURN i.name AS investor, s.name AS supplier, c.name AS customer,
  CASE WHEN i = c THEN 'customer'
    WHEN EXISTS { MATCH (i)-[:COMPETES_WITH]-(c) } THEN 'rival'
    WHEN EXISTS { MATCH (i)-[:SUPPLIES]->(c) } THEN 'supplier' ELSE 'other' END AS who,
  items, told, sentence
ORDER BY customer, c.id, supplier, s.id, investor, i.id, told, sentence
