// zh: 两家公司的供应链重合：共同的上游，各在第几层
// en: Where the supply chains of two companies meet: suppliers of both, and at which tier of each
// param: one Company "奥迪" the first company
// param: two Company "比亚迪" the second
// param: tiers integer 3 how many tiers of suppliers, at most 3
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: supplier who stands upstream of both
// column: tier_of_one at which tier of the first, the nearest
// column: tier_of_two at which tier of the second, the nearest
// column: items_to_one what the first is supplied with at the end of those chains
// column: items_to_two what the second is supplied with
// example: kg query overlap -p one=英伟达 -p two=谷歌
MATCH p = (s:Company)-[:SUPPLIES*1..3]->(one:Company)
WHERE $one IN one.names AND s <> one AND length(p) <= $tiers
  AND all(r IN relationships(p) WHERE r.modality IN $modalities)
WITH s, one, length(p) AS tier, coalesce(last(relationships(p)).item, '') AS item
ORDER BY item
WITH s, one, min(tier) AS tier_of_one, [i IN collect(DISTINCT item) WHERE i <> ''] AS items_to_one
MATCH q = (s)-[:SUPPLIES*1..3]->(two:Company)
WHERE $two IN two.names AND s <> two AND two <> one AND length(q) <= $tiers
  AND all(r IN relationships(q) WHERE r.modality IN $modalities)
WITH s, tier_of_one, items_to_one, length(q) AS tier, coalesce(last(relationships(q)).item, '') AS item
ORDER BY item
WITH s, tier_of_one, items_to_one, min(tier) AS tier_of_two,
  [i IN collect(DISTINCT item) WHERE i <> ''] AS items_to_two
RETURN s.name AS supplier, tier_of_one, tier_of_two, items_to_one, items_to_two
ORDER BY tier_of_one + tier_of_two, supplier, s.id
