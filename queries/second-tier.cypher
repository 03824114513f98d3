// zh: 供应商的供应商：经由哪些一级供应商，路径置信度多少
// en: The suppliers of a company's suppliers, through whom, and how sure the paths are together
// param: company Company "谷歌" whose suppliers' suppliers
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: supplier the second-tier supplier
// column: through the first-tier suppliers that it reaches the company by
// column: paths how many paths there are
// column: surest the confidence of the surest path
// column: together the confidence that at least one path holds, each taken by itself
// column: direct whether it also supplies the company itself
// example: kg query second-tier -p company=华为
MATCH (s:Company)-[up:SUPPLIES]->(m:Company)-[down:SUPPLIES]->(c:Company)
WHERE $company IN c.names AND s <> c AND m <> c AND s <> m
  AND up.modality IN $modalities AND down.modality IN $modalities
WITH s, c, m, up.confidence * down.confidence AS confidence
ORDER BY m.name, m.id, confidence DESC
WITH s, c, collect(DISTINCT m.name) AS through, collect(confidence) AS confidences
OPTIONAL MATCH (s)-[own:SUPPLIES]->(c)
WHERE own.modality IN $modalities
WITH s, through, confidences, count(own) > 0 AS direct
RETURN s.name AS supplier, through, size(confidences) AS paths,
  round(reduce(x = 0.0, y IN confidences | CASE WHEN y > x THEN y ELSE x END), 4) AS surest,
  round(1.0 - reduce(x = 1.0, y IN confidences | x * (1.0 - y)), 4) AS together, direct
ORDER BY together DESC, supplier, s.id
