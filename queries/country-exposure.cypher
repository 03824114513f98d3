// zh: 国别敞口：各公司的已知供应商中，有多少位于某国或地区
// en: Country exposure: how many of each company's known suppliers are in a country or region
// param: country Place "中国台湾" which country or region
// param: tiers integer 2 how many tiers of suppliers, at most 3
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: company the buyer
// column: suppliers how many suppliers are known
// column: located of how many of them it is known where they are
// column: inside how many are in the country
// column: share inside, of those located, in percent
// column: names who they are
// example: kg query country-exposure -p country=美国 -p tiers=1
MATCH (s:Company)-[at:LOCATED_IN]->(place:Place)
WHERE $country IN place.names AND at.modality IN $modalities
MATCH path = (s)-[:SUPPLIES*1..3]->(buyer:Company)
WHERE buyer <> s AND length(path) <= $tiers
  AND all(r IN relationships(path) WHERE r.modality IN $modalities)
WITH buyer, s ORDER BY s.name, s.id
WITH buyer, collect(DISTINCT s) AS inside
MATCH path = (any:Company)-[:SUPPLIES*1..3]->(buyer)
WHERE any <> buyer AND length(path) <= $tiers
  AND all(r IN relationships(path) WHERE r.modality IN $modalities)
WITH DISTINCT buyer, inside, any
OPTIONAL MATCH (any)-[at:LOCATED_IN]->(where:Place)
WHERE at.modality IN $modalities
WITH buyer, inside, any, count(where) > 0 AS known
WITH buyer, inside, count(any) AS suppliers, sum(CASE WHEN known THEN 1 ELSE 0 END) AS located
RETURN buyer.name AS company, suppliers, located, size(inside) AS inside,
  round(100.0 * size(inside) / located, 1) AS share, [s IN inside | s.name] AS names
ORDER BY share DESC, inside DESC, company, buyer.id
