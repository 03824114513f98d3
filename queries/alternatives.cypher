// zh: 某供应商的替代者：供同样的货、做同样的产品或处在同一环节
// en: Alternatives to a supplier: who sells the same item, makes the same thing or is of the same tier
// param: supplier Company "SK海力士" who is to be replaced
// param: buyer Company null whom the alternative should supply already; anybody if none is given
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: alternative who could
// column: score how many grounds there are, sellers of the same item counted twice
// column: same_items what both sell
// column: same_things what both make
// column: same_tiers where both stand
// column: customers whom the alternative supplies already
// column: serves_buyer whether the buyer is among them
// example: kg query alternatives -p supplier=台积电 -p buyer=英伟达
MATCH (x:Company)
WHERE $supplier IN x.names
OPTIONAL MATCH (x)-[a:SUPPLIES]->(:Company)
WHERE a.modality IN $modalities
WITH x, collect(DISTINCT a.item) AS items
MATCH (y:Company)
WHERE x <> y AND NOT $supplier IN y.names
OPTIONAL MATCH (y)-[b:SUPPLIES]->(:Company)
WHERE b.item IN items AND b.modality IN $modalities
WITH x, y, b.item AS item ORDER BY item
WITH x, y, collect(DISTINCT item) AS same_items
OPTIONAL MATCH (x)-[p:PRODUCES]->(t:Entity)<-[q:PRODUCES]-(y)
WHERE p.modality IN $modalities AND q.modality IN $modalities
WITH x, y, same_items, t ORDER BY t.name, t.id
WITH x, y, same_items, collect(DISTINCT t.name) AS same_things
OPTIONAL MATCH (x)-[i:IN_TIER]->(tier:Tier)<-[j:IN_TIER]-(y)
WHERE i.modality IN $modalities AND j.modality IN $modalities
WITH y, same_items, same_things, tier ORDER BY tier.name, tier.id
WITH y, same_items, same_things, collect(DISTINCT tier.name) AS same_tiers
WHERE size(same_items) + size(same_things) + size(same_tiers) > 0
OPTIONAL MATCH (y)-[s:SUPPLIES]->(c:Company)
WHERE s.modality IN $modalities
WITH y, same_items, same_things, same_tiers, c ORDER BY c.name, c.id
WITH y, same_items, same_things, same_tiers, collect(DISTINCT c.name) AS customers,
  sum(CASE WHEN $buyer IN c.names THEN 1 ELSE 0 END) > 0 AS serves_buyer
RETURN y.name AS alternative,
  2 * size(same_items) + size(same_things) + size(same_tiers) AS score,
  same_items, same_things, same_tiers, customers, serves_buyer
ORDER BY serves_buyer DESC, score DESC, alternative, y.id
