// zh: 技术栈：一个产品或技术由哪些层级、部件构成，每一部分谁在做、谁在用
// en: The technology stack of a product: its layers and parts, and who makes and uses each
// param: thing Entity "存储层级" the product or technology
// param: depth integer 3 how deep, at most 3
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: depth 1 for its own parts, 2 for theirs
// column: part the layer or part
// column: relation LAYER_OF or PART_OF
// column: position of a layer, as the report writes it
// column: within what it is a part of directly
// column: makers who makes it
// column: users who uses it
// column: sentence the sentence that says it is a part
// example: kg query technology-stack -p thing=AI服务器
MATCH path = (p:Entity)-[:LAYER_OF|PART_OF*1..3]->(whole:Entity)
WHERE $thing IN whole.names AND p <> whole AND length(path) <= $depth
  AND all(r IN relationships(path) WHERE r.modality IN $modalities)
WITH p, length(path) AS depth, relationships(path)[0] AS link, nodes(path)[1] AS parent
ORDER BY depth, link.confidence DESC, link.id
WITH p, collect({depth: depth, link: link, parent: parent})[0] AS best
WITH p, best.depth AS depth, best.link AS link, best.parent AS parent
OPTIONAL MATCH (maker:Entity)-[m:PRODUCES]->(p)
WHERE m.modality IN $modalities
WITH p, depth, link, parent, maker ORDER BY maker.name, maker.id
WITH p, depth, link, parent, collect(DISTINCT maker.name) AS makers
OPTIONAL MATCH (user:Entity)-[u:USES]->(p)
WHERE u.modality IN $modalities
WITH p, depth, link, parent, makers, user ORDER BY user.name, user.id
WITH p, depth, link, parent, makers, collect(DISTINCT user.name) AS users
RETURN depth, p.name AS part, type(link) AS relation, link.position AS position,
  parent.name AS within, makers, users, link.quotes[0] AS sentence
ORDER BY depth, within, parent.id, coalesce(position, ''), part, p.id
