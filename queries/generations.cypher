// zh: 技术与产品的代际：从旧到新的每一条线，谁在做，谁已采用最新一代
// en: Generations of technologies and products, oldest to newest, with their makers and users
// param: thing Entity null a generation of the line; all lines if none is given
// param: modalities modalities ["asserted"] which statements lead on: any of asserted, planned, potential, rumoured, past
// column: line the generations, oldest first
// column: steps how many successions
// column: makers who makes the newest
// column: earlier_makers who makes an earlier one and not, as far as is known, the newest
// column: users who uses the newest
// column: planned which generations are only announced
// example: kg query generations -p thing=H200 -p modalities=asserted,planned
MATCH path = (newest:Entity)-[:SUCCEEDS*1..8]->(oldest:Entity)
WHERE all(r IN relationships(path) WHERE r.modality IN $modalities)
  AND ($thing IS NULL OR any(n IN nodes(path) WHERE $thing IN n.names))
  AND NOT EXISTS { MATCH (newer:Entity)-[x:SUCCEEDS]->(newest) WHERE x.modality IN $modalities }
  AND NOT EXISTS { MATCH (oldest)-[x:SUCCEEDS]->(older:Entity) WHERE x.modality IN $modalities }
WITH newest, path, [n IN nodes(path)[1..] | n.id] AS earlier
OPTIONAL MATCH (maker:Entity)-[m:PRODUCES]->(newest)
WHERE m.modality IN $modalities
WITH newest, path, earlier, maker ORDER BY maker.name, maker.id
WITH newest, path, earlier, collect(DISTINCT maker.name) AS makers
OPTIONAL MATCH (before:Entity)-[e:PRODUCES]->(old:Entity)
WHERE old.id IN earlier AND e.modality IN $modalities AND NOT before.name IN makers
WITH newest, path, makers, before ORDER BY before.name, before.id
WITH newest, path, makers, collect(DISTINCT before.name) AS earlier_makers
OPTIONAL MATCH (user:Entity)-[u:USES]->(newest)
WHERE u.modality IN $modalities
WITH path, makers, earlier_makers, user ORDER BY user.name, user.id
WITH path, makers, earlier_makers, collect(DISTINCT user.name) AS users
RETURN reverse([n IN nodes(path) | n.name]) AS line, length(path) AS steps, makers,
  earlier_makers, users,
  [r IN relationships(path) WHERE r.modality = 'planned' | startNode(r).name] AS planned
ORDER BY steps DESC, line, [n IN nodes(path) | n.id]
