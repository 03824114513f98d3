// zh: 同一环节的公司，以及它们的共同客户
// en: Companies of the same tier of an industry, and the customers they have in common
// param: company Company null whose peers; all pairs if none is given
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: tier the tier that both stand in
// column: company one of the two
// column: peer the other
// column: customers known customers of both
// column: other_ties what else links the two: they compete, cooperate, or one supplies the other
// example: kg query tier-peers -p company=绿的谐波
MATCH (one:Company)-[i:IN_TIER]->(t:Tier)<-[j:IN_TIER]-(two:Company)
WHERE one <> two AND i.modality IN $modalities AND j.modality IN $modalities
  AND ($company IN one.names OR $company IS NULL AND one.id < two.id)
WITH DISTINCT t, one, two
OPTIONAL MATCH (one)-[s:SUPPLIES]->(buyer:Company)<-[u:SUPPLIES]-(two)
WHERE s.modality IN $modalities AND u.modality IN $modalities
WITH t, one, two, buyer ORDER BY buyer.name, buyer.id
WITH t, one, two, collect(DISTINCT buyer.name) AS customers
OPTIONAL MATCH (one)-[tie:COMPETES_WITH|PARTNERS_WITH|SUPPLIES|INVESTS_IN|OWNS|ACQUIRES]-(two)
WHERE tie.modality IN $modalities
WITH t, one, two, customers, type(tie) AS kind ORDER BY kind
WITH t, one, two, customers, collect(DISTINCT kind) AS ties
RETURN t.name AS tier, one.name AS company, two.name AS peer, customers, ties AS other_ties
ORDER BY size(customers) DESC, size(ties) DESC, tier, t.id, company, one.id, peer, two.id
